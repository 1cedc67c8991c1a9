// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Kept`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

/// One of the types that `Kept` may be of.
///
/// The property `tame` says which it is.
///
/// Schema `Kept`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Kept {
    /// [`KeptTameTrue`].
    ///
    /// On the wire: `tame` is `true`.
    TameTrue(KeptTameTrue),
    /// [`KeptTameFalse`].
    ///
    /// On the wire: `tame` is `false`.
    TameFalse(KeptTameFalse),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Kept {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<KeptTameTrue> for Kept {
    fn from(value: KeptTameTrue) -> Self {
        Self::TameTrue(value)
    }
}

impl From<KeptTameFalse> for Kept {
    fn from(value: KeptTameFalse) -> Self {
        Self::TameFalse(value)
    }
}

impl Serialize for Kept {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::TameTrue(value) => value.serialize(serializer),
            Self::TameFalse(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "tame")?;
        match choice.tag() {
            Some("true") => choice.only(Self::TameTrue),
            Some("false") => choice.only(Self::TameFalse),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => {
                Ok(
                    choice
                        .or(Self::TameTrue)
                        .or(Self::TameFalse)
                        .or_unknown(Self::Unknown),
                )
            }
        }
    }
}

impl Validate for Kept {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::TameTrue(value) => Validate::check(value, checker),
            Self::TameFalse(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// The object `KeptTameTrue`.
///
/// At `/components/schemas/Kept/oneOf/0` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeptTameTrue {
    /// The property `tame`.
    ///
    /// Limits: always true.
    pub tame: bool,
    /// The property `owner`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}

impl KeptTameTrue {
    /// `tame` is always true.
    pub const TAME_ONLY: bool = true;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for KeptTameTrue {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tame", &self.tame).only(Self::TAME_ONLY);
    }
}

/// The object `KeptTameFalse`.
///
/// At `/components/schemas/Kept/oneOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeptTameFalse {
    /// The property `tame`.
    ///
    /// Limits: always false.
    pub tame: bool,
    /// The property `owner`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<i64>,
}

impl KeptTameFalse {
    /// `tame` is always false.
    pub const TAME_ONLY: bool = false;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for KeptTameFalse {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tame", &self.tame).only(Self::TAME_ONLY);
    }
}
