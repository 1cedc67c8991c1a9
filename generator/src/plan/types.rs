//! How types of the API are spelled in Rust.

use super::Context;
use crate::api::{IntegerFormat, Scalar, Shape, TextFormat, TypeId};
use crate::rust::Type;

/// From where a model is spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// Another model: `Pet`.
    Models,
    /// An operation: `models::Pet`.
    Operations,
}

/// A type of the runtime.
pub(super) fn runtime(name: &str) -> Type {
    Type::imported(&format!("trueform_runtime::{name}"))
}

impl Context<'_> {
    /// The Rust type of values of this type.
    pub(super) fn spell(&self, id: TypeId, from: From) -> Type {
        if let Some(chosen) = self.overrides.rust_type(&self.api.types[id]) {
            return Type::imported(&chosen);
        }
        match self.names.types.get(&id) {
            Some(name) => match from {
                From::Models => Type::imported(&format!("crate::models::{name}")),
                From::Operations => Type::within("crate::models", name.as_str()),
            },
            None => self.spell_shape(id, from),
        }
    }

    /// The Rust type of the shape of a type, whatever it is called.
    pub(super) fn spell_shape(&self, id: TypeId, from: From) -> Type {
        match &self.api.types[id].shape {
            Shape::Scalar(scalar) => spell_scalar(scalar),
            Shape::List(list) => self.spell(list.items, from).vec(),
            Shape::Map(map) => {
                let keys = map.keys.filter(|keys| self.is_enumeration(*keys));
                let keys = keys.map_or_else(|| Type::plain("String"), |keys| self.spell(keys, from));
                runtime("Map").of([keys, self.spell(map.values, from)])
            }
            Shape::Nullable(inner) => self.spell(*inner, from).option(),
            Shape::Alias(inner) => self.spell(*inner, from),
            // Objects, enumerations and choices have a name always.
            Shape::Null => Type::Unit,
            Shape::Any | Shape::Object(_) | Shape::Enumeration(_) | Shape::Choice(_) => runtime("Value"),
        }
    }

    /// Whether a person has chosen another Rust type for this one, whose business its values then are.
    pub(super) fn is_replaced(&self, id: TypeId) -> bool {
        self.overrides.rust_type(&self.api.types[id]).is_some()
    }

    /// What stands behind aliases.
    pub(super) fn behind(&self, mut id: TypeId) -> TypeId {
        while let Shape::Alias(inner) = self.api.types[id].shape {
            if self.facts.wrapped.contains(&id) {
                break;
            }
            id = inner;
        }
        id
    }

    /// The type that is there when `null` is not, and whether `null` may be.
    pub(super) fn without_null(&self, id: TypeId) -> (TypeId, bool) {
        match self.api.types[self.behind(id)].shape {
            Shape::Nullable(inner) => (inner, true),
            _ => (id, false),
        }
    }

    /// Whether values are of an open enumeration.
    pub(super) fn is_enumeration(&self, id: TypeId) -> bool {
        matches!(self.api.types[self.behind(id)].shape, Shape::Enumeration(_))
    }

    /// Whether values are of one of several types.
    fn is_exclusive(&self, id: TypeId) -> bool {
        matches!(&self.api.types[self.behind(id)].shape, Shape::Choice(choice) if !choice.together)
    }

    /// Whether an argument of this type is more pleasant as `impl Into<…>`: texts, and what is made from them.
    pub(super) fn takes_into(&self, id: TypeId) -> bool {
        !self.is_replaced(self.behind(id))
            && (self.is_enumeration(id) || self.is_exclusive(id) || matches!(self.scalar(id), Some(Scalar::Text(_))))
    }

    /// The scalar behind a type, where it is one.
    pub(super) fn scalar(&self, id: TypeId) -> Option<&Scalar> {
        match &self.api.types[self.behind(id)].shape {
            Shape::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// Whether a declared type is spelled as an alias of something that is no struct or enum of its own.
    pub(super) fn is_alias(&self, id: TypeId) -> bool {
        self.names.types.contains_key(&id) && !self.api.types[id].shape.has_parts() && !self.facts.wrapped.contains(&id)
    }
}

fn spell_scalar(scalar: &Scalar) -> Type {
    match scalar {
        Scalar::Boolean(_) => Type::plain("bool"),
        Scalar::Integer(format, _) => Type::plain(integer(*format)),
        Scalar::Number(_) => Type::plain("f64"),
        Scalar::Text(text) => match text.format {
            TextFormat::Plain => Type::plain("String"),
            TextFormat::DateTime => runtime("DateTime"),
            TextFormat::Date => runtime("Date"),
            TextFormat::Base64 => runtime("Base64"),
        },
    }
}

/// The Rust type of an integer.
pub(super) fn integer(format: IntegerFormat) -> &'static str {
    match format {
        IntegerFormat::Int32 => "i32",
        IntegerFormat::Int64 => "i64",
        IntegerFormat::Uint32 => "u32",
        IntegerFormat::Uint64 => "u64",
        IntegerFormat::Int128 => "i128",
    }
}
