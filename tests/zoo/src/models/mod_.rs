// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `mod`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Mod`.
///
/// Schema `mod`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mod {
    /// The property `x`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<ModX>,
}

impl Mod {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Mod {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// The object `ModX`.
///
/// At `/components/schemas/mod/properties/x` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ModX {
    /// The property `y`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
}

impl ModX {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for ModX {
    fn check(&self, _: &mut Checker<'_>) {}
}
