//! What is sent of a type where that is not what is received: a second type, beside the first one.
//!
//! `readOnly` properties are not sent, `writeOnly` ones are not received (OpenAPI 3.0.4, section 4.7.24.2), and a type that
//! holds such a type differs with it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::facts::{holding, received, sent};
use super::overrides::Overrides;
use crate::api::{Access, Api, Carries, Field, Name, Owner, Rest, Shape, Step, TypeId};

/// The same API, in which the types that are sent and received in different forms are two each.
pub(super) fn split<'a>(api: &'a Api, overrides: &Overrides<'_>) -> Cow<'a, Api> {
    let (sent, received) = (sent(api), received(api));
    let differing = differing(api, overrides);
    let both: BTreeSet<TypeId> =
        differing.into_iter().filter(|id| sent.contains(id) && received.contains(id)).collect();
    if both.is_empty() {
        return Cow::Borrowed(api);
    }
    let mut split = api.clone();
    let mut inputs: BTreeMap<TypeId, TypeId> = BTreeMap::new();
    for id in &both {
        let mut input = api.types[*id].clone();
        input.name = Name::Inline { within: Owner::Type(*id), step: Step::Input };
        inputs.insert(*id, split.types.push(input));
    }
    for (id, input) in &inputs {
        change(&mut split, *input, |shape| {
            redirect(shape, &inputs);
            keep(shape, Access::ReadOnly);
        });
        change(&mut split, *id, |shape| keep(shape, Access::WriteOnly));
    }
    for id in sent.difference(&received) {
        change(&mut split, *id, |shape| redirect(shape, &inputs));
    }
    for operation in &mut split.operations {
        for parameter in &mut operation.parameters {
            turn(&mut parameter.ty, &inputs);
        }
        if let Some(body) = &mut operation.body
            && let Carries::Json(ty) = &mut body.content.carries
        {
            turn(ty, &inputs);
        }
    }
    Cow::Owned(split)
}

/// The types of which not the same is sent as is received. A type that a person put in the place of one is the same always.
fn differing(api: &Api, overrides: &Overrides<'_>) -> BTreeSet<TypeId> {
    let differs = |field: &Field| field.access != Access::ReadWrite;
    holding(api, overrides, |shape| matches!(shape, Shape::Object(object) if object.fields.iter().any(differs)))
}

fn change(api: &mut Api, id: TypeId, change: impl FnOnce(&mut Shape)) {
    let mut ty = api.types[id].clone();
    change(&mut ty.shape);
    api.types.replace(id, ty);
}

/// Leaves out the properties that travel the other way.
fn keep(shape: &mut Shape, without: Access) {
    if let Shape::Object(object) = shape {
        object.fields.retain(|field| field.access != without);
    }
}

/// Puts what is sent in the place of what a shape holds.
fn redirect(shape: &mut Shape, inputs: &BTreeMap<TypeId, TypeId>) {
    match shape {
        Shape::Object(object) => {
            object.fields.iter_mut().for_each(|field| turn(&mut field.ty, inputs));
            if let Rest::Typed(ty) = &mut object.rest {
                turn(ty, inputs);
            }
        }
        Shape::List(list) => turn(&mut list.items, inputs),
        Shape::Map(map) => turn(&mut map.values, inputs),
        Shape::Choice(choice) => {
            choice.alternatives.iter_mut().for_each(|alternative| turn(&mut alternative.ty, inputs));
        }
        Shape::Nullable(inner) | Shape::Alias(inner) => turn(inner, inputs),
        Shape::Scalar(_) | Shape::Enumeration(_) | Shape::Null | Shape::Any => {}
    }
}

fn turn(id: &mut TypeId, inputs: &BTreeMap<TypeId, TypeId>) {
    if let Some(input) = inputs.get(id) {
        *id = *input;
    }
}
