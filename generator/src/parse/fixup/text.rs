//! Text that YAML reads as a number, because nobody quoted it.

use crate::diagnostic::fixup as mended;
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;
use crate::source::{On, Place, SourceId, text_at};

/// `openapi: 3.0`.
pub(super) fn unquoted_openapi(members: &mut Members, pass: &mut Pass<'_>) {
    unquoted(members, pass, "openapi");
}

/// `version: 1.10` of `info`, which is not 1.1.
pub(super) fn unquoted_version(members: &mut Members, pass: &mut Pass<'_>) {
    unquoted(members, pass, "version");
}

/// `default: 8443` of a server variable.
pub(super) fn unquoted_default(members: &mut Members, pass: &mut Pass<'_>) {
    unquoted(members, pass, "default");
}

/// `enum: [443, 8443]` of a server variable, all of whose values are strings.
pub(super) fn unquoted_enum(members: &mut Members, pass: &mut Pass<'_>) {
    let Some(Node::List(values)) = members.get_mut("enum") else {
        return;
    };
    let before = pass.enter("enum");
    for (index, value) in values.iter_mut().enumerate() {
        mend(value, pass, &index.to_string());
    }
    pass.leave(before);
}

/// `enum: [1.0, 1.1]` of `type: string`.
pub(super) fn unquoted_enumeration(members: &mut Members, pass: &mut Pass<'_>) {
    if members.text("type") == Some("string") {
        unquoted_enum(members, pass);
    }
}

fn unquoted(members: &mut Members, pass: &mut Pass<'_>, key: &str) {
    if let Some(value) = members.get_mut(key) {
        mend(value, pass, key);
    }
}

fn mend(value: &mut Node, pass: &mut Pass<'_>, key: &str) {
    if !matches!(value, Node::Integer(_) | Node::Float(_) | Node::Boolean(_)) {
        return;
    }
    let place =
        Place { source: SourceId::Document, pointer: pass.origins.original(&pass.at().key(key)), on: On::Value };
    // Only a fraction is written in more ways than one, and the text is read again for each.
    let written = match value {
        Node::Float(_) => text_at(pass.source, std::slice::from_ref(&place)).into_iter().next().flatten(),
        _ => None,
    };
    let text = written.map_or_else(|| value.to_json(), str::to_owned);
    pass.say(mended::unquoted_text(place, &text));
    *value = Node::Text(text);
}
