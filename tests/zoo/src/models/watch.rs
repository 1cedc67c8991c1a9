// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Watch`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::{Alarm, Drill, Quiet, Raised};

/// One of the types that `Watch` may be of.
///
/// The property `alarm` says which it is.
///
/// Schema `Watch`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Watch {
    /// [`Raised`].
    ///
    /// On the wire: `alarm` is `HIGH` or `LOW`.
    Raised(Raised),
    /// [`Quiet`].
    ///
    /// On the wire: `alarm` is `NONE`.
    Quiet(Quiet),
    /// [`Drill`].
    ///
    /// On the wire: `alarm` is `Drill`.
    Drill(Drill),
    /// [`WatchBase`].
    ///
    /// On the wire: `alarm` is `TEST`.
    Watch(WatchBase),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Watch {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<Raised> for Watch {
    fn from(value: Raised) -> Self {
        Self::Raised(value)
    }
}

impl From<Quiet> for Watch {
    fn from(value: Quiet) -> Self {
        Self::Quiet(value)
    }
}

impl From<Drill> for Watch {
    fn from(value: Drill) -> Self {
        Self::Drill(value)
    }
}

impl From<WatchBase> for Watch {
    fn from(value: WatchBase) -> Self {
        Self::Watch(value)
    }
}

impl Serialize for Watch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Raised(value) => {
                trueform_runtime::choice::tagged(serializer, "alarm", "HIGH", value)
            }
            Self::Quiet(value) => {
                trueform_runtime::choice::tagged(serializer, "alarm", "NONE", value)
            }
            Self::Drill(value) => {
                trueform_runtime::choice::tagged(serializer, "alarm", "Drill", value)
            }
            Self::Watch(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Watch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "alarm")?;
        match choice.tag() {
            Some("HIGH" | "LOW") => choice.only(Self::Raised),
            Some("NONE") => choice.only(Self::Quiet),
            Some("Drill") => choice.only(Self::Drill),
            Some("TEST") => choice.only(Self::Watch),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => {
                Ok(
                    choice
                        .or(Self::Raised)
                        .or(Self::Quiet)
                        .or(Self::Drill)
                        .or(Self::Watch)
                        .or_unknown(Self::Unknown),
                )
            }
        }
    }
}

impl Validate for Watch {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Raised(value) => Validate::check(value, checker),
            Self::Quiet(value) => Validate::check(value, checker),
            Self::Drill(value) => Validate::check(value, checker),
            Self::Watch(value) => Validate::check(value, checker),
            Self::Unknown(value) => checker.unknown_tag("alarm", value.get()),
        }
    }
}

/// The object `WatchBase`.
///
/// At `/components/schemas/Watch` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WatchBase {
    /// The property `alarm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Alarm>,
    /// The property `since`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

impl WatchBase {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for WatchBase {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("alarm", &self.alarm);
    }
}
