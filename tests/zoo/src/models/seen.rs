// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Seen`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

/// One of the types that `Seen` may be of.
///
/// Schema `Seen`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Seen {
    /// [`SeenGlimpse`].
    Glimpse(SeenGlimpse),
    /// [`SeenSight`].
    Sight(SeenSight),
    /// [`SeenAgain`].
    Again(SeenAgain),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Seen {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<SeenGlimpse> for Seen {
    fn from(value: SeenGlimpse) -> Self {
        Self::Glimpse(value)
    }
}

impl From<SeenSight> for Seen {
    fn from(value: SeenSight) -> Self {
        Self::Sight(value)
    }
}

impl From<SeenAgain> for Seen {
    fn from(value: SeenAgain) -> Self {
        Self::Again(value)
    }
}

impl Serialize for Seen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Glimpse(value) => value.serialize(serializer),
            Self::Sight(value) => value.serialize(serializer),
            Self::Again(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        Ok(
            choice
                .or(Self::Glimpse)
                .or(Self::Sight)
                .or(Self::Again)
                .or_unknown(Self::Unknown),
        )
    }
}

impl Validate for Seen {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Glimpse(value) => Validate::check(value, checker),
            Self::Sight(value) => Validate::check(value, checker),
            Self::Again(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// Glimpse
///
/// At `/components/schemas/Seen/oneOf/0` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SeenGlimpse {
    /// The property `where`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#where: Option<String>,
}

impl SeenGlimpse {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for SeenGlimpse {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// Sight
///
/// At `/components/schemas/Seen/oneOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SeenSight {
    /// The property `where`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#where: Option<String>,
    /// The property `what`.
    ///
    /// Limits: at most 3 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

impl SeenSight {
    /// `what` has at most 3 characters.
    pub const WHAT_MAX_LENGTH: usize = 3;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for SeenSight {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("what", &self.what).max_length(Self::WHAT_MAX_LENGTH);
    }
}

/// Again
///
/// At `/components/schemas/Seen/oneOf/2` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SeenAgain {
    /// The property `where`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#where: Option<String>,
    /// The property `what`.
    ///
    /// Limits: at most 3 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

impl SeenAgain {
    /// `what` has at most 3 characters.
    pub const WHAT_MAX_LENGTH: usize = 3;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for SeenAgain {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("what", &self.what).max_length(Self::WHAT_MAX_LENGTH);
    }
}
