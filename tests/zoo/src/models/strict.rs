// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Strict`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Percent;

/// The object `Strict`.
///
/// Schema `Strict`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Strict {
    /// The property `deep`.
    ///
    /// Limits: at least 0, at most 100.
    pub deep: Percent,
}

impl Strict {
    /// A [`Strict`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: StrictRequired) -> Self {
        Self { deep: required.deep }
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

impl Validate for Strict {
    fn check(&self, checker: &mut Checker<'_>) {
        checker
            .property("deep", &self.deep)
            .minimum(crate::models::PERCENT_MINIMUM)
            .maximum(crate::models::PERCENT_MAXIMUM);
    }
}

/// What every [`Strict`] has: the argument of [`Strict::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct StrictRequired {
    /// The property `deep`.
    ///
    /// Limits: at least 0, at most 100.
    pub deep: Percent,
}
