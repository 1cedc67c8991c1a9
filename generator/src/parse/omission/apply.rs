//! Leaving out of a tree what is to be left out.

use std::collections::BTreeMap;

use super::way::Way;
use super::{Instead, Omissions, docs};
use crate::parse::node::{Members, Node};
use crate::parse::origin::Origins;
use crate::source::Pointer;

impl Omissions {
    /// Takes a tree as it was read to the one that is to be generated.
    pub(in crate::parse) fn apply(&self, tree: &mut Node, origins: &mut Origins) {
        let sentences: Vec<(Pointer, String)> =
            self.0.iter().flat_map(|(at, omission)| docs::sentences(&Way::to(tree, at), omission)).collect();
        for (at, omission) in &self.0 {
            let Some(node) = at_mut(tree, at) else { continue };
            match omission.instead {
                Instead::AnyValue => *node = any_value(node),
                Instead::UnknownReply => *node = unknown_reply(node),
                Instead::UnknownReplies => *node = holding("default", unknown_reply(&Node::Null)),
                Instead::Nothing => {}
            }
        }
        for (at, sentence) in &sentences {
            tell(tree, at, sentence);
        }
        self.take_out(tree, origins);
    }

    fn take_out(&self, tree: &mut Node, origins: &mut Origins) {
        let mut items: BTreeMap<Pointer, Vec<usize>> = BTreeMap::new();
        for (at, _) in self.0.iter().filter(|(_, omission)| omission.instead == Instead::Nothing) {
            let (Some(parent), Some(key)) = (at.parent(), at.tokens().last()) else { continue };
            match at_mut(tree, &parent) {
                Some(Node::Map(members)) => {
                    members.take(&key);
                }
                Some(Node::List(_)) => items.entry(parent).or_default().extend(key.parse::<usize>().ok()),
                _ => {}
            }
        }
        for (list, gone) in items {
            let Some(Node::List(nodes)) = at_mut(tree, &list) else { continue };
            let before = std::mem::take(nodes);
            let kept = before.into_iter().enumerate().filter(|(index, _)| !gone.contains(index));
            let (indices, kept): (Vec<usize>, Vec<Node>) = kept.unzip();
            let is_empty = kept.is_empty();
            *nodes = kept;
            for (now, before) in indices.into_iter().enumerate().filter(|(now, before)| now != before) {
                origins.shifted(&list.index(now), &list.index(before));
            }
            // An empty list of requirements would say that none is needed.
            if is_empty
                && list.as_str().ends_with("/security")
                && let Some(Node::Map(members)) = list.parent().and_then(|holder| at_mut(tree, &holder))
            {
                members.take("security");
            }
        }
    }
}

fn at_mut<'tree>(tree: &'tree mut Node, pointer: &Pointer) -> Option<&'tree mut Node> {
    pointer.tokens().try_fold(tree, |node, token| node.step_mut(&token))
}

/// What a schema says to readers, and nothing of its values.
fn any_value(schema: &Node) -> Node {
    let mut members = Members::default();
    if let Some(text) = schema.step("description").and_then(Node::as_text) {
        members.put("description", Node::Text(text.to_owned()));
    }
    for key in ["deprecated", "readOnly", "writeOnly"] {
        if let Some(value @ Node::Boolean(_)) = schema.step(key) {
            members.put(key, value.clone());
        }
    }
    Node::Map(members)
}

/// A reply under any media type, with the docs and the headers that were there.
fn unknown_reply(reply: &Node) -> Node {
    let mut members = Members::default();
    let text = reply.step("description").and_then(Node::as_text).unwrap_or_default();
    members.put("description", Node::Text(text.to_owned()));
    if let Some(headers @ Node::Map(_)) = reply.step("headers") {
        members.put("headers", headers.clone());
    }
    members.put("content", holding("*/*", Node::Map(Members::default())));
    Node::Map(members)
}

fn holding(key: &str, value: Node) -> Node {
    let mut members = Members::default();
    members.put(key, value);
    Node::Map(members)
}

/// Adds a sentence to the description of an object.
fn tell(tree: &mut Node, at: &Pointer, sentence: &str) {
    let Some(members) = at_mut(tree, at).and_then(Node::as_map_mut).filter(|members| !members.holds("$ref")) else {
        return;
    };
    let text = match members.text("description") {
        Some(text) if text.contains(sentence) => return,
        Some(text) if !text.trim().is_empty() => format!("{}\n\n{sentence}", text.trim_end()),
        _ => sentence.to_owned(),
    };
    members.put("description", Node::Text(text));
}
