// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `String`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `StringModel`.
///
/// Schema `String`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StringModel {
    /// The property `a-b`.
    #[serde(rename = "a-b", default, skip_serializing_if = "Option::is_none")]
    pub a_b_6593: Option<String>,
    /// The property `a_b`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a_b: Option<String>,
    /// The property `aB`.
    #[serde(rename = "aB", default, skip_serializing_if = "Option::is_none")]
    pub a_b_7081: Option<String>,
    /// The property `1st`.
    #[serde(rename = "1st", default, skip_serializing_if = "Option::is_none")]
    pub n1st: Option<String>,
    /// The property (empty).
    #[serde(rename = "", default, skip_serializing_if = "Option::is_none")]
    pub empty: Option<String>,
    /// The property `@id`.
    #[serde(rename = "@id", default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl StringModel {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for StringModel {
    fn check(&self, _: &mut Checker<'_>) {}
}
