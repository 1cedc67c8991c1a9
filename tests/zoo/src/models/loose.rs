// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Loose`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, Map, UnknownValue, Validate, Value, Violations};

/// One of the types that `Loose` may be of.
///
/// The property `tag` says which it is.
///
/// Schema `Loose`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Loose {
    /// [`LooseNamed`].
    ///
    /// On the wire: `tag` is `named`.
    Named(LooseNamed),
    /// [`LooseNumbered`].
    ///
    /// On the wire: `tag` is `numbered`.
    Numbered(LooseNumbered),
    /// [`LooseOther`].
    Other(LooseOther),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Loose {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<LooseNamed> for Loose {
    fn from(value: LooseNamed) -> Self {
        Self::Named(value)
    }
}

impl From<LooseNumbered> for Loose {
    fn from(value: LooseNumbered) -> Self {
        Self::Numbered(value)
    }
}

impl From<LooseOther> for Loose {
    fn from(value: LooseOther) -> Self {
        Self::Other(value)
    }
}

impl Serialize for Loose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Named(value) => value.serialize(serializer),
            Self::Numbered(value) => value.serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "tag")?;
        match choice.tag() {
            Some("named") => choice.only(Self::Named),
            Some("numbered") => choice.only(Self::Numbered),
            Some(_) => Ok(choice.or(Self::Other).or_unknown(Self::Unknown)),
            None => {
                Ok(
                    choice
                        .or(Self::Named)
                        .or(Self::Numbered)
                        .or(Self::Other)
                        .or_unknown(Self::Unknown),
                )
            }
        }
    }
}

impl Validate for Loose {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Named(value) => Validate::check(value, checker),
            Self::Numbered(value) => Validate::check(value, checker),
            Self::Other(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// Named
///
/// At `/components/schemas/Loose/oneOf/0` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LooseNamed {
    /// The property `tag`.
    pub tag: LooseNamedTag,
    /// The property `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl LooseNamed {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for LooseNamed {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tag", &self.tag);
    }
}

/// The values of `LooseNamedTag`.
///
/// At `/components/schemas/Loose/oneOf/0/properties/tag` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LooseNamedTag {
    /// On the wire: `named`.
    Named,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl LooseNamedTag {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Named];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Named => "named",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for LooseNamedTag {
    fn from(text: &str) -> Self {
        match text {
            "named" => Self::Named,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(LooseNamedTag);

/// Numbered
///
/// At `/components/schemas/Loose/oneOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LooseNumbered {
    /// The property `tag`.
    pub tag: LooseNumberedTag,
    /// The property `number`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
}

impl LooseNumbered {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for LooseNumbered {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tag", &self.tag);
    }
}

/// The values of `LooseNumberedTag`.
///
/// At `/components/schemas/Loose/oneOf/1/properties/tag` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LooseNumberedTag {
    /// On the wire: `numbered`.
    Numbered,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl LooseNumberedTag {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Numbered];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Numbered => "numbered",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for LooseNumberedTag {
    fn from(text: &str) -> Self {
        match text {
            "numbered" => Self::Numbered,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(LooseNumberedTag);

/// Other
///
/// At `/components/schemas/Loose/oneOf/2` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LooseOther {
    /// The property `tag`.
    pub tag: String,
    /// The properties beside the named ones, in the order in which they came.
    #[serde(flatten)]
    pub additional_properties: Map<String, Value>,
}

impl LooseOther {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for LooseOther {
    fn check(&self, _: &mut Checker<'_>) {}
}
