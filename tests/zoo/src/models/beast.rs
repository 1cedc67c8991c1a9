// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Renamed`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Beast`.
///
/// Schema `Renamed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Beast {
    /// The property `kind`.
    #[serde(rename = "kind", default, skip_serializing_if = "Option::is_none")]
    pub species: Option<String>,
    /// The property `oddName`.
    #[serde(rename = "oddName", default, skip_serializing_if = "Option::is_none")]
    pub fine_name: Option<String>,
}

impl Beast {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Beast {
    fn check(&self, _: &mut Checker<'_>) {}
}
