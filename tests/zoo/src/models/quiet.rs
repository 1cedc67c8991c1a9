// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Quiet`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Alarm;

/// The object `Quiet`.
///
/// Schema `Quiet`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quiet {
    /// The property `alarm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Alarm>,
    /// The property `since`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

impl Quiet {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Quiet {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("alarm", &self.alarm);
    }
}
