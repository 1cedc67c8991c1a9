// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Old`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Old`.
///
/// Schema `Old`.
#[deprecated = "the document of the API deprecates it"]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Old {
    /// The property `younger`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub younger: Option<Box<Old>>,
}

impl Old {
    /// A [`Old`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`younger`](Self#structfield.younger).
    #[must_use]
    pub fn with_younger(mut self, younger: Old) -> Self {
        self.younger = Some(Box::new(younger));
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

impl Validate for Old {
    fn check(&self, _: &mut Checker<'_>) {}
}
