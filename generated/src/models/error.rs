// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Error`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// Information about an error.
///
/// Schema `Error`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Error {
    /// A short error code that defines the error, meant for programs to parse.
    pub code: String,
    /// An error message meant for people to read.
    pub message: String,
}

impl Error {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Error {
    fn check(&self, _: &mut Checker<'_>) {}
}
