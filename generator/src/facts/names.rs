//! The names of a document, and everything that goes by them.

use std::collections::BTreeMap;

use super::edit::Edit;
use crate::parse::node::{Members, Node};
use crate::source::Pointer;

/// The names that `components` declares, with what refers to them.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By section of `components`.
    declared: BTreeMap<String, Vec<String>>,
    /// Where each `$ref` (or the mapping of a discriminator) stands, by its text.
    references: BTreeMap<String, Vec<Pointer>>,
    /// Where security schemes are asked for: the members of requirements, by their keys.
    requirements: BTreeMap<String, Vec<Pointer>>,
}

impl Names {
    /// Looks through a whole document.
    pub(super) fn of(tree: &Node) -> Self {
        let mut names = Self::default();
        for (section, members) in tree.step("components").and_then(Node::as_map).into_iter().flat_map(Members::iter) {
            let declared = members.as_map().into_iter().flat_map(Members::keys).map(str::to_owned);
            names.declared.insert(section.to_owned(), declared.collect());
        }
        names.look(tree, &Pointer::root());
        names
    }

    fn look(&mut self, node: &Node, at: &Pointer) {
        match node {
            Node::Map(members) => {
                for (key, value) in members.iter() {
                    let at = at.key(key);
                    match (key, value) {
                        ("$ref", Node::Text(target)) => {
                            self.references.entry(target.clone()).or_default().push(at);
                            continue;
                        }
                        ("security", Node::List(alternatives)) => self.require(alternatives, &at),
                        _ => {}
                    }
                    self.look(value, &at);
                }
            }
            Node::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.look(item, &at.index(index));
                }
            }
            Node::Text(text) if text.starts_with("#/components/") => {
                self.references.entry(text.clone()).or_default().push(at.clone());
            }
            _ => {}
        }
    }

    fn require(&mut self, alternatives: &[Node], at: &Pointer) {
        for (index, alternative) in alternatives.iter().enumerate() {
            for scheme in alternative.as_map().into_iter().flat_map(Members::keys) {
                self.requirements.entry(scheme.to_owned()).or_default().push(at.index(index).key(scheme));
            }
        }
    }

    /// The references to what is declared beside a target.
    pub(super) fn targets_beside(&self, target: &str) -> Vec<String> {
        let Some((section, name)) = target.strip_prefix("#/components/").and_then(|rest| rest.split_once('/')) else {
            return Vec::new();
        };
        let declared = self.declared.get(section).into_iter().flatten();
        declared.filter(|other| *other != name).map(|other| reference(section, other)).collect()
    }

    /// What must change beside the key where something that `components` declares is called otherwise.
    pub(super) fn follow(&self, section: &str, name: &str, new: &str) -> Vec<Edit> {
        let places = self.references.get(&reference(section, name)).into_iter().flatten();
        let references = places.map(|at| Edit::Put(at.clone(), Node::Text(reference(section, new))));
        let requirements = self.requirements.get(name).filter(|_| section == "securitySchemes").into_iter().flatten();
        references.chain(requirements.map(|at| Edit::Rename(at.clone(), new.to_owned()))).collect()
    }
}

fn reference(section: &str, name: &str) -> String {
    format!("#{}", Pointer::root().key("components").key(section).key(name))
}
