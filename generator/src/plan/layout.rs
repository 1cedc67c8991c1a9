//! Where a value needs a box: where it would hold itself, and where it would be too large to be moved about.

use std::collections::{BTreeMap, BTreeSet};

use super::cycle::cuts;
use crate::api::{Api, Choice, IntegerFormat, Rest, Scalar, Shape, TypeId};

/// The largest value that stands within a struct, in bytes.
const LARGEST_FIELD: usize = 4096;

/// The largest value that stands within a variant, in bytes: the other variants are as large as the largest.
const LARGEST_VARIANT: usize = 1024;

/// The size of a text or a list.
const VECTOR: usize = 24;

/// The size of a map.
const MAP: usize = 72;

/// The size of any JSON value.
const VALUE: usize = 72;

/// The properties of objects and alternatives of choices, by their owner and index, that stand in a box.
pub(super) fn boxed(api: &Api) -> BTreeSet<(TypeId, usize)> {
    let edges = |id: TypeId| -> Vec<(usize, TypeId)> {
        held(api, id).into_iter().enumerate().filter_map(|(index, ty)| Some((index, contained(api, ty)?))).collect()
    };
    let mut layout = Layout { api, boxed: cuts(api, &edges), sizes: BTreeMap::new() };
    for (id, _) in api.types.iter() {
        layout.size(id);
    }
    layout.boxed
}

/// The types of the fields or variants of a type, in order.
fn held(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.types[id].shape {
        Shape::Object(object) => object.fields.iter().map(|field| field.ty).collect(),
        Shape::Choice(choice) => choice.alternatives.iter().map(|alternative| alternative.ty).collect(),
        _ => Vec::new(),
    }
}

/// The object or choice whose bytes stand within a value of this type, without a heap in between.
fn contained(api: &Api, mut id: TypeId) -> Option<TypeId> {
    // As many steps as there are types: what is nothing but another name for itself is an error of `lower`.
    for _ in 0..=api.types.len() {
        match api.types[id].shape {
            Shape::Object(_) | Shape::Choice(_) => return Some(id),
            Shape::Nullable(inner) | Shape::Alias(inner) => id = inner,
            _ => return None,
        }
    }
    None
}

struct Layout<'a> {
    api: &'a Api,
    boxed: BTreeSet<(TypeId, usize)>,
    sizes: BTreeMap<TypeId, usize>,
}

impl Layout<'_> {
    /// About how large a value is. What is within is laid out first.
    fn size(&mut self, id: TypeId) -> usize {
        if let Some(size) = self.sizes.get(&id) {
            return *size;
        }
        // Boxes have cut every way back, but names for each other lead on.
        self.sizes.insert(id, 8);
        let api = self.api;
        let size = match &api.types[id].shape {
            Shape::Scalar(Scalar::Boolean(_)) | Shape::Null => 1,
            Shape::Scalar(Scalar::Integer(IntegerFormat::Int128, _)) => 16,
            Shape::Scalar(Scalar::Integer(..) | Scalar::Number(_)) => 8,
            Shape::Scalar(Scalar::Text(_)) | Shape::List(_) | Shape::Enumeration(_) => VECTOR,
            Shape::Map(_) => MAP,
            Shape::Any => VALUE,
            Shape::Nullable(inner) => self.size(*inner) + 8,
            Shape::Alias(inner) => self.size(*inner),
            Shape::Object(object) => {
                let rest = if object.rest == Rest::Unstated { 0 } else { MAP };
                self.fields(id, LARGEST_FIELD).into_iter().sum::<usize>() + rest
            }
            Shape::Choice(Choice { together: true, .. }) => {
                self.fields(id, LARGEST_FIELD).into_iter().sum::<usize>() + VALUE
            }
            Shape::Choice(_) => self.fields(id, LARGEST_VARIANT).into_iter().max().unwrap_or_default().max(VALUE) + 8,
        };
        self.sizes.insert(id, size);
        size
    }

    /// The sizes of what a type holds; what is too large gets a box.
    fn fields(&mut self, id: TypeId, largest: usize) -> Vec<usize> {
        let mut sizes = Vec::new();
        for (index, ty) in held(self.api, id).into_iter().enumerate() {
            if self.boxed.contains(&(id, index)) {
                sizes.push(8);
                continue;
            }
            let size = self.size(ty);
            if size > largest && contained(self.api, ty).is_some() {
                self.boxed.insert((id, index));
                sizes.push(8);
            } else {
                sizes.push(size + 8);
            }
        }
        sizes
    }
}
