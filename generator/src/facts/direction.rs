//! Which way schemas travel.

use std::collections::BTreeSet;

use crate::parse::node::Node;
use crate::source::Pointer;

/// The declared schemas that requests and replies hold, directly or within others.
#[derive(Debug, Default)]
pub(super) struct Directions {
    sent: BTreeSet<String>,
    received: BTreeSet<String>,
}

impl Directions {
    pub(super) fn of(tree: &Node) -> Self {
        let reached = |holders: &[&str]| {
            let mut names = BTreeSet::new();
            gather(tree, holders, false, &mut names);
            let mut open: Vec<String> = names.iter().cloned().collect();
            while let Some(name) = open.pop() {
                let schemas = tree.step("components").and_then(|components| components.step("schemas"));
                let mut within = BTreeSet::new();
                if let Some(schema) = schemas.and_then(|schemas| schemas.step(&name)) {
                    gather(schema, holders, true, &mut within);
                }
                open.extend(within.into_iter().filter(|name| names.insert(name.clone())));
            }
            names
        };
        Self { sent: reached(&["requestBody", "requestBodies"]), received: reached(&["responses"]) }
    }

    /// Whether requests may hold what stands at a pointer.
    pub(super) fn is_sent(&self, at: &Pointer) -> bool {
        is_within(at, &self.sent, &["requestBody", "requestBodies"])
    }

    /// Whether replies may hold what stands at a pointer.
    pub(super) fn is_received(&self, at: &Pointer) -> bool {
        is_within(at, &self.received, &["responses"])
    }
}

fn is_within(at: &Pointer, names: &BTreeSet<String>, holders: &[&str]) -> bool {
    let mut tokens = at.tokens();
    let declared = tokens.next().as_deref() == Some("components") && tokens.next().as_deref() == Some("schemas");
    if declared {
        return tokens.next().is_some_and(|name| names.contains(&name));
    }
    at.tokens().any(|token| holders.contains(&token.as_str()))
}

/// The schemas that are referred to within the holders.
fn gather(node: &Node, holders: &[&str], within: bool, names: &mut BTreeSet<String>) {
    match node {
        Node::Map(members) => {
            for (key, value) in members.iter() {
                match value.as_text().filter(|_| key == "$ref" && within) {
                    Some(target) => {
                        names.extend(
                            target
                                .strip_prefix("#/components/schemas/")
                                .map(|name| Pointer::from_text(format!("/{name}")).tokens().next().unwrap_or_default()),
                        );
                    }
                    None => gather(value, holders, within || holders.contains(&key), names),
                }
            }
        }
        Node::List(items) => items.iter().for_each(|item| gather(item, holders, within, names)),
        _ => {}
    }
}
