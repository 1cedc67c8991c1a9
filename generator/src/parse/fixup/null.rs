//! Nothing, said in ways that OpenAPI 3.0 does not know.

use crate::diagnostic::fixup as mended;
use crate::parse::keywords::{Keyword, Kind, Presence, Value};
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

/// `description: null`, or nothing behind the colon: the keyword is as good as absent, and a required one empty.
pub(super) fn absent_for_null(kind: Kind, members: &mut Members, pass: &mut Pass<'_>) {
    let nulls: Vec<&'static Keyword> = members
        .iter()
        .filter(|(_, value)| matches!(value, Node::Null))
        .filter_map(|(key, _)| Keyword::of(kind, key))
        .filter(|keyword| !matches!(keyword.value, Value::Any))
        .collect();
    for keyword in nulls {
        pass.say(mended::null_value(pass.value(keyword.name), &format!("`{}`", keyword.name)));
        let empty = (keyword.presence != Presence::Optional).then(|| empty(keyword)).flatten();
        match empty {
            Some(empty) => members.put(keyword.name, empty),
            None => drop(members.take(keyword.name)),
        }
    }
}

/// `{'200': {}}` without `description`: what OpenAPI requires, and says nothing that is needed.
pub(super) fn empty_for_absent(kind: Kind, members: &mut Members, pass: &mut Pass<'_>) {
    if members.holds("$ref") {
        return;
    }
    for keyword in kind.keywords() {
        if members.holds(keyword.name) {
            continue;
        }
        if let (Presence::Expected { instead, .. }, Some(empty)) = (keyword.presence, empty(keyword)) {
            pass.say(mended::absent_member(pass.head(), kind.what(), keyword.name, instead));
            pass.origins.moved(&pass.at().key(keyword.name), &pass.at());
            members.put(keyword.name, empty);
        }
    }
}

/// The value of a keyword about which nothing is said.
fn empty(keyword: &Keyword) -> Option<Node> {
    match keyword.value {
        Value::Text => {
            let text = if let Presence::Expected { text, .. } = keyword.presence { text } else { "" };
            Some(Node::Text(text.to_owned()))
        }
        Value::Object(kind) => {
            let mut members = Members::default();
            for keyword in
                kind.keywords().iter().filter(|keyword| matches!(keyword.presence, Presence::Expected { .. }))
            {
                members.put(keyword.name, empty(keyword)?);
            }
            Some(Node::Map(members))
        }
        Value::Map(_) => Some(Node::Map(Members::default())),
        _ => None,
    }
}

/// `properties: []`: some languages write an empty object as an empty array.
pub(super) fn empty_object_for_array(kind: Kind, members: &mut Members, pass: &mut Pass<'_>) {
    let empty = |value: &Node| value.as_list().is_some_and(<[Node]>::is_empty);
    let keys: Vec<&'static str> = members
        .iter()
        .filter(|(_, value)| empty(value))
        .filter_map(|(key, _)| Keyword::of(kind, key))
        .filter(|keyword| matches!(keyword.value, Value::Map(_)))
        .map(|keyword| keyword.name)
        .collect();
    for key in keys {
        pass.say(mended::empty_array(pass.value(key), key));
        members.put(key, Node::Map(Members::default()));
    }
}

/// `scopes: { "read:pets": null }`: a scope about which nothing is said.
pub(super) fn empty_scope_for_null(members: &mut Members, pass: &mut Pass<'_>) {
    let Some(scopes) = members.get_mut("scopes").and_then(Node::as_map_mut) else {
        return;
    };
    let before = pass.enter("scopes");
    for (name, scope) in scopes.iter_mut().filter(|(_, scope)| matches!(scope, Node::Null)) {
        pass.say(mended::null_value(pass.value(name), &format!("`{name}`")));
        *scope = Node::Text(String::new());
    }
    pass.leave(before);
}
