// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Rest`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Violations};

/// The object `Rest`.
///
/// Schema `Rest`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rest {
    /// The property `a`.
    ///
    /// Limits: at most 1 character.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    /// The properties beside the named ones, in the order in which they came.
    ///
    /// Limits: each value: at most 1 character.
    #[serde(flatten)]
    pub additional_properties: Map<String, String>,
}

impl Rest {
    /// `a` has at most 1 character.
    pub const A_MAX_LENGTH: usize = 1;

    /// A value of `additional_properties` has at most 1 character.
    pub const ADDITIONAL_PROPERTIES_VALUE_MAX_LENGTH: usize = 1;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Rest {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("a", &self.a).max_length(Self::A_MAX_LENGTH);
        checker
            .rest(&self.additional_properties)
            .each_value(|inner| {
                inner.max_length(Self::ADDITIONAL_PROPERTIES_VALUE_MAX_LENGTH);
            });
    }
}
