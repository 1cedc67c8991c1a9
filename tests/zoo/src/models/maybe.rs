// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Maybe`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Maybe`.
///
/// Schema `Maybe`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Maybe {
    /// The property `known`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
}

impl Maybe {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Maybe {
    fn check(&self, _: &mut Checker<'_>) {}
}
