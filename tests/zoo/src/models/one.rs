// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `One`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Two;

/// The object `One`.
///
/// Schema `One`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct One {
    /// The property `two`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two: Option<Box<Two>>,
}

impl One {
    /// A [`One`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`two`](Self#structfield.two).
    #[must_use]
    pub fn with_two(mut self, two: Two) -> Self {
        self.two = Some(Box::new(two));
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

impl Validate for One {
    fn check(&self, _: &mut Checker<'_>) {}
}
