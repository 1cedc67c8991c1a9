// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Port`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

/// One of the types that `Port` may be of.
///
/// Schema `Port`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Port {
    /// A value of `i64`.
    ///
    /// Limits: at least 1.
    Integer(i64),
    /// A value of `String`.
    ///
    /// Limits: at most 15 characters.
    Text(String),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Port {
    /// `Integer` is at least 1.
    pub const INTEGER_MINIMUM: i64 = 1;

    /// `Text` has at most 15 characters.
    pub const TEXT_MAX_LENGTH: usize = 15;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<i64> for Port {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for Port {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl Serialize for Port {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Integer(value) => value.serialize(serializer),
            Self::Text(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Port {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        Ok(choice.or(Self::Integer).or(Self::Text).or_unknown(Self::Unknown))
    }
}

impl Validate for Port {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Integer(value) => {
                Validate::check(value, checker);
                checker.value(value).minimum(Self::INTEGER_MINIMUM);
            }
            Self::Text(value) => {
                Validate::check(value, checker);
                checker.value(value).max_length(Self::TEXT_MAX_LENGTH);
            }
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}
