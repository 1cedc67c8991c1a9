//! What is left out of a document so that the rest of it can be read: for each error, the smallest piece round it that
//! can be left out, or that something looser can stand in for.
//!
//! The text stays as it was read. What is left out is a set of places in it, which grows from round to round, and is
//! taken out of a copy of the tree; so a place always means the original text, and what was said stays true.

mod apply;
mod choose;
mod docs;
mod way;

use std::collections::{BTreeMap, BTreeSet};

use super::keywords::Kind;
use super::node::Node;
use super::origin::Origins;
use crate::diagnostic::Diagnostic;
use crate::source::{Pointer, SourceId};
use way::Way;

/// What takes the place of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Instead {
    /// A schema that takes any value.
    AnyValue,
    /// A reply of which nobody knows what it carries.
    UnknownReply,
    /// Such a reply to every call.
    UnknownReplies,
    /// Nothing.
    Nothing,
}

/// A piece that is left out.
#[derive(Clone, Debug)]
struct Omission {
    instead: Instead,
    /// The error, as a clause.
    cause: String,
    /// What the piece is, where the table says so.
    kind: Option<Kind>,
}

/// All that is left out, by the places in the tree as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Omissions(BTreeMap<Pointer, Omission>);

/// How much of a document was left out so that the rest could be generated, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Operations.
    pub operations: usize,
    /// Parameters of operations that are there.
    pub parameters: usize,
    /// Bodies that such operations would send.
    pub bodies: usize,
    /// Replies of which is not known what they carry.
    pub replies: usize,
    /// Schemas that take any value.
    pub schemas: usize,
    /// Whatever else: headers, servers, security schemes, remarks.
    pub others: usize,
}

impl Omissions {
    /// Leaves out what these errors of a tree ask for. Where nothing can be had without one of them, this says `false`.
    pub(super) fn extend(
        &mut self,
        tree: &Node,
        references: &References,
        origins: &Origins,
        errors: &[Diagnostic],
    ) -> bool {
        let mut chosen = self.0.clone();
        for error in errors {
            let cause = self.cause_of(tree, error).unwrap_or(&error.message);
            let cause = cause.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut found = false;
            for at in origins.now(&error.place.pointer) {
                let way = Way::to(tree, &at);
                let Some((at, kind, instead)) = choose::smallest(&way, &self.0, &chosen, references) else {
                    continue;
                };
                found = true;
                chosen.entry(at).or_insert_with(|| Omission { instead, cause: cause.clone(), kind });
            }
            if !found {
                return false;
            }
        }
        self.0 = chosen;
        true
    }

    /// Whether something is said only because of what was left out.
    pub(super) fn account_for(
        &self,
        tree: &Node,
        references: &References,
        origins: &Origins,
        diagnostic: &Diagnostic,
    ) -> bool {
        if diagnostic.place.source != SourceId::Document {
            return false;
        }
        let place = &diagnostic.place.pointer;
        let last = place.tokens().last().unwrap_or_default();
        self.cover(origins, place)
            || self.cause_of(tree, diagnostic).is_some()
            || match diagnostic.code {
                "unused-component" => references.contains(&format!("#{place}")),
                "undeclared-scheme" => {
                    self.0.contains_key(&Pointer::from_text("/components/securitySchemes").key(&last))
                }
                _ => false,
            }
    }

    /// Whether a place of the original text is in what was left out.
    pub(super) fn cover(&self, origins: &Origins, place: &Pointer) -> bool {
        self.0.keys().any(|at| place.is_within(&origins.original(at)))
    }

    /// Why something was left out to which the reference leads that an error is about.
    fn cause_of(&self, tree: &Node, error: &Diagnostic) -> Option<&str> {
        let target = tree.at(&error.place.pointer).and_then(Node::as_text)?.strip_prefix('#')?;
        let target = Pointer::from_text(target);
        let found = self
            .0
            .iter()
            .find(|(at, omission)| target.is_within(at) && (omission.instead == Instead::Nothing || target != **at));
        found.map(|(_, omission)| omission.cause.as_str())
    }

    /// Counts.
    pub(super) fn count(&self, tree: &Node, references: &References) -> LeftOut {
        let mut left_out = LeftOut::default();
        for (at, omission) in &self.0 {
            let within_another = |other: &Pointer| other != at && at.is_within(other);
            // Whoever refers to a component counts, and not what he refers to.
            let is_counted = omission.instead == Instead::Nothing && references.contains(&format!("#{at}"));
            if is_counted || self.0.keys().any(within_another) {
                continue;
            }
            let operations = || tree.at(at).map_or(0, |item| way::operations(item).count());
            match (omission.instead, omission.kind) {
                (Instead::AnyValue, _) => left_out.schemas += 1,
                (Instead::UnknownReply | Instead::UnknownReplies, _) => left_out.replies += 1,
                (Instead::Nothing, Some(Kind::Operation)) => left_out.operations += 1,
                (Instead::Nothing, Some(Kind::PathItem)) if operations() > 0 => left_out.operations += operations(),
                (Instead::Nothing, Some(Kind::Parameter)) => left_out.parameters += 1,
                (Instead::Nothing, Some(Kind::RequestBody)) => left_out.bodies += 1,
                (Instead::Nothing, _) => left_out.others += 1,
            }
        }
        left_out
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The texts of all references of a tree.
pub(super) type References = BTreeSet<String>;

pub(super) fn references(tree: &Node) -> References {
    fn gather(node: &Node, found: &mut References) {
        match node {
            Node::Map(members) => {
                found.extend(members.text("$ref").map(str::to_owned));
                members.iter().for_each(|(_, member)| gather(member, found));
            }
            Node::List(items) => items.iter().for_each(|item| gather(item, found)),
            _ => {}
        }
    }
    let mut found = References::new();
    gather(tree, &mut found);
    found
}
