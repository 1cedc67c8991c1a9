//! What one member of an object asks of the others.

use super::keywords::Kind;
use super::node::{Members, Node};
use super::pass::Pass;
use crate::diagnostic::parse as mistake;

/// Checks the members of an object against each other.
pub(super) fn check(kind: Kind, members: &Members, pass: &mut Pass<'_>) {
    match kind {
        Kind::Parameter => {
            required_in_path(members, pass);
            query_members(members, pass);
        }
        Kind::SecurityScheme => scheme_members(members, pass),
        Kind::Schema => empty_enumeration(members, pass),
        _ => {}
    }
}

fn required_in_path(members: &Members, pass: &mut Pass<'_>) {
    if members.text("in") == Some("path") && members.get("required") != Some(&Node::Boolean(true)) {
        let place = if members.holds("required") { pass.value("required") } else { pass.value("in") };
        pass.say(mistake::optional_in_path(place));
    }
}

/// What only a parameter in the query may say.
fn query_members(members: &Members, pass: &mut Pass<'_>) {
    let Some(location) = members.text("in").filter(|location| *location != "query") else {
        return;
    };
    for key in ["allowReserved", "allowEmptyValue"].into_iter().filter(|key| members.holds(key)) {
        let whose = format!("a parameter in the {location}");
        pass.say(mistake::misplaced_member(pass.key(key), key, &whose));
    }
}

/// The members that each type of security scheme must have, and those that only others may have.
fn scheme_members(members: &Members, pass: &mut Pass<'_>) {
    let Some(ty) = members.text("type") else {
        return;
    };
    let (needed, allowed): (&[&str], &[&str]) = match ty {
        "apiKey" => (&["name", "in"], &[]),
        "http" => (&["scheme"], &["bearerFormat"]),
        "oauth2" => (&["flows"], &[]),
        "openIdConnect" => (&["openIdConnectUrl"], &[]),
        _ => return,
    };
    for name in needed.iter().filter(|name| !members.holds(name)) {
        pass.say(mistake::missing_member(pass.head(), Kind::SecurityScheme.what(), name));
    }
    for name in ["name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl"] {
        if members.holds(name) && !needed.contains(&name) && !allowed.contains(&name) {
            let whose = format!("a security scheme of type `{ty}`");
            pass.say(mistake::misplaced_member(pass.key(name), name, &whose));
        }
    }
}

/// `openapiv3` cannot tell an empty `enum` from none.
fn empty_enumeration(members: &Members, pass: &mut Pass<'_>) {
    if members.get("enum").and_then(Node::as_list).is_some_and(<[Node]>::is_empty) {
        pass.say(mistake::empty_enumeration(pass.key("enum")));
    }
}
