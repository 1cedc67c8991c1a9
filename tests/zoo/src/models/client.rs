// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Client`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Client`.
///
/// Schema `Client`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Client {
    /// The property `validate`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validate: Option<String>,
    /// The property `with_x`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_x: Option<String>,
    /// The property `x`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
}

impl Client {
    /// A [`Client`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`validate`](Self#structfield.validate).
    #[must_use]
    pub fn with_validate(mut self, validate: impl Into<String>) -> Self {
        self.validate = Some(validate.into());
        self
    }

    /// Sets [`with_x`](Self#structfield.with_x).
    #[must_use]
    pub fn with_with_x(mut self, with_x: impl Into<String>) -> Self {
        self.with_x = Some(with_x.into());
        self
    }

    /// Sets [`x`](Self#structfield.x).
    #[must_use]
    pub fn with_x(mut self, x: impl Into<String>) -> Self {
        self.x = Some(x.into());
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

impl Validate for Client {
    fn check(&self, _: &mut Checker<'_>) {}
}
