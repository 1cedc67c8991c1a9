// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Collections`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Value, Violations};

use crate::models::Animal;

/// The object `Collections`.
///
/// Schema `Collections`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Collections {
    /// The property `list`.
    pub list: Vec<String>,
    /// The property `nested`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nested: Option<Vec<Vec<i64>>>,
    /// The property `anyList`.
    #[serde(rename = "anyList", default, skip_serializing_if = "Option::is_none")]
    pub any_list: Option<Vec<Value>>,
    /// The property `counts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Map<String, i64>>,
    /// The property `free`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<Map<String, Value>>,
    /// The property `maps`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maps: Option<Vec<Map<String, Animal>>>,
    /// The property `byCode`.
    ///
    /// Limits: matches `^[A-Z]{3}$`.
    #[serde(rename = "byCode", default, skip_serializing_if = "Option::is_none")]
    pub by_code: Option<Map<String, bool>>,
}

impl Collections {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Collections {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("maps", &self.maps);
        checker
            .property("byCode", &self.by_code)
            .each_key(|inner| {
                inner.pattern(&crate::models::CODE_PATTERN);
            });
    }
}
