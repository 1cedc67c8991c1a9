//! What the rooms of `lower` share.

use std::collections::{BTreeMap, BTreeSet};

use super::pattern::Unusable;
use crate::api::{Body, Docs, Header, Name, Parameter, Pattern, Reply, Shape, Type, TypeId, Types};
use crate::diagnostic::lower::document as mistake;
use crate::diagnostic::{Diagnostic, Report};
use crate::parse::Document;
use crate::source::{On, Place, Pointer};

/// What a schema, operation or parameter is to be called in Rust.
pub(super) const RUST_NAME: &str = "x-rust-name";

/// A lowering under way.
pub(super) struct Lowering<'a> {
    pub(super) document: &'a Document,
    report: &'a mut Report,
    pub(super) types: Types,
    /// The types of the schemas that were met, by the pointers of the fixed-up tree.
    pub(super) known: BTreeMap<Pointer, TypeId>,
    /// The members of `known` that a reference asked for before they were reached, and what to call them should they
    /// not be reached at all.
    pub(super) reserved: BTreeMap<Pointer, Name>,
    /// The declared schemas whose turn has not come.
    pub(super) unfilled: BTreeSet<Pointer>,
    /// The schemas that properties were asked about which way they travel.
    pub(super) travelling: BTreeSet<Pointer>,
    /// The types of schemas that are taken together, by their places, and whether choices of theirs count.
    pub(super) conjunctions: BTreeMap<BTreeSet<(Pointer, bool)>, TypeId>,
    /// Which declared schemas extend which, once that was asked.
    pub(super) extended: Option<BTreeMap<Pointer, Vec<Pointer>>>,
    /// How many schemas are open, each within the one before.
    pub(super) depth: usize,
    /// The defaults whose types are not whole yet.
    pub(super) defaults: Vec<(TypeId, Pointer)>,
    pub(super) patterns: BTreeMap<String, Result<Pattern, Unusable>>,
    pub(super) shared: Shared,
    /// The schemes that requirements name and nobody declares: where first, and how often.
    pub(super) undeclared: BTreeMap<String, (Place, usize)>,
    /// The names that the document asks for, by the pointers of the original text.
    pub(super) names: BTreeMap<Pointer, (String, Place)>,
}

/// What several operations may share, by the pointers of the fixed-up tree. What could not be lowered is `None`, so that
/// it is reported once.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) parameters: BTreeMap<Pointer, Option<Parameter>>,
    pub(super) headers: BTreeMap<Pointer, Header>,
    pub(super) bodies: BTreeMap<Pointer, Option<Body>>,
    /// The replies, also by whether they have no body because of where they are referred to.
    pub(super) replies: BTreeMap<(Pointer, bool), Reply>,
    /// Everything that a reference led to.
    pub(super) used: BTreeSet<Pointer>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(document: &'a Document, report: &'a mut Report) -> Self {
        Self {
            document,
            report,
            types: Types::default(),
            known: BTreeMap::new(),
            reserved: BTreeMap::new(),
            unfilled: BTreeSet::new(),
            travelling: BTreeSet::new(),
            conjunctions: BTreeMap::new(),
            extended: None,
            depth: 0,
            defaults: Vec::new(),
            patterns: BTreeMap::new(),
            shared: Shared::default(),
            undeclared: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    /// Reports a mistake.
    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        self.report.push(diagnostic);
    }

    /// Reads the name that the document asks for (`x-rust-name`).
    pub(super) fn asked_name<'e>(
        &mut self,
        mut extensions: impl Iterator<Item = (&'e String, &'e serde_json::Value)>,
        pointer: &Pointer,
    ) {
        let Some((_, name)) = extensions.find(|(key, _)| *key == RUST_NAME) else { return };
        let place = self.value(&pointer.key(RUST_NAME));
        match name.as_str() {
            Some(name) => {
                self.names.insert(self.at(pointer), (name.to_owned(), place));
            }
            None => self.say(mistake::rust_name(place)),
        }
    }

    /// The place of the value that `pointer` means.
    pub(super) fn value(&self, pointer: &Pointer) -> Place {
        self.document.place(pointer, On::Value)
    }

    /// The place of the key of what `pointer` means.
    pub(super) fn key(&self, pointer: &Pointer) -> Place {
        self.document.place(pointer, On::Key)
    }

    /// The pointer into the original text.
    pub(super) fn at(&self, pointer: &Pointer) -> Pointer {
        self.value(pointer).pointer
    }

    /// A type that is not more than its name yet.
    pub(super) fn placeholder(&mut self, name: Name, pointer: &Pointer) -> TypeId {
        let ty = self.bare(name, Shape::Any, pointer);
        self.types.push(ty)
    }

    /// A type about which the document says nothing but its shape.
    pub(super) fn bare(&self, name: Name, shape: Shape, pointer: &Pointer) -> Type {
        Type {
            name,
            shape,
            docs: Docs::default(),
            deprecated: false,
            default: None,
            format: None,
            at: self.at(pointer),
        }
    }
}
