// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Tagless`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::{ByAge, ByKind};

/// One of the types that `Tagless` may be of.
///
/// Schema `Tagless`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tagless {
    /// [`ByKind`].
    ///
    /// On the wire: it has `pet_type`.
    ByKind(ByKind),
    /// [`ByAge`].
    ///
    /// On the wire: it has `age`.
    ByAge(ByAge),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Tagless {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<ByKind> for Tagless {
    fn from(value: ByKind) -> Self {
        Self::ByKind(value)
    }
}

impl From<ByAge> for Tagless {
    fn from(value: ByAge) -> Self {
        Self::ByAge(value)
    }
}

impl Serialize for Tagless {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::ByKind(value) => value.serialize(serializer),
            Self::ByAge(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Tagless {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        let choice = match choice.key(&["pet_type", "age"]) {
            Some("pet_type") => choice.first(Self::ByKind),
            Some("age") => choice.first(Self::ByAge),
            _ => choice,
        };
        Ok(choice.or(Self::ByKind).or(Self::ByAge).or_unknown(Self::Unknown))
    }
}

impl Validate for Tagless {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::ByKind(value) => Validate::check(value, checker),
            Self::ByAge(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}
