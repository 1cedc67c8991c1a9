//! What OpenAPI itself says is no fact: defaults that are spelled out, and keywords that have no meaning where they stand.

use super::addition::Role;
use crate::parse::keywords::Kind;
use crate::parse::node::{Members, Node};
use crate::source::Pointer;

/// Whether a member says what would be so without it.
pub(super) fn says_nothing(kind: Kind, key: &str, node: &Node, beside: &Members, role: Role) -> bool {
    match (key, node) {
        ("type", Node::Text(word)) if word == "string" => {
            kind == Kind::Schema && (role == Role::Header || is_of_texts(beside))
        }
        ("additionalProperties", Node::Boolean(true)) => kind == Kind::Schema,
        ("additionalProperties", Node::Map(members)) => members.keys().next().is_none(),
        ("explode", Node::Boolean(flag)) => *flag == (style(beside) == "form"),
        ("style", Node::Text(word)) => word == default_style(beside),
        (_, Node::Boolean(false)) => true,
        ("minLength" | "minItems" | "minProperties", Node::Integer(0)) => true,
        // An operation with an empty `security` asks for none, whatever the document asks for.
        ("security", _) => false,
        (_, Node::List(items)) => items.is_empty(),
        _ => false,
    }
}

/// Whether a keyword means nothing where it stands, whatever it says: `explode` and `style` of a single value (OpenAPI
/// 3.0.4, section 4.7.12.2).
pub(super) fn changes_nothing(kind: Kind, key: &str, beside: &Members, tree: &Node) -> bool {
    match key {
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
    !values.is_empty() && values.iter().all(|value| matches!(value, Node::Text(_)))
}

fn style(beside: &Members) -> &str {
    beside.text("style").unwrap_or_else(|| default_style(beside))
}

fn default_style(beside: &Members) -> &'static str {
    if matches!(beside.text("in"), Some("query" | "cookie")) { "form" } else { "simple" }
}

/// Whether a schema takes arrays or objects.
fn is_structured(schema: Option<&Node>, tree: &Node, depth: usize) -> bool {
    const CHAIN: usize = 8;
    let Some(members) = schema.and_then(Node::as_map).filter(|_| depth < CHAIN) else {
        return false;
    };
    if let Some(target) = members.text("$ref").and_then(|target| target.strip_prefix('#')) {
        let pointer = Pointer::from_text(target);
        let found = pointer.tokens().try_fold(tree, |node, token| node.step(&token));
        return is_structured(found, tree, depth + 1);
    }
    match members.text("type") {
        Some("array" | "object") => true,
        Some(_) => false,
        None => members.keys().any(|key| ["properties", "items", "allOf", "oneOf", "anyOf"].contains(&key)),
    }
}
