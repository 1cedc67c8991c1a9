// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Typed`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Violations};

use crate::models::Text;

/// The object `Typed`.
///
/// Schema `Typed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Typed {
    /// The property `known`.
    pub known: String,
    /// The properties beside the named ones, in the order in which they came.
    #[serde(flatten)]
    pub additional_properties: Map<String, Text>,
}

impl Typed {
    /// A [`Typed`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: TypedRequired) -> Self {
        Self {
            known: required.known,
            additional_properties: Map::new(),
        }
    }

    /// Sets [`additional_properties`](Self#structfield.additional_properties).
    #[must_use]
    pub fn with_additional_properties(
        mut self,
        additional_properties: Map<String, Text>,
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

impl Validate for Typed {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// What every [`Typed`] has: the argument of [`Typed::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct TypedRequired {
    /// The property `known`.
    pub known: String,
}
