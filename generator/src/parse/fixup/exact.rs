//! Numbers that the readers could not hold.

use crate::diagnostic::fixup as mended;
use crate::parse::node::Node;
use crate::parse::pass::Pass;
use crate::source::{On, Place, Pointer, SourceId, text_at};

/// The magnitude from which on a number that was read as a float may have been written as an integer.
const WIDE: f64 = 9.2e18;

/// `serde_json` reads an integer beyond 64 bits as a float, and no reader holds one beyond 128 bits. The digits are
/// taken from the text; what is beyond 128 bits, or is no number of JSON (`.inf`), is reported.
pub(in crate::parse) fn exact_numbers(tree: &mut Node, pass: &mut Pass<'_>) {
    let mut found = Vec::new();
    collect(tree, &Pointer::root(), &mut found);
    let places: Vec<Place> =
        found.into_iter().map(|pointer| Place { source: SourceId::Document, pointer, on: On::Value }).collect();
    let texts: Vec<Option<String>> =
        text_at(pass.source, &places).into_iter().map(|text| text.map(str::to_owned)).collect();
    for (place, text) in places.into_iter().zip(texts) {
        let Some(node) = place.pointer.tokens().try_fold(&mut *tree, |node, token| node.step_mut(&token)) else {
            continue;
        };
        let digits = text.as_deref().filter(|text| is_integer(text));
        match digits.map(str::parse::<i128>) {
            Some(Ok(value)) => *node = Node::Integer(value),
            Some(Err(_)) => pass.say(mended::integer_too_large(place)),
            None if matches!(node, Node::Float(value) if !value.is_finite()) => {
                pass.say(mended::no_json_number(place));
                *node = Node::Null;
            }
            None => {}
        }
    }
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn collect(node: &Node, at: &Pointer, found: &mut Vec<Pointer>) {
    match node {
        Node::Float(value) if !value.is_finite() || value.abs() >= WIDE => found.push(at.clone()),
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &at.index(index), found);
            }
        }
        Node::Map(members) => {
            for (key, value) in members.iter() {
                collect(value, &at.key(key), found);
            }
        }
        _ => {}
    }
}
