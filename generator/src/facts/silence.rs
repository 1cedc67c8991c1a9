//! What OpenAPI itself says is no fact: defaults that are spelled out, and keywords that have no meaning where they stand.

use super::addition::Role;
use crate::parse::keywords::Kind;
use crate::parse::node::{Members, Node};
use crate::source::Pointer;

/// How many references in a row are followed.
const CHAIN: usize = 8;

/// Whether a member says what would be so without it.
pub(super) fn says_nothing(kind: Kind, key: &str, node: &Node, beside: &Members, role: Role) -> bool {
    match (key, node) {
        ("nullable", _) if !may_say_null(beside, role) => true,
        ("format", Node::Text(word)) if role == Role::Raw => word == "binary",
        ("type", Node::Text(word)) if word == "string" => {
            kind == Kind::Schema && (role == Role::Header || is_of_texts(beside))
        }
        ("additionalProperties", Node::Boolean(true)) => kind == Kind::Schema,
        ("additionalProperties", Node::Map(members)) => members.is_empty(),
        ("schema", Node::Map(members)) => kind == Kind::MediaType && members.is_empty(),
        ("explode", Node::Boolean(flag)) => *flag == (style(beside) == "form"),
        ("style", Node::Text(word)) => word == default_style(beside),
        (
            "required" | "deprecated" | "nullable" | "readOnly" | "writeOnly" | "uniqueItems" | "exclusiveMinimum"
            | "exclusiveMaximum" | "allowReserved" | "allowEmptyValue" | "x-nullable",
            Node::Boolean(false),
        )
        | ("minLength" | "minItems" | "minProperties", Node::Integer(0)) => true,
        ("tags" | "parameters" | "servers" | "required", Node::List(items)) => items.is_empty(),
        _ => false,
    }
}

/// Whether `nullable` has a meaning: by the letter beside `type` alone (OpenAPI 3.0.4, section 4.7.24.1), by the intent of
/// those who write it also beside references and around other schemas; not where other schemas take no null.
pub(super) fn may_say_null(beside: &Members, role: Role) -> bool {
    role != Role::Part && ["type", "$ref", "allOf", "oneOf", "anyOf"].iter().any(|key| beside.holds(key))
}

/// Whether a schema refers to one that takes null already, or any value.
pub(super) fn takes_null_anyway(members: &Members, tree: &Node) -> bool {
    let mut members = members;
    if members.get("type").and_then(Node::as_list).is_some_and(|types| types.contains(&Node::Text("null".to_owned()))) {
        return true;
    }
    for depth in 0..CHAIN {
        let only = members.get("allOf").and_then(Node::as_list).filter(|all| all.len() == 1);
        if let Some(only) = only.and_then(|all| all[0].as_map()) {
            members = only;
        }
        if !members.holds("$ref") {
            let nulls = members.get("enum").and_then(Node::as_list).is_some_and(|values| values.contains(&Node::Null));
            let stated = members.get("nullable") == Some(&Node::Boolean(true));
            return depth > 0 && (nulls || stated || !members.holds("type"));
        }
        match referred(members, tree).and_then(Node::as_map) {
            Some(next) => members = next,
            None => return false,
        }
    }
    false
}

/// Whether a schema of a body that is no JSON says only that there is a body.
pub(super) fn is_bare_text(schema: &Node) -> bool {
    let Some(members) = schema.as_map() else { return false };
    members.iter().all(|(key, value)| match key {
        "type" => value.as_text() == Some("string"),
        "format" => value.as_text() == Some("binary"),
        _ => false,
    })
}

/// Whether a keyword means nothing where it stands, whatever it says: `explode` and `style` of a single value (OpenAPI
/// 3.0.4, section 4.7.12.2).
pub(super) fn changes_nothing(kind: Kind, key: &str, beside: &Members, role: Role, tree: &Node) -> bool {
    match key {
        "nullable" => kind == Kind::Schema && !may_say_null(beside, role),
        "explode" => matches!(kind, Kind::Parameter | Kind::Header) && !is_structured(beside.get("schema"), tree, 0),
        "style" => {
            matches!(beside.text("in"), Some("query" | "cookie")) && !is_structured(beside.get("schema"), tree, 0)
        }
        _ => false,
    }
}

/// Whether an enumeration says by its values that they are texts.
fn is_of_texts(beside: &Members) -> bool {
    let values = beside.get("enum").and_then(Node::as_list).unwrap_or_default();
    !values.is_empty() && values.iter().all(|value| matches!(value, Node::Text(_) | Node::Null))
}

fn style(beside: &Members) -> &str {
    beside.text("style").unwrap_or_else(|| default_style(beside))
}

fn default_style(beside: &Members) -> &'static str {
    if matches!(beside.text("in"), Some("query" | "cookie")) { "form" } else { "simple" }
}

/// What a schema refers to within its document.
fn referred<'tree>(members: &Members, tree: &'tree Node) -> Option<&'tree Node> {
    let target = members.text("$ref")?.strip_prefix('#')?;
    tree.at(&Pointer::from_text(target))
}

/// Whether a schema takes arrays or objects.
fn is_structured(schema: Option<&Node>, tree: &Node, depth: usize) -> bool {
    let Some(members) = schema.and_then(Node::as_map).filter(|_| depth < CHAIN) else {
        return false;
    };
    if members.holds("$ref") {
        return is_structured(referred(members, tree), tree, depth + 1);
    }
    match members.text("type") {
        Some("array" | "object") => true,
        Some(_) => false,
        None => members.keys().any(|key| ["properties", "items", "allOf", "oneOf", "anyOf"].contains(&key)),
    }
}
