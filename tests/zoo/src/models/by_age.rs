// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `ByAge`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `ByAge`.
///
/// Schema `ByAge`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ByAge {
    /// The property `age`.
    pub age: i64,
    /// The property `nickname`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
}

impl ByAge {
    /// A [`ByAge`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: ByAgeRequired) -> Self {
        Self {
            age: required.age,
            nickname: None,
        }
    }

    /// Sets [`nickname`](Self#structfield.nickname).
    #[must_use]
    pub fn with_nickname(mut self, nickname: impl Into<String>) -> Self {
        self.nickname = Some(nickname.into());
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

impl Validate for ByAge {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// What every [`ByAge`] has: the argument of [`ByAge::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct ByAgeRequired {
    /// The property `age`.
    pub age: i64,
}
