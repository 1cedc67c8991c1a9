// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Found`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

/// One of the types that `Found` may be of.
///
/// Schema `Found`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Found {
    /// [`FoundNest`].
    ///
    /// On the wire: it has `nest`.
    Nest(FoundNest),
    /// [`FoundBurrow`].
    ///
    /// On the wire: it has `burrow`.
    Burrow(FoundBurrow),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Found {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<FoundNest> for Found {
    fn from(value: FoundNest) -> Self {
        Self::Nest(value)
    }
}

impl From<FoundBurrow> for Found {
    fn from(value: FoundBurrow) -> Self {
        Self::Burrow(value)
    }
}

impl Serialize for Found {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nest(value) => value.serialize(serializer),
            Self::Burrow(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Found {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        let choice = match choice.key(&["nest", "burrow"]) {
            Some("nest") => choice.first(Self::Nest),
            Some("burrow") => choice.first(Self::Burrow),
            _ => choice,
        };
        Ok(choice.or(Self::Nest).or(Self::Burrow).or_unknown(Self::Unknown))
    }
}

impl Validate for Found {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Nest(value) => Validate::check(value, checker),
            Self::Burrow(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// The object `FoundNest`.
///
/// At `/components/schemas/Found/oneOf/0` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FoundNest {
    /// The property `nest`.
    pub nest: String,
    /// The property `note`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl FoundNest {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for FoundNest {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// The object `FoundBurrow`.
///
/// At `/components/schemas/Found/oneOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FoundBurrow {
    /// The property `burrow`.
    pub burrow: i64,
    /// The property `note`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl FoundBurrow {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for FoundBurrow {
    fn check(&self, _: &mut Checker<'_>) {}
}
