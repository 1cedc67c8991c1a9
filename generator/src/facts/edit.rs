//! Changes of a tree, as small as they can be said.

use crate::parse::node::{Members, Node};
use crate::source::Pointer;

/// One step of a change.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// Puts a value where the pointer leads: in the place of the one that is there, or behind its siblings.
    Put(Pointer, Node),
    /// Takes away what the pointer leads to.
    Remove(Pointer),
    /// Gives the member that the pointer leads to another key, in its place.
    Rename(Pointer, String),
}

impl Edit {
    /// Makes the change. What leads nowhere changes nothing.
    pub(super) fn apply(&self, tree: &mut Node) {
        let (Self::Put(at, _) | Self::Remove(at) | Self::Rename(at, _)) = self;
        let mut way: Vec<String> = at.tokens().collect();
        let Some(last) = way.pop() else {
            return;
        };
        let Some(holder) = way.iter().try_fold(tree, |node, token| node.step_mut(token)) else {
            return;
        };
        match (self, holder) {
            (Self::Put(_, value), Node::Map(members)) => members.put(&last, value.clone()),
            (Self::Remove(_), Node::Map(members)) => drop(members.take(&last)),
            (Self::Rename(_, key), Node::Map(members)) => members.rename(&last, key),
            (Self::Put(_, value), Node::List(items)) => match last.parse().ok().and_then(|at: usize| items.get_mut(at))
            {
                Some(item) => *item = value.clone(),
                None => items.push(value.clone()),
            },
            (Self::Remove(_), Node::List(items)) => {
                if let Some(at) = last.parse().ok().filter(|at: &usize| *at < items.len()) {
                    items.remove(at);
                }
            }
            _ => {}
        }
    }
}

/// A value, from its members.
pub(super) fn object<const N: usize>(members: [(&str, Node); N]) -> Node {
    Node::Map(Members::from_read(members.map(|(key, value)| (key.to_owned(), value)).into()).0)
}

/// A text.
pub(super) fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}
