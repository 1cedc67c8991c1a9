// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Either`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

/// One of the types that `Either` may be of.
///
/// Schema `Either`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Either {
    /// [`EitherObject`].
    Object(EitherObject),
    /// A value of `Vec<String>`.
    TextList(Vec<String>),
    /// A value of `i64`.
    ///
    /// Limits: at least 10.
    Integer(i64),
    /// A value of `f64`.
    Number(f64),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Either {
    /// `Integer` is at least 10.
    pub const INTEGER_MINIMUM: i64 = 10;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<EitherObject> for Either {
    fn from(value: EitherObject) -> Self {
        Self::Object(value)
    }
}

impl From<i64> for Either {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<f64> for Either {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl Serialize for Either {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(value) => value.serialize(serializer),
            Self::TextList(value) => value.serialize(serializer),
            Self::Integer(value) => value.serialize(serializer),
            Self::Number(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Either {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        Ok(
            choice
                .or(Self::Object)
                .or(Self::TextList)
                .or(Self::Integer)
                .or(Self::Number)
                .or_unknown(Self::Unknown),
        )
    }
}

impl Validate for Either {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Object(value) => Validate::check(value, checker),
            Self::TextList(value) => Validate::check(value, checker),
            Self::Integer(value) => {
                Validate::check(value, checker);
                checker.value(value).minimum(Self::INTEGER_MINIMUM);
            }
            Self::Number(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// The object `EitherObject`.
///
/// At `/components/schemas/Either/oneOf/0` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EitherObject {
    /// The property `x`.
    pub x: String,
}

impl EitherObject {
    /// A [`EitherObject`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: EitherObjectRequired) -> Self {
        Self { x: required.x }
    }

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for EitherObject {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// What every [`EitherObject`] has: the argument of [`EitherObject::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct EitherObjectRequired {
    /// The property `x`.
    pub x: String,
}
