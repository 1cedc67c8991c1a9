//! Parameters and headers that say too much or too little.

use crate::diagnostic::fixup as mended;
use crate::parse::keywords::{Keyword, Kind, Value};
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

/// `{name: id, in: path, type: integer}`, as in Swagger 2.0: what a schema says, without one round it.
pub(super) fn bare_schema(members: &mut Members, pass: &mut Pass<'_>) {
    gather_schema(Kind::Parameter, members, pass);
}

/// The same for a header of a reply.
pub(super) fn bare_header_schema(members: &mut Members, pass: &mut Pass<'_>) {
    gather_schema(Kind::Header, members, pass);
}

fn gather_schema(kind: Kind, members: &mut Members, pass: &mut Pass<'_>) {
    if !members.holds("type") || says_what_it_holds(members) {
        return;
    }
    pass.say(mended::bare_schema(pass.key("type"), kind.what()));
    let of_schema = |key: &&str| Keyword::of(Kind::Schema, key).is_some() && Keyword::of(kind, key).is_none();
    let keys: Vec<String> = members.keys().filter(of_schema).map(str::to_owned).collect();
    let (at, home) = (pass.at(), pass.at().key("schema"));
    let mut schema = Members::default();
    for key in keys {
        if let Some(value) = members.take(&key) {
            pass.origins.moved(&home.key(&key), &at.key(&key));
            schema.put(&key, value);
        }
    }
    pass.origins.moved(&home, &at);
    members.put("schema", Node::Map(schema));
}

/// `{name: id, in: path}`: nothing says what it holds.
pub(super) fn text_for_no_schema(members: &mut Members, pass: &mut Pass<'_>) {
    string_schema(Kind::Parameter, members, pass);
}

/// The same for a header of a reply.
pub(super) fn text_for_no_header_schema(members: &mut Members, pass: &mut Pass<'_>) {
    string_schema(Kind::Header, members, pass);
}

fn string_schema(kind: Kind, members: &mut Members, pass: &mut Pass<'_>) {
    if says_what_it_holds(members) {
        return;
    }
    pass.say(mended::absent_member(pass.head(), kind.what(), "schema", "it is taken as a string"));
    pass.origins.moved(&pass.at().key("schema"), &pass.at());
    let mut schema = Members::default();
    schema.put("type", Node::Text("string".to_owned()));
    members.put("schema", Node::Map(schema));
}

fn says_what_it_holds(members: &Members) -> bool {
    ["schema", "content", "$ref"].iter().any(|key| members.holds(key))
}

/// `schema` and `content` at once: the schema is what is honoured.
pub(super) fn content_beside_schema(members: &mut Members, pass: &mut Pass<'_>) {
    if members.holds("schema") && members.holds("content") {
        pass.say(mended::content_beside_schema(pass.key("content")));
        members.take("content");
    }
}

/// `in: query` with `style: simple`: a style that the location does not know gives way to its default.
pub(super) fn misplaced_style(members: &mut Members, pass: &mut Pass<'_>) {
    let allowed: &[&str] = match members.text("in") {
        Some("path") => &["simple", "matrix", "label"],
        Some("query") => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        Some("header") => &["simple"],
        Some("cookie") => &["form"],
        _ => return,
    };
    default_style(members, pass, allowed);
}

/// The same for a header of a reply, whose only style is `simple`.
pub(super) fn misplaced_header_style(members: &mut Members, pass: &mut Pass<'_>) {
    default_style(members, pass, &["simple"]);
}

fn default_style(members: &mut Members, pass: &mut Pass<'_>, allowed: &[&str]) {
    let Some(Keyword { value: Value::Words(known), .. }) = Keyword::of(Kind::Parameter, "style") else {
        return;
    };
    let Some(style) = members.text("style") else {
        return;
    };
    if known.contains(&style) && !allowed.contains(&style) {
        pass.say(mended::misplaced_style(pass.value("style"), style, allowed));
        members.take("style");
    }
}
