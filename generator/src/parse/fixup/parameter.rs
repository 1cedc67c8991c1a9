//! Parameters and headers that say too much.

use crate::diagnostic::fixup as mended;
use crate::parse::keywords::{Keyword, Kind, Value};
use crate::parse::node::Members;
use crate::parse::pass::Pass;

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
