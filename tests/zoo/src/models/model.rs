// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Model`.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate};

/// The values of `Model`.
///
/// Other values may come, the document says.
///
/// Schema `Model`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Model {
    /// On the wire: `tiny`.
    Tiny,
    /// On the wire: `huge`.
    Huge,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Model {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Tiny, Self::Huge];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Tiny => "tiny",
            Self::Huge => "huge",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Model {
    fn from(text: &str) -> Self {
        match text {
            "tiny" => Self::Tiny,
            "huge" => Self::Huge,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

impl FromStr for Model {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for Model {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Serialize for Model {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Model {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        trueform_runtime::open_enum::deserialize(deserializer)
    }
}

impl Validate for Model {
    fn check(&self, _: &mut Checker<'_>) {}
}
