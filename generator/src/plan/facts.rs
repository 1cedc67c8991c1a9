//! What follows from model 1: facts that stand beside it, computed once.

use std::collections::{BTreeMap, BTreeSet};

use super::cycle::ways_back;
use super::layout;
use super::overrides::Overrides;
use crate::api::{Access, Api, Carries, Limits, Range, Rest, Scalar, Shape, TextFormat, TypeId};

/// The facts.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// The types that a caller sends, directly or within another.
    pub(super) sent: BTreeSet<TypeId>,
    /// The types that a caller receives, directly or within another.
    pub(super) received: BTreeSet<TypeId>,
    /// The declared types that may be null wherever they stand, each with the type that says so.
    pub(super) nullable: BTreeMap<TypeId, TypeId>,
    /// The properties of objects and alternatives of choices, by their owner and index, that stand in a box.
    pub(super) boxed: BTreeSet<(TypeId, usize)>,
    /// The names for lists, maps and the like that contain themselves, which Rust cannot spell as an alias.
    pub(super) wrapped: BTreeSet<TypeId>,
    /// The types of which a check can find something, so that it is worth a statement.
    pub(super) checkable: BTreeSet<TypeId>,
}

impl Facts {
    pub(super) fn of(api: &Api, overrides: &Overrides<'_>) -> Self {
        Self {
            sent: sent(api),
            received: received(api),
            nullable: nullable(api),
            boxed: layout::boxed(api),
            wrapped: wrapped(api),
            checkable: checkable(api, overrides),
        }
    }

    /// Whether a required property of a type stands in every value of it: `readOnly` ones are not sent, `writeOnly` ones
    /// are not received, and `required` speaks of the other way alone (OpenAPI 3.0.4, section 4.7.24.2).
    pub(super) fn travels_always(&self, owner: TypeId, access: Access) -> bool {
        match access {
            Access::ReadWrite => true,
            Access::ReadOnly => !self.sent.contains(&owner),
            Access::WriteOnly => !self.received.contains(&owner),
        }
    }
}

/// What states a bound or a format, and what is made of such.
fn checkable(api: &Api, overrides: &Overrides<'_>) -> BTreeSet<TypeId> {
    holding(api, overrides, is_bounded)
}

/// The types whose shape is of a certain kind, and all that are made of such. Of a type that a person has put in the place of
/// another nothing is known.
pub(super) fn holding(api: &Api, overrides: &Overrides<'_>, is: impl Fn(&Shape) -> bool) -> BTreeSet<TypeId> {
    let mut holders: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for (id, ty) in api.types.iter() {
        if overrides.rust_type(ty).is_some() {
            continue;
        }
        if is(&ty.shape) {
            open.push(id);
        }
        for part in parts(api, id) {
            holders.entry(part).or_default().push(id);
        }
    }
    let mut holding = BTreeSet::new();
    while let Some(id) = open.pop() {
        if holding.insert(id) {
            open.extend(holders.remove(&id).unwrap_or_default());
        }
    }
    holding
}

/// Whether there is something to check in a value of this shape itself.
fn is_bounded(shape: &Shape) -> bool {
    match shape {
        Shape::Scalar(Scalar::Text(text)) => {
            text.format != TextFormat::Plain || text.length != Limits::default() || !text.patterns.is_empty()
        }
        Shape::Scalar(Scalar::Integer(_, range) | Scalar::Number(range)) => *range != Range::default(),
        Shape::List(list) => list.count != Limits::default() || list.unique,
        Shape::Map(map) => map.count != Limits::default(),
        Shape::Object(object) => object.count != Limits::default() || object.rest == Rest::Closed,
        Shape::Scalar(Scalar::Boolean(only)) => only.is_some(),
        // Whether a value is known is asked where one of several types is looked for.
        Shape::Enumeration(enumeration) => !enumeration.open,
        Shape::Choice(_) => true,
        Shape::Nullable(_) | Shape::Alias(_) | Shape::Null | Shape::Any => false,
    }
}

/// Everything that a request can carry. In a document without operations all may be sent.
pub(super) fn sent(api: &Api) -> BTreeSet<TypeId> {
    if api.operations.is_empty() {
        return api.types.iter().map(|(id, _)| id).collect();
    }
    let bodies = api.operations.iter().filter_map(|operation| match operation.body.as_ref()?.content.carries {
        Carries::Json(ty) => Some(ty),
        Carries::Text | Carries::Bytes => None,
    });
    let parameters = api.operations.iter().flat_map(|operation| operation.parameters.iter().map(|found| found.ty));
    reached(api, bodies.chain(parameters).collect())
}

fn nullable(api: &Api) -> BTreeMap<TypeId, TypeId> {
    let types = api.types.iter();
    let both = types.filter_map(|(outer, ty)| match ty.shape {
        Shape::Nullable(inner) if api.types[inner].is_declared() && api.types[inner].at == ty.at => {
            Some((inner, outer))
        }
        _ => None,
    });
    both.collect()
}

/// Everything that a reply can carry in its body.
pub(super) fn received(api: &Api) -> BTreeSet<TypeId> {
    let replies = api.operations.iter().flat_map(|operation| &operation.replies);
    let bodies = replies.filter_map(|reply| match reply.content.as_ref()?.carries {
        Carries::Json(ty) => Some(ty),
        Carries::Text | Carries::Bytes => None,
    });
    reached(api, bodies.collect())
}

/// The types that these are made of, and they themselves.
fn reached(api: &Api, mut open: Vec<TypeId>) -> BTreeSet<TypeId> {
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(parts(api, id));
        }
    }
    seen
}

/// The types that a type is made of, one step deep.
fn parts(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.types[id].shape {
        Shape::Object(object) => {
            let rest = match object.rest {
                Rest::Typed(ty) => Some(ty),
                Rest::Unstated | Rest::Any | Rest::Closed => None,
            };
            object.fields.iter().map(|field| field.ty).chain(rest).collect()
        }
        Shape::List(list) => vec![list.items],
        Shape::Map(map) => map.keys.into_iter().chain([map.values]).collect(),
        Shape::Nullable(inner) | Shape::Alias(inner) => vec![*inner],
        Shape::Choice(choice) => choice.alternatives.iter().map(|alternative| alternative.ty).collect(),
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Null | Shape::Any => Vec::new(),
    }
}

fn wrapped(api: &Api) -> BTreeSet<TypeId> {
    let edges = |id: TypeId| -> Vec<(usize, TypeId)> {
        match api.types[id].shape {
            Shape::Object(_) | Shape::Choice(_) => Vec::new(),
            _ => parts(api, id).into_iter().enumerate().collect(),
        }
    };
    let mut wrapped = BTreeSet::new();
    for (from, _, to) in ways_back(api, &edges) {
        // Only a name can be made a struct of its own; the other end of the arrow is one, or leads to one.
        let declared = [to, from].into_iter().find(|id| api.types[*id].is_declared());
        wrapped.insert(declared.unwrap_or(to));
    }
    wrapped
}
