//! Which OpenAPI a document is of.

use super::node::{Members, Node};
use super::pass::Pass;
use crate::diagnostic::parse as mistake;

/// Whether the document is of OpenAPI 3.0, as far as it says. Where it is of another, no table of ours suits it, so
/// that is all that is reported; and so it is where nothing says that this is such a document.
pub(super) fn is_supported(tree: &Node, pass: &mut Pass<'_>) -> bool {
    let Some(members) = tree.as_map() else {
        return true;
    };
    for (key, name) in [("openapi", "OpenAPI"), ("swagger", "Swagger")] {
        let Some(version) = stated(members, key) else {
            continue;
        };
        if key == "openapi" && is_three_zero(&version) {
            return true;
        }
        pass.say(mistake::unsupported_version(pass.value(key), &format!("{name} {version}")));
        return false;
    }
    let is_document = ["info", "paths", "components"].iter().any(|key| members.holds(key));
    if !is_document {
        pass.say(mistake::no_openapi(pass.here()));
    }
    is_document
}

fn stated(members: &Members, key: &str) -> Option<String> {
    match members.get(key)? {
        Node::Text(version) => Some(version.clone()),
        Node::Integer(version) => Some(version.to_string()),
        // Unquoted, `3.0` is a number; no version of OpenAPI has more than one digit there.
        Node::Float(version) => Some(format!("{version:.1}")),
        _ => None,
    }
}

fn is_three_zero(version: &str) -> bool {
    version == "3.0" || version.starts_with("3.0.")
}
