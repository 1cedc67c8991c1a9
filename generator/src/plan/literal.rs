//! Literals of the document: as JSON for the docs, as constants for the code.

use super::Context;
use super::bounds::display;
use super::documentation;
use super::types::From;
use crate::api::{Literal, Number, Scalar, Shape, TextFormat, TypeId};
use crate::rust::body::DefaultAccess;
use crate::rust::{Constant, Documentation, Ident, Type, Value, Visibility};

/// A literal as JSON text.
pub(super) fn json(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Number(number) => display(*number),
        Literal::Text(text) => quoted(text),
        Literal::List(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(", ")),
        Literal::Object(members) => {
            let members = members.iter().map(|(key, value)| format!("{}: {}", quoted(key), json(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

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
        DefaultAccess::Copied | DefaultAccess::Cloned => code.returns,
    };
    Constant {
        docs: Documentation::line(format!(
            "The default of {}: {}.",
            documentation::code(wire),
            documentation::code(&json(default))
        )),
        visibility: Some(Visibility::Public),
        name: Ident::constant(&[name.bare(), "default"]),
        ty,
        value: code.value,
    }
}

impl Context<'_> {
    /// A default of a type as code, where it has a constant.
    pub(super) fn default_code(&self, id: TypeId, literal: &Literal, from: From) -> Option<DefaultCode> {
        let copied = |ty: &str, value| DefaultCode { returns: Type::plain(ty), access: DefaultAccess::Copied, value };
        let behind = self.behind(id);
        match (&self.api.types[behind].shape, literal) {
            (Shape::Enumeration(enumeration), Literal::Text(text)) => {
                let index = enumeration.values.iter().position(|value| value.wire == *text)?;
                // The names were reported when the enumeration was planned.
                let variant = self.variants(behind, enumeration, &mut crate::diagnostic::Report::default());
                let ty = self.spell(behind, from);
                let value = Value::Variant(ty.clone(), variant.into_iter().nth(index)?);
                Some(DefaultCode { returns: ty, access: DefaultAccess::Cloned, value })
            }
            (Shape::Scalar(Scalar::Boolean), Literal::Boolean(value)) => Some(copied("bool", Value::Boolean(*value))),
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
