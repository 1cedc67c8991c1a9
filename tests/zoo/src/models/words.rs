// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Words`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, UnknownValue, Validate, Violations};

/// The object `Words`.
///
/// Schema `Words`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Words {
    /// The property `on`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The property `y`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<bool>,
    /// The property `no`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<WordsNo>,
}

impl Words {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Words {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("no", &self.no);
    }
}

/// The values of `WordsNo`.
///
/// At `/components/schemas/Words/properties/no` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WordsNo {
    /// On the wire: `y`.
    Y,
    /// On the wire: `n`.
    N,
    /// On the wire: `yes`.
    Yes,
    /// On the wire: `off`.
    Off,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl WordsNo {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Y, Self::N, Self::Yes, Self::Off];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Y => "y",
            Self::N => "n",
            Self::Yes => "yes",
            Self::Off => "off",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for WordsNo {
    fn from(text: &str) -> Self {
        match text {
            "y" => Self::Y,
            "n" => Self::N,
            "yes" => Self::Yes,
            "off" => Self::Off,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(WordsNo);
