// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Forest`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::{Json, Tree};

/// The object `Forest`.
///
/// Schema `Forest`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forest {
    /// The property `tree`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tree: Option<Tree>,
    /// The property `json`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json: Option<Json>,
}

impl Forest {
    /// A [`Forest`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`tree`](Self#structfield.tree).
    #[must_use]
    pub fn with_tree(mut self, tree: Tree) -> Self {
        self.tree = Some(tree);
        self
    }

    /// Sets [`json`](Self#structfield.json).
    #[must_use]
    pub fn with_json(mut self, json: Json) -> Self {
        self.json = Some(json);
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

impl Validate for Forest {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tree", &self.tree);
        checker.property("json", &self.json);
    }
}
