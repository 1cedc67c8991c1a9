// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Snake`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Snake`.
///
/// Schema `Snake`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Snake {
    /// The property `length`.
    pub length: i64,
}

impl Snake {
    /// A [`Snake`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: SnakeRequired) -> Self {
        Self { length: required.length }
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

impl Validate for Snake {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// What every [`Snake`] has: the argument of [`Snake::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct SnakeRequired {
    /// The property `length`.
    pub length: i64,
}
