// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Scalars`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Base64, Checker, Date, DateTime, Validate, Violations};

/// The object `Scalars`.
///
/// Schema `Scalars`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Scalars {
    /// The property `plain`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<String>,
    /// The property `when`.
    ///
    /// Format: `date-time`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<DateTime>,
    /// The property `day`.
    ///
    /// Format: `date`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The property `bytes`.
    ///
    /// Format: `byte`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<Base64>,
    /// The property `uuid`.
    ///
    /// Format: `uuid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    /// The property `made-up`.
    ///
    /// Format: `zebra`.
    #[serde(rename = "made-up", default, skip_serializing_if = "Option::is_none")]
    pub made_up: Option<String>,
    /// The property `integer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integer: Option<i64>,
    /// The property `int32`.
    ///
    /// Format: `int32`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub int32: Option<i32>,
    /// The property `int64`.
    ///
    /// Format: `int64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub int64: Option<i64>,
    /// The property `uint32`.
    ///
    /// Format: `uint32`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uint32: Option<u32>,
    /// The property `uint64`.
    ///
    /// Format: `uint64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uint64: Option<u64>,
    /// The property `number`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<f64>,
    /// The property `float`.
    ///
    /// Format: `float`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub float: Option<f64>,
    /// The property `double`.
    ///
    /// Format: `double`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub double: Option<f64>,
    /// The property `flag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<bool>,
}

impl Scalars {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Scalars {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("when", &self.when);
        checker.property("day", &self.day);
        checker.property("bytes", &self.bytes);
    }
}
