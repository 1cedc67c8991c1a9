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
    /// What the operation behind the work request does to a resource. As long as it is still creating, updating or
    /// deleting the resource, this is `IN_PROGRESS`; once the work on that resource is complete, it turns to `CREATED`, `UPDATED`
    /// or `DELETED`, whichever it was.
    #[serde(rename = "actionType")]
    pub action_type: ActionType,
    /// The type of the resource that the work request affects.
    #[serde(rename = "entityType")]
    pub entity_type: String,
    /// A URI path, for which a GET request answers with the metadata of the resource.
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
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("actionType", &self.action_type);
        checker.property("metadata", &self.metadata);
    }
}
