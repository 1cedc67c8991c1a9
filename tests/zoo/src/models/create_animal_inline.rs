// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! At `/paths/~1animals/post/responses/201/content/application~1json/schema` of the document.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

/// The object `CreateAnimalCreatedReply`.
///
/// At `/paths/~1animals/post/responses/201/content/application~1json/schema` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateAnimalCreatedReply {
    /// The property `id`.
    ///
    /// Limits: at most 4 characters.
    pub id: String,
}

impl CreateAnimalCreatedReply {
    /// `id` has at most 4 characters.
    pub const ID_MAX_LENGTH: usize = 4;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for CreateAnimalCreatedReply {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("id", &self.id).max_length(Self::ID_MAX_LENGTH);
    }
}
