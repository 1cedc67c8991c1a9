//! What one member of an object asks of the others.

use super::keywords::Kind;
use super::node::{Members, Node};
use super::pass::Pass;
use crate::diagnostic::parse as mistake;

/// Checks the members of an object against each other.
pub(super) fn check(kind: Kind, members: &Members, pass: &mut Pass<'_>) {
    match kind {
        Kind::Parameter => {
            schema_or_content(kind, members, pass);
            required_in_path(members, pass);
        }
        Kind::Header => schema_or_content(kind, members, pass),
        Kind::SecurityScheme => scheme_members(members, pass),
        _ => {}
    }
}

fn schema_or_content(kind: Kind, members: &Members, pass: &mut Pass<'_>) {
    if !members.holds("schema") && !members.holds("content") {
        pass.say(mistake::missing_member(pass.here(), kind.what(), "schema"));
    }
}

fn required_in_path(members: &Members, pass: &mut Pass<'_>) {
    if members.text("in") == Some("path") && members.get("required") != Some(&Node::Boolean(true)) {
        let place = if members.holds("required") { pass.value("required") } else { pass.value("in") };
        pass.say(mistake::optional_in_path(place));
    }
}

/// The members that each type of security scheme must have.
fn scheme_members(members: &Members, pass: &mut Pass<'_>) {
    let needed: &[&str] = match members.text("type") {
        Some("apiKey") => &["name", "in"],
        Some("http") => &["scheme"],
        Some("oauth2") => &["flows"],
        Some("openIdConnect") => &["openIdConnectUrl"],
        _ => &[],
    };
    for name in needed.iter().filter(|name| !members.holds(name)) {
        pass.say(mistake::missing_member(pass.here(), Kind::SecurityScheme.what(), name));
    }
}
