// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Maybe`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Maybe`.
///
/// Where it stands, `null` may stand too.
///
/// Schema `Maybe`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Maybe {
    /// The property `known`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
}

impl Maybe {
    /// A [`Maybe`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`known`](Self#structfield.known).
    #[must_use]
    pub fn with_known(mut self, known: impl Into<String>) -> Self {
        self.known = Some(known.into());
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

impl Validate for Maybe {
    fn check(&self, _: &mut Checker<'_>) {}
}
