// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Step`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate};

/// The values of `Step`.
///
/// Schema `Step`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Step {
    /// On the wire: `1`.
    N1,
    /// On the wire: `2`.
    N2,
    /// On the wire: `3`.
    N3,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue<i64>),
}

impl Step {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::N1, Self::N2, Self::N3];

    /// The value on the wire.
    #[must_use]
    pub fn value(&self) -> i64 {
        match self {
            Self::N1 => 1,
            Self::N2 => 2,
            Self::N3 => 3,
            Self::Unknown(value) => *value.get(),
        }
    }
}

impl From<i64> for Step {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::N1,
            2 => Self::N2,
            3 => Self::N3,
            unknown => Self::Unknown(UnknownValue::of(unknown)),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), formatter)
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for Step {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}
