// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Moment`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, Date, DateTime, UnknownValue, Validate, Value, Violations};

/// One of the types that `Moment` may be of.
///
/// Where it stands, `null` may stand too.
///
/// Schema `Moment`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Moment {
    /// Format: `date`.
    Date(Date),
    /// Format: `date-time`.
    DateTime(DateTime),
    /// A value of `bool`.
    Boolean(bool),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Moment {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<Date> for Moment {
    fn from(value: Date) -> Self {
        Self::Date(value)
    }
}

impl From<DateTime> for Moment {
    fn from(value: DateTime) -> Self {
        Self::DateTime(value)
    }
}

impl From<bool> for Moment {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Date(value) => value.serialize(serializer),
            Self::DateTime(value) => value.serialize(serializer),
            Self::Boolean(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        Ok(
            choice
                .or(Self::Date)
                .or(Self::DateTime)
                .or(Self::Boolean)
                .or_unknown(Self::Unknown),
        )
    }
}

impl Validate for Moment {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Date(value) => Validate::check(value, checker),
            Self::DateTime(value) => Validate::check(value, checker),
            Self::Boolean(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}
