//! What kind of values a schema is about.

use super::keywords::Keywords;
use crate::api::{Literal, Number};

/// What kind of values a schema is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Boolean,
    Integer,
    Number,
    Text,
    Object,
    List,
    /// The schema does not say.
    Any,
}

impl Kind {
    /// The word of `type`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Text => "string",
            Self::Object => "object",
            Self::List => "array",
            Self::Any => "",
        }
    }

    /// Whether a value is of this kind. A kind that is not stated takes every value.
    pub(super) fn takes(self, value: &Literal) -> bool {
        matches!(
            (self, value),
            (Self::Any, _)
                | (Self::Boolean, Literal::Boolean(_))
                | (Self::Integer, Literal::Number(Number::Integer(_)))
                | (Self::Number, Literal::Number(_))
                | (Self::Text, Literal::Text(_))
                | (Self::Object, Literal::Object(_))
                | (Self::List, Literal::List(_))
        )
    }

    /// What a message calls it.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::Object => "an object",
            Self::List => "an array",
            Self::Any => "any JSON value",
        }
    }
}

/// What `type` says, or, where it is missing, what the other keywords leave no doubt about.
pub(super) fn kind(keywords: &Keywords<'_>) -> Kind {
    match keywords.ty {
        Some("boolean") => Kind::Boolean,
        Some("integer") => Kind::Integer,
        Some("number") => Kind::Number,
        Some("string") => Kind::Text,
        Some("object") => Kind::Object,
        Some("array") => Kind::List,
        // Another word is an error that the reading of the document has reported.
        Some(_) => Kind::Any,
        None => inferred(keywords),
    }
}

fn inferred(keywords: &Keywords<'_>) -> Kind {
    let stated = |meant| keywords.limits().iter().any(|(_, stated, of)| *stated && *of == meant);
    let all = |is: fn(&Literal) -> bool| {
        let mut values = keywords.enumeration.iter().filter(|value| **value != Literal::Null).peekable();
        values.peek().is_some() && values.all(is)
    };
    if stated("object") {
        Kind::Object
    } else if stated("array") {
        Kind::List
    } else if all(|value| matches!(value, Literal::Text(_))) {
        Kind::Text
    } else if all(|value| matches!(value, Literal::Number(Number::Integer(_)))) {
        Kind::Integer
    } else if all(|value| matches!(value, Literal::Number(_))) {
        Kind::Number
    } else if all(|value| matches!(value, Literal::Boolean(_))) {
        Kind::Boolean
    } else {
        Kind::Any
    }
}
