// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Described`.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate};

/// The values of `Described`.
///
/// Schema `Described`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Described {
    /// The first.
    ///
    /// On the wire: `a`.
    First,
    /// The second.
    ///
    /// On the wire: `b`.
    Second,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Described {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::First, Self::Second];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::First => "a",
            Self::Second => "b",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Described {
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::First,
            "b" => Self::Second,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

impl FromStr for Described {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for Described {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Serialize for Described {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Described {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        trueform_runtime::open_enum::deserialize(deserializer)
    }
}

impl Validate for Described {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}
