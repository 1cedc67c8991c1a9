// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `FooBar`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `FooBar`.
///
/// Schema `FooBar`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FooBar {
    /// The property `y`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
}

impl FooBar {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for FooBar {
    fn check(&self, _: &mut Checker<'_>) {}
}
