// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Tree`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The value `Tree`, which may hold others of its kind.
///
/// Limits: at most 2 items.
///
/// Schema `Tree`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tree(pub Vec<Tree>);

impl Tree {
    /// `Tree` has at most 2 items.
    pub const MAX_ITEMS: usize = 2;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Tree {
    fn check(&self, checker: &mut Checker<'_>) {
        Validate::check(&self.0, checker);
        checker.value(&self.0).max_items(Self::MAX_ITEMS);
    }
}
