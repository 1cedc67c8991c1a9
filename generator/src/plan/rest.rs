//! What may stand beside the named properties of an object.

use super::Context;
use super::bounds::Holder;
use super::documentation::Paragraphs;
use super::model::Planned;
use super::types::{From, runtime};
use crate::api::{Limits, Object, Rest, TypeId};
use crate::diagnostic::Report;
use crate::rust::body::{Check, Outer, Subject, Wrap};
use crate::rust::name::{Case, Scope};
use crate::rust::{Documentation, Field, Ident, Serde, Type, Visibility};

impl Context<'_> {
    /// The field of what stands beside the named properties, where that is kept.
    pub(super) fn beside(
        &self,
        id: TypeId,
        object: &Object,
        scope: &mut Scope,
        report: &mut Report,
    ) -> Option<Planned> {
        let place = self.api.types[id].at.as_str();
        let (values, ty) = match object.rest {
            // What is to be counted must be kept.
            Rest::Unstated if object.count != Limits::default() => (runtime("Value"), None),
            Rest::Unstated => return None,
            Rest::Closed => return Some(undeclared(scope.claim_one(Case::Value, "undeclared", place))),
            Rest::Any => (runtime("Value"), None),
            Rest::Typed(ty) => (self.spell(ty, From::Models), Some(ty)),
        };
        let name = scope.claim_one(Case::Value, "additional properties", place);
        Some(self.rest(id, name, values, ty, report))
    }

    fn rest(&self, owner: TypeId, name: Ident, values: Type, ty: Option<TypeId>, report: &mut Report) -> Planned {
        let map = runtime("Map").of([Type::plain("String"), values]);
        let mut docs = Paragraphs::default();
        docs.line("The properties beside the named ones, in the order in which they came.");
        let holder = Holder::Impl(self.names.types[&owner].clone());
        let bounds = ty.map(|ty| self.bounds_of_values(ty, &holder, &name, report)).unwrap_or_default();
        if let Some(ty) = ty {
            self.body_words(ty, &mut docs);
        }
        if !bounds.words.is_empty() {
            docs.line(format!("Limits: {}.", bounds.words.join(", ")));
        }
        let check = ty.filter(|ty| self.facts.checkable.contains(ty)).map(|_| Check {
            subject: Subject::Rest,
            field: name.clone(),
            bounds: bounds.checks,
        });
        let (constants, statics) = (bounds.constants, bounds.statics);
        Planned { check, constants, statics, ..kept(name, map, docs.finish()) }
    }
}

/// The field of a map into which serde puts what it knows no field for.
fn kept(name: Ident, map: Type, docs: Documentation) -> Planned {
    Planned {
        field: Field {
            docs,
            deprecated: false,
            visibility: Visibility::Public,
            name,
            ty: map.clone(),
            serde: vec![Serde::Flatten],
            unread: None,
        },
        inner: map,
        required: false,
        wrap: Wrap { outer: Outer::Plain, boxed: false },
        into: false,
        set: true,
        functions: Vec::new(),
        check: None,
        constants: Vec::new(),
        statics: Vec::new(),
    }
}

/// What came beside the properties of an object that allows no others.
fn undeclared(name: Ident) -> Planned {
    let map = runtime("Map").of([Type::plain("String"), runtime("Value")]);
    let docs = Documentation(
        [
            "What came beside these properties, which the document does not allow: kept as it came, and each of them is",
            "reported by [`validate`](Self::validate).",
        ]
        .map(str::to_owned)
        .to_vec(),
    );
    let check = Check { subject: Subject::Undeclared, field: name.clone(), bounds: Vec::new() };
    Planned { check: Some(check), set: false, ..kept(name, map, docs) }
}
