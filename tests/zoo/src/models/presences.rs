// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Presences`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Presence, Validate, Value, Violations};

use crate::models::{AnimalInput, Maybe};

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
    pub owner_or_null: Option<AnimalInput>,
    /// The property `formerOwner`.
    #[serde(
        rename = "formerOwner",
        default,
        skip_serializing_if = "Presence::is_absent"
    )]
    pub former_owner: Presence<AnimalInput>,
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
    /// A [`Presences`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: PresencesRequired) -> Self {
        Self {
            must: required.must,
            must_or_null: required.must_or_null,
            owner_or_null: required.owner_or_null,
            kept_or_null: required.kept_or_null,
            may: None,
            may_or_null: Presence::Absent,
            former_owner: Presence::Absent,
            may_be: Presence::Absent,
            wants: None,
            list_or_null: Presence::Absent,
            map_of_nulls: None,
            anything: None,
        }
    }

    /// Sets [`may`](Self#structfield.may).
    #[must_use]
    pub fn with_may(mut self, may: impl Into<String>) -> Self {
        self.may = Some(may.into());
        self
    }

    /// Sets [`may_or_null`](Self#structfield.may_or_null).
    #[must_use]
    pub fn with_may_or_null(mut self, may_or_null: impl Into<String>) -> Self {
        self.may_or_null = Presence::Present(may_or_null.into());
        self
    }

    /// Sets [`former_owner`](Self#structfield.former_owner).
    #[must_use]
    pub fn with_former_owner(mut self, former_owner: AnimalInput) -> Self {
        self.former_owner = Presence::Present(former_owner);
        self
    }

    /// Sets [`may_be`](Self#structfield.may_be).
    #[must_use]
    pub fn with_may_be(mut self, may_be: Maybe) -> Self {
        self.may_be = Presence::Present(may_be);
        self
    }

    /// Sets [`wants`](Self#structfield.wants).
    #[must_use]
    pub fn with_wants(mut self, wants: Vec<Option<String>>) -> Self {
        self.wants = Some(wants);
        self
    }

    /// Sets [`list_or_null`](Self#structfield.list_or_null).
    #[must_use]
    pub fn with_list_or_null(mut self, list_or_null: Vec<String>) -> Self {
        self.list_or_null = Presence::Present(list_or_null);
        self
    }

    /// Sets [`map_of_nulls`](Self#structfield.map_of_nulls).
    #[must_use]
    pub fn with_map_of_nulls(mut self, map_of_nulls: Map<String, Option<i64>>) -> Self {
        self.map_of_nulls = Some(map_of_nulls);
        self
    }

    /// Sets [`anything`](Self#structfield.anything).
    #[must_use]
    pub fn with_anything(mut self, anything: Value) -> Self {
        self.anything = Some(anything);
        self
    }

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

/// What every [`Presences`] has: the argument of [`Presences::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct PresencesRequired {
    /// The property `must`.
    pub must: String,
    /// The property `mustOrNull`.
    pub must_or_null: Option<String>,
    /// Whose it is.
    pub owner_or_null: Option<AnimalInput>,
    /// The property `keptOrNull`.
    pub kept_or_null: Option<Maybe>,
}
