//! What kind of values a schema is about.

use super::keywords::Keywords;
use crate::api::Literal;

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
    let texts = keywords.enumeration.iter().all(|value| matches!(value, Literal::Text(_) | Literal::Null));
    if stated("object") {
        Kind::Object
    } else if stated("array") {
        Kind::List
    } else if !keywords.enumeration.is_empty() && texts {
        Kind::Text
    } else {
        Kind::Any
    }
}
