// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Old`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Old`.
///
/// Schema `Old`.
#[deprecated = "the document of the API deprecates it"]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Old {
    /// The property `younger`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub younger: Option<Box<Old>>,
}

impl Old {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Old {
    fn check(&self, _: &mut Checker<'_>) {}
}
