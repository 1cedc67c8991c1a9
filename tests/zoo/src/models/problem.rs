// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Problem`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Problem`.
///
/// Schema `Problem`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Problem {
    /// The property `code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The property `detail`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<ProblemDetail>,
}

impl Problem {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Problem {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("detail", &self.detail);
    }
}

/// The object `ProblemDetail`.
///
/// At `/components/schemas/Problem/properties/detail` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProblemDetail {
    /// The property `message`.
    ///
    /// Limits: at most 20 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl ProblemDetail {
    /// `message` has at most 20 characters.
    pub const MESSAGE_MAX_LENGTH: usize = 20;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for ProblemDetail {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("message", &self.message).max_length(Self::MESSAGE_MAX_LENGTH);
    }
}
