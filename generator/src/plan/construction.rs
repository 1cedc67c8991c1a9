//! What a caller builds models with: required fields by name, setters for the rest.

use super::Context;
use super::model::Planned;
use crate::api::TypeId;
use crate::rust::body::{ModelBody, Wrap};
use crate::rust::{
    Body, Documentation, Field, Fields, Function, Ident, Impl, ImplItem, Item, Receiver, Struct, Type, Visibility,
};

impl Context<'_> {
    /// The struct of required fields, if any is required, and the functions that build the model.
    pub(super) fn construction(&self, id: TypeId, name: &Ident, fields: &[Planned]) -> (Vec<Item>, Vec<Function>) {
        let (companions, constructor) = match self.names.required.get(&id) {
            Some(companion) => (vec![required(name, companion, fields)], new(name, companion, fields)),
            None => (Vec::new(), empty(name)),
        };
        let setters = fields.iter().filter(|one| one.set && !one.required).map(setter);
        (companions, std::iter::once(constructor).chain(setters).collect())
    }
}

fn required(name: &Ident, companion: &Ident, fields: &[Planned]) -> Item {
    let fields = fields.iter().filter(|one| one.required).map(|one| Field { serde: Vec::new(), ..one.field.clone() });
    Item::Struct(Struct {
        docs: Documentation::line(format!("What every [`{name}`] has: the argument of [`{name}::new`].")),
        deprecated: false,
        derives: vec!["Clone", "Debug", "PartialEq"],
        must_use: None,
        non_exhaustive: false,
        transparent: false,
        name: companion.clone(),
        fields: Fields::Named(fields.collect()),
    })
}

fn new(name: &Ident, companion: &Ident, fields: &[Planned]) -> Function {
    let required = fields.iter().filter(|one| one.required).map(|one| one.field.name.clone()).collect();
    let others = fields.iter().filter(|one| !one.required);
    let others = others.map(|one| (one.field.name.clone(), one.wrap.outer)).collect();
    let body = ModelBody::New { required, others };
    Function {
        docs: Documentation::line(format!("A [`{name}`] of what is required; the rest is absent.")),
        must_use: true,
        visibility: Some(Visibility::Public),
        parameters: vec![(Ident::fixed("required"), Type::plain(companion.as_str()))],
        returns: Some(Type::this()),
        ..Function::new(Ident::fixed("new"), Body::Model(body))
    }
}

pub(super) fn empty(name: &Ident) -> Function {
    Function {
        docs: Documentation::line(format!("A [`{name}`] of which all is absent.")),
        must_use: true,
        visibility: Some(Visibility::Public),
        returns: Some(Type::this()),
        ..Function::new(Ident::fixed("new"), Body::Model(ModelBody::Empty))
    }
}

fn setter(one: &Planned) -> Function {
    setter_of(&one.field.name, one.inner.clone(), one.wrap, one.into, one.field.deprecated)
}

/// The setter of a field: `into` takes whatever becomes the value.
pub(super) fn setter_of(name: &Ident, inner: Type, wrap: Wrap, into: bool, deprecated: bool) -> Function {
    let ty = if into { inner.into() } else { inner };
    Function {
        docs: Documentation::line(format!("Sets [`{name}`](Self#structfield.{}).", name.bare())),
        deprecated,
        must_use: true,
        visibility: Some(Visibility::Public),
        receiver: Receiver::MutValue,
        parameters: vec![(name.clone(), ty)],
        returns: Some(Type::this()),
        ..Function::new(name.prefixed("with"), Body::Model(ModelBody::With { field: name.clone(), wrap, into }))
    }
}

/// `impl Type { … }` of nothing is not written.
pub(super) fn inherent(on: Type, items: Vec<ImplItem>) -> Option<Item> {
    (!items.is_empty()).then(|| Item::Impl(Impl::inherent(on, items)))
}
