// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `WorkRequestResource`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Validate, Value, Violations};

use crate::models::{ActionType, WorkRequestResourceMetadataKey};

/// A resource that a work request creates or operates on.
///
/// Schema `WorkRequestResource`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WorkRequestResource {
    /// The way in which a resource is affected by the operation that the work request tracks. A resource that is
    /// being created, updated or deleted remains `IN_PROGRESS` until the work is complete for that resource; at that
    /// point it becomes `CREATED`, `UPDATED` or `DELETED`, respectively.
    #[serde(rename = "actionType")]
    pub action_type: ActionType,
    /// The type of the resource that the work request affects.
    #[serde(rename = "entityType")]
    pub entity_type: String,
    /// The URI path that you can use for a GET request to access the metadata of the resource.
    #[serde(rename = "entityUri", default, skip_serializing_if = "Option::is_none")]
    pub entity_uri: Option<String>,
    /// An [OCID](https://docs.oracle.com/iaas/Content/General/Concepts/identifiers.htm) or other unique identifier of
    /// the resource.
    pub identifier: String,
    /// Additional information that helps to explain the resource. That the known values are keys of this object, as
    /// in sibling services, is inferred: the service's own page lists them without saying so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Map<WorkRequestResourceMetadataKey, Value>>,
}

impl WorkRequestResource {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for WorkRequestResource {
    fn check(&self, _: &mut Checker<'_>) {}
}
