// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Json`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Violations};

/// The value `Json`, which may hold others of its kind.
///
/// Limits: at most 2 properties.
///
/// Schema `Json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(pub Map<String, Json>);

impl Json {
    /// `Json` has at most 2 properties.
    pub const MAX_PROPERTIES: usize = 2;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Json {
    fn check(&self, checker: &mut Checker<'_>) {
        Validate::check(&self.0, checker);
        checker.value(&self.0).max_properties(Self::MAX_PROPERTIES);
    }
}
