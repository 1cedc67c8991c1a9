// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Collections`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Value, Violations};

use crate::models::AnimalInput;

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
    pub maps: Option<Vec<Map<String, AnimalInput>>>,
    /// The property `byCode`.
    ///
    /// Limits: each key: matches `^[A-Z]{3}$`.
    #[serde(rename = "byCode", default, skip_serializing_if = "Option::is_none")]
    pub by_code: Option<Map<String, bool>>,
}

impl Collections {
    /// A [`Collections`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: CollectionsRequired) -> Self {
        Self {
            list: required.list,
            nested: None,
            any_list: None,
            counts: None,
            free: None,
            maps: None,
            by_code: None,
        }
    }

    /// Sets [`nested`](Self#structfield.nested).
    #[must_use]
    pub fn with_nested(mut self, nested: Vec<Vec<i64>>) -> Self {
        self.nested = Some(nested);
        self
    }

    /// Sets [`any_list`](Self#structfield.any_list).
    #[must_use]
    pub fn with_any_list(mut self, any_list: Vec<Value>) -> Self {
        self.any_list = Some(any_list);
        self
    }

    /// Sets [`counts`](Self#structfield.counts).
    #[must_use]
    pub fn with_counts(mut self, counts: Map<String, i64>) -> Self {
        self.counts = Some(counts);
        self
    }

    /// Sets [`free`](Self#structfield.free).
    #[must_use]
    pub fn with_free(mut self, free: Map<String, Value>) -> Self {
        self.free = Some(free);
        self
    }

    /// Sets [`maps`](Self#structfield.maps).
    #[must_use]
    pub fn with_maps(mut self, maps: Vec<Map<String, AnimalInput>>) -> Self {
        self.maps = Some(maps);
        self
    }

    /// Sets [`by_code`](Self#structfield.by_code).
    #[must_use]
    pub fn with_by_code(mut self, by_code: Map<String, bool>) -> Self {
        self.by_code = Some(by_code);
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

/// What every [`Collections`] has: the argument of [`Collections::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct CollectionsRequired {
    /// The property `list`.
    pub list: Vec<String>,
}
