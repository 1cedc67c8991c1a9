// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Option`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `OptionModel`.
///
/// Schema `Option`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// A [`OptionModel`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`r#type`](Self#structfield.type).
    #[must_use]
    pub fn with_type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// Sets [`self_`](Self#structfield.self_).
    #[must_use]
    pub fn with_self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets [`r#gen`](Self#structfield.gen).
    #[must_use]
    pub fn with_gen(mut self, r#gen: impl Into<String>) -> Self {
        self.r#gen = Some(r#gen.into());
        self
    }

    /// Sets [`crate_`](Self#structfield.crate_).
    #[must_use]
    pub fn with_crate_(mut self, crate_: impl Into<String>) -> Self {
        self.crate_ = Some(crate_.into());
        self
    }

    /// Sets [`super_`](Self#structfield.super_).
    #[must_use]
    pub fn with_super_(mut self, super_: impl Into<String>) -> Self {
        self.super_ = Some(super_.into());
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

impl Validate for OptionModel {
    fn check(&self, _: &mut Checker<'_>) {}
}
