// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `foo_bar`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `FooBar6730`.
///
/// Schema `foo_bar`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FooBar6730 {
    /// The property `x`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
}

impl FooBar6730 {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for FooBar6730 {
    fn check(&self, _: &mut Checker<'_>) {}
}
