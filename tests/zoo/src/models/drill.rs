// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Drill`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Alarm;

/// The object `Drill`.
///
/// Schema `Drill`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Drill {
    /// The property `alarm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<Alarm>,
    /// The property `since`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The property `plan`.
    pub plan: String,
}

impl Drill {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Drill {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("alarm", &self.alarm);
    }
}
