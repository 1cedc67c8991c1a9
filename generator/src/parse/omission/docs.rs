//! What the docs say of what was left out, and where they say it.

use super::way::{Way, operations};
use super::{Instead, Omission};
use crate::parse::keywords::{Kind, Value};
use crate::parse::node::Node;
use crate::source::Pointer;

/// The sentences about an omission, each with the object in whose description it is to stand.
pub(super) fn sentences(way: &Way<'_>, omission: &Omission) -> Vec<(Pointer, String)> {
    let last = way.steps.len() - 1;
    let cause = &omission.cause;
    let (sentence, holders) = match omission.instead {
        Instead::AnyValue => {
            (format!("The document has an error here, so this is any value: {cause}."), holders_of_value(way))
        }
        Instead::UnknownReply => (
            format!("The document has an error here, so it is not known what this reply carries: {cause}."),
            vec![way.steps[last].at.clone()],
        ),
        Instead::UnknownReplies => (
            format!("The document has an error in the replies, so it is not known what they carry: {cause}."),
            holders_of_part(way, last),
        ),
        Instead::Nothing => {
            let what = what(way, last);
            (format!("Left out because of an error in the document: {what} ({cause})."), holders_of_part(way, last))
        }
    };
    holders.into_iter().map(|at| (at, sentence.clone())).collect()
}

/// Where it is said that a schema takes any value: in itself, and in the first thing round it that has docs of its own.
fn holders_of_value(way: &Way<'_>) -> Vec<Pointer> {
    let last = way.steps.len() - 1;
    let mut holders = vec![way.steps[last].at.clone()];
    if !is_named(way, last) {
        holders.extend(outwards(way, last));
    }
    holders
}

/// Where it is said that something is not there.
fn holders_of_part(way: &Way<'_>, last: usize) -> Vec<Pointer> {
    let step = &way.steps[last];
    let is_component = way.steps.get(1).is_some_and(|step| step.key == "components") && last <= 3;
    match step.kind() {
        Some(Kind::SecurityScheme) => vec![Pointer::root().key("info")],
        // Whoever refers to it says that it is not there.
        _ if is_component => Vec::new(),
        Some(Kind::Operation | Kind::PathItem) => vec![Pointer::root().key("info")],
        _ => outwards(way, last),
    }
}

/// The first thing round a step that has docs of its own; where that is a path, all its operations; else the whole API.
fn outwards(way: &Way<'_>, from: usize) -> Vec<Pointer> {
    for index in (1..from).rev() {
        let step = &way.steps[index];
        match step.kind() {
            Some(Kind::Schema) if is_named(way, index) => return vec![step.at.clone()],
            Some(Kind::Parameter | Kind::Header | Kind::RequestBody | Kind::Response | Kind::Operation) => {
                return vec![step.at.clone()];
            }
            Some(Kind::PathItem) => return operations(step.node).map(|method| step.at.key(method)).collect(),
            _ => {}
        }
    }
    vec![Pointer::root().key("info")]
}

/// Whether a schema is a field, or declared.
fn is_named(way: &Way<'_>, index: usize) -> bool {
    let map = &way.steps[index - 1];
    matches!(map.value, Some(Value::Map(_))) && ["properties", "schemas"].contains(&map.key.as_str())
}

/// What a reader calls a piece.
fn what(way: &Way<'_>, last: usize) -> String {
    let step = &way.steps[last];
    let key = &step.key;
    match step.kind() {
        Some(Kind::Operation) => format!("`{} {}`", key.to_uppercase(), way.steps[last - 1].key),
        Some(Kind::Parameter) => match step.node.step("name").and_then(Node::as_text) {
            Some(name) => format!("the parameter `{name}`"),
            None => match step.node.step("$ref").and_then(Node::as_text) {
                Some(target) => format!("the parameter of `{target}`"),
                None => "a parameter".to_owned(),
            },
        },
        Some(Kind::RequestBody) => "the body".to_owned(),
        Some(Kind::Header) => format!("the header `{key}`"),
        Some(Kind::Server) => "a server".to_owned(),
        Some(Kind::SecurityRequirement) => "a way to authorise the call".to_owned(),
        _ => format!("`{key}`"),
    }
}
