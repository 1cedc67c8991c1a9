//! Literals of the document: as JSON for the docs, as constants for the code.

use super::Context;
use super::documentation;
use super::types::From;
use crate::api::{Literal, Number, Scalar, Shape, TextFormat, TypeId};
use crate::rust::body::DefaultAccess;
use crate::rust::{Constant, Documentation, Ident, Type, Value, Visibility};

/// A default as code: what an accessor gives, how it reads the field, and the constant.
pub(super) struct DefaultCode {
    pub(super) returns: Type,
    pub(super) access: DefaultAccess,
    pub(super) value: Value,
}

/// The constant that states the default of what nobody may leave out, or of what is no field of a model.
pub(super) fn default_constant(name: &Ident, wire: &str, code: DefaultCode, default: &Literal) -> Constant {
    let ty = match code.access {
        DefaultAccess::Text => Type::plain("str").statically(),
        DefaultAccess::Copied | DefaultAccess::Cloned | DefaultAccess::Made => code.returns,
    };
    Constant {
        docs: Documentation::line(format!(
            "The default of {}: {}.",
            documentation::code(wire),
            documentation::code(&default.to_json())
        )),
        visibility: Some(Visibility::Public),
        name: Ident::constant(&[name.bare(), "default"]),
        ty,
        value: code.value,
    }
}

impl Context<'_> {
    /// A default of a type as code: as a constant, or, where it has none, read from its text.
    pub(super) fn made_default(&self, id: TypeId, literal: &Literal, from: From) -> DefaultCode {
        self.default_code(id, literal, from).unwrap_or_else(|| DefaultCode {
            returns: self.spell(id, from),
            access: DefaultAccess::Made,
            value: Value::Parsed(literal.to_json()),
        })
    }

    /// A default of a type as code, where it has a constant.
    pub(super) fn default_code(&self, id: TypeId, literal: &Literal, from: From) -> Option<DefaultCode> {
        let copied = |ty: &str, value| DefaultCode { returns: Type::plain(ty), access: DefaultAccess::Copied, value };
        let behind = self.behind(id);
        match (&self.api.types[behind].shape, literal) {
            (Shape::Enumeration(enumeration), literal) => {
                let index = enumeration.values.iter().position(|value| value.literal == *literal)?;
                // The names were reported when the enumeration was planned.
                let variant = self.variants(behind, enumeration, &mut crate::diagnostic::Report::default());
                let ty = self.spell(behind, from);
                let value = Value::Variant(ty.clone(), variant.into_iter().nth(index)?);
                Some(DefaultCode { returns: ty, access: DefaultAccess::Cloned, value })
            }
            (Shape::Scalar(Scalar::Boolean(_)), Literal::Boolean(value)) => {
                Some(copied("bool", Value::Boolean(*value)))
            }
            (Shape::Scalar(Scalar::Integer(format, _)), Literal::Number(Number::Integer(value))) => {
                Some(copied(super::types::integer(*format), Value::Integer(*value)))
            }
            (Shape::Scalar(Scalar::Number(_)), Literal::Number(Number::Float(value))) => {
                Some(copied("f64", Value::Float(*value)))
            }
            #[allow(clippy::cast_precision_loss, reason = "a JSON number is a double for whoever reads it")]
            (Shape::Scalar(Scalar::Number(_)), Literal::Number(Number::Integer(value))) => {
                Some(copied("f64", Value::Float(*value as f64)))
            }
            (Shape::Scalar(Scalar::Text(text)), Literal::Text(value)) if text.format == TextFormat::Plain => {
                let returns = Type::plain("str").reference();
                Some(DefaultCode { returns, access: DefaultAccess::Text, value: Value::Text(value.clone()) })
            }
            _ => None,
        }
    }
}
