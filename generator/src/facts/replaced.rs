//! The schemas for which a person has chosen a Rust type: what the document says of their values is not looked at, by
//! the settings' own words.

use crate::parse::node::Node;
use crate::settings::{Settings, Subject};
use crate::source::Pointer;

/// Where these schemas stand.
pub(super) fn schemas(tree: &Node, settings: &Settings) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut formats = Vec::new();
    for chosen in &settings.types {
        match &chosen.subject {
            Subject::Schema(name) => found.push(Pointer::root().key("components").key("schemas").key(name)),
            Subject::At(pointer) => found.push(pointer.clone()),
            Subject::Format(format) => formats.push(format.as_str()),
        }
    }
    if !formats.is_empty() {
        with_format(tree, &formats, &Pointer::root(), &mut found);
    }
    found
}

fn with_format(node: &Node, formats: &[&str], at: &Pointer, found: &mut Vec<Pointer>) {
    match node {
        Node::Map(members) => {
            if members.text("format").is_some_and(|format| formats.contains(&format)) {
                found.push(at.clone());
            }
            members.iter().for_each(|(key, value)| with_format(value, formats, &at.key(key), found));
        }
        Node::List(items) => {
            items.iter().enumerate().for_each(|(index, item)| with_format(item, formats, &at.index(index), found));
        }
        _ => {}
    }
}
