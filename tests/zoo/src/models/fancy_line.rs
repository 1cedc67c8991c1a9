// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `FancyLine`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `FancyLine`.
///
/// Schema `FancyLine`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FancyLine {
    /// The property `line`.
    pub line: String,
    /// The property `colour`.
    pub colour: String,
}

impl FancyLine {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for FancyLine {
    fn check(&self, _: &mut Checker<'_>) {}
}
