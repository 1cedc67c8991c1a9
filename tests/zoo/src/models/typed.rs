// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Typed`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Violations};

use crate::models::Text;

/// The object `Typed`.
///
/// Schema `Typed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Typed {
    /// The property `known`.
    pub known: String,
    /// The properties beside the named ones, in the order in which they came.
    #[serde(flatten)]
    pub additional_properties: Map<String, Text>,
}

impl Typed {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Typed {
    fn check(&self, _: &mut Checker<'_>) {}
}
