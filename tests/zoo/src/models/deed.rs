// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Deed`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::Sold;

/// One of the types that `Deed` may be of.
///
/// The property `deed` says which it is.
///
/// Schema `Deed`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Deed {
    /// [`DeedSold`].
    ///
    /// On the wire: `deed` is `sold`.
    Sold(DeedSold),
    /// [`DeedLent`].
    ///
    /// On the wire: `deed` is `lent`.
    Lent(DeedLent),
    /// A value of `String`.
    Text(String),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Deed {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<DeedSold> for Deed {
    fn from(value: DeedSold) -> Self {
        Self::Sold(value)
    }
}

impl From<DeedLent> for Deed {
    fn from(value: DeedLent) -> Self {
        Self::Lent(value)
    }
}

impl From<String> for Deed {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl Serialize for Deed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Sold(value) => value.serialize(serializer),
            Self::Lent(value) => value.serialize(serializer),
            Self::Text(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Deed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "deed")?;
        match choice.tag() {
            Some("sold") => choice.only(Self::Sold),
            Some("lent") => choice.only(Self::Lent),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => {
                Ok(
                    choice
                        .or(Self::Sold)
                        .or(Self::Lent)
                        .or(Self::Text)
                        .or_unknown(Self::Unknown),
                )
            }
        }
    }
}

impl Validate for Deed {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Sold(value) => Validate::check(value, checker),
            Self::Lent(value) => Validate::check(value, checker),
            Self::Text(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// The object `DeedSold`.
///
/// At `/components/schemas/Deed/anyOf/0` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeedSold {
    /// The property `deed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deed: Option<Sold>,
    /// The property `price`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<i64>,
}

impl DeedSold {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for DeedSold {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("deed", &self.deed);
    }
}

/// The object `DeedLent`.
///
/// At `/components/schemas/Deed/anyOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeedLent {
    /// The property `deed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deed: Option<DeedLentDeed>,
    /// The property `until`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

impl DeedLent {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for DeedLent {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("deed", &self.deed);
    }
}

/// The values of `DeedLentDeed`.
///
/// At `/components/schemas/Deed/anyOf/1/properties/deed` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DeedLentDeed {
    /// On the wire: `lent`.
    Lent,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl DeedLentDeed {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Lent];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Lent => "lent",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for DeedLentDeed {
    fn from(text: &str) -> Self {
        match text {
            "lent" => Self::Lent,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(DeedLentDeed);
