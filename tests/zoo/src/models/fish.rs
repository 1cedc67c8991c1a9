// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Fish`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Fish`.
///
/// Schema `Fish`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fish {
    /// The property `kind`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The property `depth`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<f64>,
}

impl Fish {
    /// A [`Fish`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`kind`](Self#structfield.kind).
    #[must_use]
    pub fn with_kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets [`depth`](Self#structfield.depth).
    #[must_use]
    pub fn with_depth(mut self, depth: f64) -> Self {
        self.depth = Some(depth);
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

impl Validate for Fish {
    fn check(&self, _: &mut Checker<'_>) {}
}
