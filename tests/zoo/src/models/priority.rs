// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Priority`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate};

/// The values of `Priority`.
///
/// Schema `Priority`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Priority {
    /// On the wire: `1`.
    Low,
    /// On the wire: `2`.
    Middle,
    /// On the wire: `3`.
    High,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue<i64>),
}

impl Priority {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Low, Self::Middle, Self::High];

    /// The value on the wire.
    #[must_use]
    pub fn value(&self) -> i64 {
        match self {
            Self::Low => 1,
            Self::Middle => 2,
            Self::High => 3,
            Self::Unknown(value) => *value.get(),
        }
    }
}

impl From<i64> for Priority {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Low,
            2 => Self::Middle,
            3 => Self::High,
            unknown => Self::Unknown(UnknownValue::of(unknown)),
        }
    }
}

impl fmt::Display for Priority {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), formatter)
    }
}

impl Serialize for Priority {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Priority {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for Priority {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}
