// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Story`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::Deed;

/// One of the types that `Story` may be of.
///
/// The property `deed` says which it is.
///
/// Schema `Story`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Story {
    /// [`Deed`].
    ///
    /// On the wire: `deed` is `sold` or `lent`.
    Deed(Deed),
    /// [`StoryTold`].
    ///
    /// On the wire: `deed` is `told`.
    Told(StoryTold),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Story {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<Deed> for Story {
    fn from(value: Deed) -> Self {
        Self::Deed(value)
    }
}

impl From<StoryTold> for Story {
    fn from(value: StoryTold) -> Self {
        Self::Told(value)
    }
}

impl Serialize for Story {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Deed(value) => value.serialize(serializer),
            Self::Told(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Story {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "deed")?;
        match choice.tag() {
            Some("sold" | "lent") => choice.only(Self::Deed),
            Some("told") => choice.only(Self::Told),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => Ok(choice.or(Self::Deed).or(Self::Told).or_unknown(Self::Unknown)),
        }
    }
}

impl Validate for Story {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Deed(value) => Validate::check(value, checker),
            Self::Told(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// The object `StoryTold`.
///
/// At `/components/schemas/Story/oneOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StoryTold {
    /// The property `deed`.
    pub deed: StoryToldDeed,
    /// The property `words`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Vec<String>>,
}

impl StoryTold {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for StoryTold {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("deed", &self.deed);
    }
}

/// The values of `StoryToldDeed`.
///
/// At `/components/schemas/Story/oneOf/1/properties/deed` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StoryToldDeed {
    /// On the wire: `told`.
    Told,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl StoryToldDeed {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Told];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Told => "told",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for StoryToldDeed {
    fn from(text: &str) -> Self {
        match text {
            "told" => Self::Told,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(StoryToldDeed);
