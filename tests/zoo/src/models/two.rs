// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Two`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::One;

/// The object `Two`.
///
/// Schema `Two`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Two {
    /// The property `one`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<One>,
    /// The property `again`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<One>,
}

impl Two {
    /// A [`Two`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`one`](Self#structfield.one).
    #[must_use]
    pub fn with_one(mut self, one: One) -> Self {
        self.one = Some(one);
        self
    }

    /// Sets [`again`](Self#structfield.again).
    #[must_use]
    pub fn with_again(mut self, again: One) -> Self {
        self.again = Some(again);
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

impl Validate for Two {
    fn check(&self, _: &mut Checker<'_>) {}
}
