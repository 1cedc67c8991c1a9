// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `ColourOrNull`.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate};

/// The values of `ColourOrNull`.
///
/// Where it stands, `null` may stand too.
///
/// Schema `ColourOrNull`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ColourOrNull {
    /// On the wire: `yes`.
    Yes,
    /// On the wire: `no`.
    No,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl ColourOrNull {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Yes, Self::No];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for ColourOrNull {
    fn from(text: &str) -> Self {
        match text {
            "yes" => Self::Yes,
            "no" => Self::No,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

impl FromStr for ColourOrNull {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for ColourOrNull {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Serialize for ColourOrNull {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ColourOrNull {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        trueform_runtime::open_enum::deserialize(deserializer)
    }
}

impl Validate for ColourOrNull {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}
