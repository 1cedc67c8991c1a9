// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Straße`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Straße`.
///
/// Schema `Straße`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Straße {
    /// The property `größe`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub größe: Option<i64>,
}

impl Straße {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Straße {
    fn check(&self, _: &mut Checker<'_>) {}
}
