//! What follows from model 1: facts that stand beside it, computed once.

use std::collections::{BTreeMap, BTreeSet};

use super::overrides::Overrides;
use crate::api::{Api, Carries, Limits, Range, Rest, Scalar, Shape, TextFormat, TypeId};

/// The facts.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// The types that a caller sends, directly or within another.
    pub(super) sent: BTreeSet<TypeId>,
    /// The types that a caller receives, directly or within another.
    pub(super) received: BTreeSet<TypeId>,
    /// The declared types that may be null wherever they stand, each with the type that says so.
    pub(super) nullable: BTreeMap<TypeId, TypeId>,
    /// The properties, by their object and index, that need a box to give their object a size.
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
            boxed: boxed(api),
            wrapped: wrapped(api),
            checkable: checkable(api, overrides),
        }
    }
}

/// What states a bound or a format, and what is made of such.
fn checkable(api: &Api, overrides: &Overrides<'_>) -> BTreeSet<TypeId> {
    let mut holders: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for (id, ty) in api.types.iter() {
        // Of a type that a person has put in its place we know no checks.
        if overrides.rust_type(ty).is_some() {
            continue;
        }
        if is_bounded(&ty.shape) {
            open.push(id);
        }
        for part in parts(api, id) {
            holders.entry(part).or_default().push(id);
        }
    }
    let mut checkable = BTreeSet::new();
    while let Some(id) = open.pop() {
        if checkable.insert(id) {
            open.extend(holders.remove(&id).unwrap_or_default());
        }
    }
    checkable
}

/// Whether there is something to check in a value of this shape itself.
fn is_bounded(shape: &Shape) -> bool {
    match shape {
        Shape::Scalar(Scalar::Text(text)) => {
            text.format != TextFormat::Plain || text.length != Limits::default() || text.pattern.is_some()
        }
        Shape::Scalar(Scalar::Integer(_, range) | Scalar::Number(range)) => *range != Range::default(),
        Shape::List(list) => list.count != Limits::default() || list.unique,
        Shape::Map(map) => map.count != Limits::default(),
        Shape::Object(object) => object.count != Limits::default(),
        Shape::Scalar(Scalar::Boolean) | Shape::Enumeration(_) | Shape::Nullable(_) | Shape::Alias(_) | Shape::Any => {
            false
        }
    }
}

/// Everything that a request can carry. In a document without operations all may be sent.
fn sent(api: &Api) -> BTreeSet<TypeId> {
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
fn received(api: &Api) -> BTreeSet<TypeId> {
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
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Any => Vec::new(),
    }
}

/// The object whose bytes stand within a value of this type, without a heap in between.
pub(super) fn contained(api: &Api, mut id: TypeId) -> Option<TypeId> {
    loop {
        match api.types[id].shape {
            Shape::Object(_) => return Some(id),
            Shape::Nullable(inner) | Shape::Alias(inner) => id = inner,
            _ => return None,
        }
    }
}

/// One box for each way back to an object that is still being laid out.
fn boxed(api: &Api) -> BTreeSet<(TypeId, usize)> {
    let edges = |id: TypeId| -> Vec<(usize, TypeId)> {
        match &api.types[id].shape {
            Shape::Object(object) => object
                .fields
                .iter()
                .enumerate()
                .filter_map(|(index, field)| Some((index, contained(api, field.ty)?)))
                .collect(),
            _ => Vec::new(),
        }
    };
    ways_back(api, edges).into_iter().map(|(from, index, _)| (from, index)).collect()
}

fn wrapped(api: &Api) -> BTreeSet<TypeId> {
    let edges = |id: TypeId| -> Vec<(usize, TypeId)> {
        match api.types[id].shape {
            Shape::Object(_) => Vec::new(),
            _ => parts(api, id).into_iter().enumerate().collect(),
        }
    };
    let mut wrapped = BTreeSet::new();
    for (from, _, to) in ways_back(api, edges) {
        // Only a name can be made a struct of its own; the other end of the arrow is one, or leads to one.
        let declared = [to, from].into_iter().find(|id| api.types[*id].is_declared());
        wrapped.insert(declared.unwrap_or(to));
    }
    wrapped
}

/// The arrows of a depth-first walk in the order of the document that lead back to where the walk still is.
fn ways_back(api: &Api, edges: impl Fn(TypeId) -> Vec<(usize, TypeId)>) -> Vec<(TypeId, usize, TypeId)> {
    let mut done = BTreeSet::new();
    let mut back = Vec::new();
    for (root, _) in api.types.iter() {
        if done.contains(&root) {
            continue;
        }
        let mut on_path = BTreeSet::from([root]);
        let mut path = vec![(root, edges(root).into_iter())];
        while let Some((at, rest)) = path.last_mut() {
            let at = *at;
            match rest.next() {
                Some((index, to)) if on_path.contains(&to) => back.push((at, index, to)),
                Some((_, to)) if done.contains(&to) => {}
                Some((_, to)) => {
                    on_path.insert(to);
                    path.push((to, edges(to).into_iter()));
                }
                None => {
                    on_path.remove(&at);
                    done.insert(at);
                    path.pop();
                }
            }
        }
    }
    back
}
