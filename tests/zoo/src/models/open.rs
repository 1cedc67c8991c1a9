// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Open`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Value, Violations};

/// The object `Open`.
///
/// Schema `Open`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Open {
    /// The property `known`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
    /// The properties beside the named ones, in the order in which they came.
    #[serde(flatten)]
    pub additional_properties: Map<String, Value>,
}

impl Open {
    /// A [`Open`] of which all is absent.
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

    /// Sets [`additional_properties`](Self#structfield.additional_properties).
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: Map<String, Value>,
    ) -> Self {
        self.additional_properties = additional_properties;
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

impl Validate for Open {
    fn check(&self, _: &mut Checker<'_>) {}
}
