// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Cat`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `Cat`.
///
/// Schema `Cat`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cat {
    /// The property `kind`.
    pub kind: String,
    /// The property `lives`.
    ///
    /// Limits: at least 1.
    pub lives: i64,
}

impl Cat {
    /// `lives` is at least 1.
    pub const LIVES_MINIMUM: i64 = 1;

    /// A [`Cat`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: CatRequired) -> Self {
        Self {
            kind: required.kind,
            lives: required.lives,
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

impl Validate for Cat {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("lives", &self.lives).minimum(Self::LIVES_MINIMUM);
    }
}

/// What every [`Cat`] has: the argument of [`Cat::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct CatRequired {
    /// The property `kind`.
    pub kind: String,
    /// The property `lives`.
    ///
    /// Limits: at least 1.
    pub lives: i64,
}
