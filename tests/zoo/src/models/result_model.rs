// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Result`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `ResultModel`.
///
/// Schema `Result`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ResultModel {
    /// The property `new`.
    pub new: String,
    /// The property `validate`.
    pub validate: String,
    /// The property `check`.
    pub check: String,
    /// The property `default`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
}

impl ResultModel {
    /// A [`ResultModel`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: ResultModelRequired) -> Self {
        Self {
            new: required.new,
            validate: required.validate,
            check: required.check,
            default: None,
        }
    }

    /// Sets [`default`](Self#structfield.default).
    #[must_use]
    pub fn with_default(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
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

impl Validate for ResultModel {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// What every [`ResultModel`] has: the argument of [`ResultModel::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct ResultModelRequired {
    /// The property `new`.
    pub new: String,
    /// The property `validate`.
    pub validate: String,
    /// The property `check`.
    pub check: String,
}
