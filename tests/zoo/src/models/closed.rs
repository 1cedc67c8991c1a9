// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Closed`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Value, Violations};

/// The object `Closed`.
///
/// It has no properties but these.
///
/// Schema `Closed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Closed {
    /// The property `known`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
    /// What came beside these properties, which the document does not allow: kept as it came, and each of them is
    /// reported by [`validate`](Self::validate).
    #[serde(flatten)]
    pub undeclared: Map<String, Value>,
}

impl Closed {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Closed {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.undeclared(&self.undeclared);
    }
}
