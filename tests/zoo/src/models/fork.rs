// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Fork`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Grove;

/// The object `Fork`.
///
/// Schema `Fork`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fork {
    /// The property `left`.
    pub left: Grove,
    /// The property `right`.
    pub right: Grove,
}

impl Fork {
    /// A [`Fork`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: ForkRequired) -> Self {
        Self {
            left: required.left,
            right: required.right,
        }
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

impl Validate for Fork {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("left", &self.left);
        checker.property("right", &self.right);
    }
}

/// What every [`Fork`] has: the argument of [`Fork::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct ForkRequired {
    /// The property `left`.
    pub left: Grove,
    /// The property `right`.
    pub right: Grove,
}
