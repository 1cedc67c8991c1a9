// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! At `/paths/~1query/get/parameters/6/schema` of the document.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate};

/// The values of `QueriesOrder`.
///
/// At `/paths/~1query/get/parameters/6/schema` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum QueriesOrder {
    /// On the wire: `up`.
    Up,
    /// On the wire: `down`.
    Down,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl QueriesOrder {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Up, Self::Down];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for QueriesOrder {
    fn from(text: &str) -> Self {
        match text {
            "up" => Self::Up,
            "down" => Self::Down,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

impl FromStr for QueriesOrder {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for QueriesOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Serialize for QueriesOrder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for QueriesOrder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        trueform_runtime::open_enum::deserialize(deserializer)
    }
}

impl Validate for QueriesOrder {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}
