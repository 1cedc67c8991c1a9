// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `WorkRequestResourceMetadataKey`.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate};

/// A key of the additional information about a resource. That this value is a key is inferred from sibling
/// services.
///
/// Schema `WorkRequestResourceMetadataKey`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WorkRequestResourceMetadataKey {
    /// Whether the operation only tries out what it would do to the resource.
    ///
    /// On the wire: `IS_DRY_RUN`.
    IsDryRun,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl WorkRequestResourceMetadataKey {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::IsDryRun];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::IsDryRun => "IS_DRY_RUN",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for WorkRequestResourceMetadataKey {
    fn from(text: &str) -> Self {
        match text {
            "IS_DRY_RUN" => Self::IsDryRun,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

impl FromStr for WorkRequestResourceMetadataKey {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for WorkRequestResourceMetadataKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Serialize for WorkRequestResourceMetadataKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for WorkRequestResourceMetadataKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        trueform_runtime::open_enum::deserialize(deserializer)
    }
}

impl Validate for WorkRequestResourceMetadataKey {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}
