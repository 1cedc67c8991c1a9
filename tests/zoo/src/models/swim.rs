// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Swim`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Violations};

/// The object `Swim`.
///
/// Schema `Swim`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Swim {
    /// The property `step`.
    pub step: SwimStep,
    /// The property `way`.
    pub way: SwimWay,
}

impl Swim {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Swim {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("step", &self.step);
    }
}

/// The values of `SwimStep`.
///
/// At `/components/schemas/Swim/properties/step` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SwimStep {
    /// On the wire: `2`.
    N2,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue<i64>),
}

impl SwimStep {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::N2];

    /// The value on the wire.
    #[must_use]
    pub fn value(&self) -> i64 {
        match self {
            Self::N2 => 2,
            Self::Unknown(value) => *value.get(),
        }
    }
}

impl From<i64> for SwimStep {
    fn from(value: i64) -> Self {
        match value {
            2 => Self::N2,
            unknown => Self::Unknown(UnknownValue::of(unknown)),
        }
    }
}

impl fmt::Display for SwimStep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), formatter)
    }
}

impl Serialize for SwimStep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for SwimStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for SwimStep {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}

/// The object `SwimWay`.
///
/// At `/components/schemas/Swim/properties/way` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SwimWay {
    /// The property `lake`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lake: Option<String>,
}

impl SwimWay {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for SwimWay {
    fn check(&self, _: &mut Checker<'_>) {}
}
