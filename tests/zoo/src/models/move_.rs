// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Move`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::{Swim, Walk};

/// One of the types that `Move` may be of.
///
/// The property `step` says which it is.
///
/// Schema `Move`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Move {
    /// [`Walk`].
    ///
    /// On the wire: `step` is `1`.
    Walk(Walk),
    /// [`Swim`].
    ///
    /// On the wire: `step` is `2`.
    Swim(Swim),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Move {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<Walk> for Move {
    fn from(value: Walk) -> Self {
        Self::Walk(value)
    }
}

impl From<Swim> for Move {
    fn from(value: Swim) -> Self {
        Self::Swim(value)
    }
}

impl Serialize for Move {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Walk(value) => value.serialize(serializer),
            Self::Swim(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Move {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "step")?;
        match choice.tag() {
            Some("1") => choice.only(Self::Walk),
            Some("2") => choice.only(Self::Swim),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => Ok(choice.or(Self::Walk).or(Self::Swim).or_unknown(Self::Unknown)),
        }
    }
}

impl Validate for Move {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Walk(value) => Validate::check(value, checker),
            Self::Swim(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}
