// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `String`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `StringModel`.
///
/// Schema `String`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// A [`StringModel`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`a_b_6593`](Self#structfield.a_b_6593).
    #[must_use]
    pub fn with_a_b_6593(mut self, a_b_6593: impl Into<String>) -> Self {
        self.a_b_6593 = Some(a_b_6593.into());
        self
    }

    /// Sets [`a_b`](Self#structfield.a_b).
    #[must_use]
    pub fn with_a_b(mut self, a_b: impl Into<String>) -> Self {
        self.a_b = Some(a_b.into());
        self
    }

    /// Sets [`a_b_7081`](Self#structfield.a_b_7081).
    #[must_use]
    pub fn with_a_b_7081(mut self, a_b_7081: impl Into<String>) -> Self {
        self.a_b_7081 = Some(a_b_7081.into());
        self
    }

    /// Sets [`n1st`](Self#structfield.n1st).
    #[must_use]
    pub fn with_n1st(mut self, n1st: impl Into<String>) -> Self {
        self.n1st = Some(n1st.into());
        self
    }

    /// Sets [`empty`](Self#structfield.empty).
    #[must_use]
    pub fn with_empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
        self
    }

    /// Sets [`id`](Self#structfield.id).
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
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

impl Validate for StringModel {
    fn check(&self, _: &mut Checker<'_>) {}
}
