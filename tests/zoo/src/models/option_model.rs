// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Option`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `OptionModel`.
///
/// Schema `Option`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OptionModel {
    /// The property `type`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The property `self`.
    #[serde(rename = "self", default, skip_serializing_if = "Option::is_none")]
    pub self_: Option<String>,
    /// The property `gen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#gen: Option<String>,
    /// The property `crate`.
    #[serde(rename = "crate", default, skip_serializing_if = "Option::is_none")]
    pub crate_: Option<String>,
    /// The property `super`.
    #[serde(rename = "super", default, skip_serializing_if = "Option::is_none")]
    pub super_: Option<String>,
}

impl OptionModel {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for OptionModel {
    fn check(&self, _: &mut Checker<'_>) {}
}
