// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Presences`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Presence, Validate, Value, Violations};

use crate::models::{Animal, Maybe};

/// What may be left out, what may be null, and both.
///
/// Schema `Presences`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Presences {
    /// The property `must`.
    pub must: String,
    /// The property `mustOrNull`.
    #[serde(
        rename = "mustOrNull",
        deserialize_with = "trueform_runtime::nullable::required"
    )]
    pub must_or_null: Option<String>,
    /// The property `may`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may: Option<String>,
    /// The property `mayOrNull`.
    #[serde(rename = "mayOrNull", default, skip_serializing_if = "Presence::is_absent")]
    pub may_or_null: Presence<String>,
    /// Whose it is.
    #[serde(
        rename = "ownerOrNull",
        deserialize_with = "trueform_runtime::nullable::required"
    )]
    pub owner_or_null: Option<Animal>,
    /// The property `formerOwner`.
    #[serde(
        rename = "formerOwner",
        default,
        skip_serializing_if = "Presence::is_absent"
    )]
    pub former_owner: Presence<Animal>,
    /// The property `keptOrNull`.
    #[serde(
        rename = "keptOrNull",
        deserialize_with = "trueform_runtime::nullable::required"
    )]
    pub kept_or_null: Option<Maybe>,
    /// The property `mayBe`.
    #[serde(rename = "mayBe", default, skip_serializing_if = "Presence::is_absent")]
    pub may_be: Presence<Maybe>,
    /// The property `wants`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants: Option<Vec<Option<String>>>,
    /// The property `listOrNull`.
    #[serde(rename = "listOrNull", default, skip_serializing_if = "Presence::is_absent")]
    pub list_or_null: Presence<Vec<String>>,
    /// The property `mapOfNulls`.
    #[serde(rename = "mapOfNulls", default, skip_serializing_if = "Option::is_none")]
    pub map_of_nulls: Option<Map<String, Option<i64>>>,
    /// The property `anything`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "trueform_runtime::nullable::present"
    )]
    pub anything: Option<Value>,
}

impl Presences {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Presences {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("ownerOrNull", &self.owner_or_null);
        checker.property("formerOwner", &self.former_owner);
    }
}
