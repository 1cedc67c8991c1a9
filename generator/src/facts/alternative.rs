//! What else a value could have been.

use super::edit::text;
use super::names::Names;
use crate::parse::keywords::{Kind, Value};
use crate::parse::node::{Members, Node};

/// The known formats, of which another one is another type or another width.
const FORMATS: &[&str] = &["date-time", "date", "byte", "int32", "int64", "uint32", "float", "double", "fact"];

/// The values that could stand in the place of one, the likeliest to be sound first.
pub(super) fn of(kind: Kind, key: &str, value: &Value, node: &Node, beside: &Members, names: &Names) -> Vec<Node> {
    match (key, node) {
        ("$ref", Node::Text(target)) => names.targets_beside(target).into_iter().map(Node::Text).collect(),
        ("openapi", _) => vec![text("3.9.0")],
        ("pattern", Node::Text(pattern)) => vec![text(&format!("{pattern}|^fact$")), text("^fact$")],
        ("format", Node::Text(format)) => others(FORMATS, format),
        ("url" | "authorizationUrl" | "tokenUrl" | "refreshUrl" | "openIdConnectUrl", Node::Text(url)) => {
            vec![text(&format!("{url}/fact")), text("https://fact.example")]
        }
        ("scheme", Node::Text(scheme)) => others(&["bearer", "basic"], scheme),
        ("name", Node::Text(name)) if matches!(kind, Kind::Parameter | Kind::SecurityScheme) => {
            vec![text(&format!("{name}-fact"))]
        }
        ("default", node) => default(node, beside),
        // Another scalar first: it needs no other keyword beside it.
        ("type", Node::Text(word)) if kind == Kind::Schema => {
            others(&["string", "integer", "number", "boolean", "array", "object"], word)
        }
        _ => match (value, node) {
            (Value::Words(words), Node::Text(word)) => others(words, word),
            (Value::BooleanOrSchema, Node::Boolean(flag)) => {
                vec![Node::Boolean(!flag), super::edit::object([("type", text("integer"))])]
            }
            _ => literal(node),
        },
    }
}

/// Other values of the same JSON type; of an array or an object none, since its parts are facts of their own.
pub(super) fn literal(node: &Node) -> Vec<Node> {
    match node {
        Node::Null => vec![text("fact")],
        Node::Boolean(flag) => vec![Node::Boolean(!flag)],
        Node::Integer(value) => vec![Node::Integer(value.saturating_add(1)), Node::Integer(value.saturating_sub(1))],
        Node::Float(value) => vec![Node::Float(value + 0.5), Node::Float(value - 0.5), Node::Float(value * 2.0)],
        Node::Text(value) if value.is_empty() => vec![text("fact")],
        // Texts that spell a time, a date or base64 stay ones when a digit or a letter changes.
        Node::Text(value) => vec![text(&turned(value)), text(&format!("{value} fact")), text(&format!("{value}fact"))],
        Node::List(_) | Node::Map(_) => Vec::new(),
    }
}

/// The same text with its last letter or digit turned into another.
fn turned(value: &str) -> String {
    let turn = |(at, letter): (usize, char)| {
        let other = match letter {
            '0' => '1',
            '1'..='9' => '0',
            'a' => 'b',
            'A' => 'B',
            'b'..='z' => 'a',
            'B'..='Z' => 'A',
            _ => return None,
        };
        Some(format!("{}{other}{}", &value[..at], &value[at + letter.len_utf8()..]))
    };
    value.char_indices().rev().find_map(turn).unwrap_or_else(|| format!("{value}fact"))
}

fn others(words: &[&str], word: &str) -> Vec<Node> {
    words.iter().filter(|other| **other != word).map(|other| text(other)).collect()
}

/// Another default: another value of the enumeration beside it, or else any.
fn default(node: &Node, beside: &Members) -> Vec<Node> {
    match beside.get("enum").and_then(Node::as_list) {
        Some(values) => values.iter().filter(|value| *value != node).cloned().collect(),
        None => literal(node),
    }
}
