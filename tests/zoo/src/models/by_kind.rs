// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `ByKind`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, UnknownValue, Validate, Violations};

/// The object `ByKind`.
///
/// Schema `ByKind`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ByKind {
    /// The property `pet_type`.
    pub pet_type: ByKindPetType,
    /// The property `hunts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hunts: Option<bool>,
}

impl ByKind {
    /// A [`ByKind`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: ByKindRequired) -> Self {
        Self {
            pet_type: required.pet_type,
            hunts: None,
        }
    }

    /// Sets [`hunts`](Self#structfield.hunts).
    #[must_use]
    pub fn with_hunts(mut self, hunts: bool) -> Self {
        self.hunts = Some(hunts);
        self
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

impl Validate for ByKind {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("pet_type", &self.pet_type);
    }
}

/// What every [`ByKind`] has: the argument of [`ByKind::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct ByKindRequired {
    /// The property `pet_type`.
    pub pet_type: ByKindPetType,
}

/// The values of `ByKindPetType`.
///
/// At `/components/schemas/ByKind/properties/pet_type` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ByKindPetType {
    /// On the wire: `Cat`.
    Cat,
    /// On the wire: `Dog`.
    Dog,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl ByKindPetType {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Cat, Self::Dog];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cat => "Cat",
            Self::Dog => "Dog",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for ByKindPetType {
    fn from(text: &str) -> Self {
        match text {
            "Cat" => Self::Cat,
            "Dog" => Self::Dog,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(ByKindPetType);
