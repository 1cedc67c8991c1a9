// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Walk`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Violations};

/// The object `Walk`.
///
/// Schema `Walk`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Walk {
    /// The property `step`.
    pub step: WalkStep,
    /// The property `way`.
    pub way: WalkWay,
}

impl Walk {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Walk {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("step", &self.step);
    }
}

/// The values of `WalkStep`.
///
/// At `/components/schemas/Walk/properties/step` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WalkStep {
    /// On the wire: `1`.
    N1,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue<i64>),
}

impl WalkStep {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::N1];

    /// The value on the wire.
    #[must_use]
    pub fn value(&self) -> i64 {
        match self {
            Self::N1 => 1,
            Self::Unknown(value) => *value.get(),
        }
    }
}

impl From<i64> for WalkStep {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::N1,
            unknown => Self::Unknown(UnknownValue::of(unknown)),
        }
    }
}

impl fmt::Display for WalkStep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), formatter)
    }
}

impl Serialize for WalkStep {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for WalkStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for WalkStep {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}

/// The object `WalkWay`.
///
/// At `/components/schemas/Walk/properties/way` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WalkWay {
    /// The property `miles`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub miles: Option<i64>,
}

impl WalkWay {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for WalkWay {
    fn check(&self, _: &mut Checker<'_>) {}
}
