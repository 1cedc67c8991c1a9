//! Merge keys of YAML 1.1.

use crate::diagnostic::parse as mistake;
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

const MERGE: &str = "<<";

/// `<<: *defaults`: the members of the other mapping stand here too, unless a key is here already.
pub(in crate::parse) fn merge_keys(node: &mut Node, pass: &mut Pass<'_>) {
    match node {
        Node::Map(members) => {
            merge(members, pass);
            for (key, value) in members.iter_mut() {
                if matches!(value, Node::Map(_) | Node::List(_)) {
                    let before = pass.enter(key);
                    merge_keys(value, pass);
                    pass.leave(before);
                }
            }
        }
        Node::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                let before = pass.enter(&index.to_string());
                merge_keys(item, pass);
                pass.leave(before);
            }
        }
        _ => {}
    }
}

fn merge(members: &mut Members, pass: &mut Pass<'_>) {
    while let Some(merged) = members.get(MERGE) {
        let key = pass.at().key(MERGE);
        let parts = match merged {
            Node::Map(_) => vec![(key, merged.clone())],
            Node::List(items) => {
                items.iter().enumerate().map(|(index, item)| (key.index(index), item.clone())).collect()
            }
            other => {
                pass.say(mistake::wrong_type(pass.value(MERGE), "an object, or an array of them", other.what()));
                Vec::new()
            }
        };
        members.take(MERGE);
        for (from, part) in parts {
            for (key, value) in part.as_map().into_iter().flat_map(Members::iter) {
                if !members.holds(key) {
                    pass.origins.moved(&pass.at().key(key), &from.key(key));
                    members.put(key, value.clone());
                }
            }
        }
    }
}
