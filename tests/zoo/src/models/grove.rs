// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Grove`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::Fork;

/// One of the types that `Grove` may be of.
///
/// Schema `Grove`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Grove {
    /// A value of `String`.
    Text(String),
    /// [`Fork`].
    Fork(Box<Fork>),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Grove {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<String> for Grove {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Fork> for Grove {
    fn from(value: Fork) -> Self {
        Self::Fork(Box::new(value))
    }
}

impl Serialize for Grove {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(value) => value.serialize(serializer),
            Self::Fork(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Grove {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        Ok(choice.or(Self::Text).or(Self::Fork).or_unknown(Self::Unknown))
    }
}

impl Validate for Grove {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Text(value) => Validate::check(value, checker),
            Self::Fork(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}
