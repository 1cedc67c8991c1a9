// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `WorkRequest`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, DateTime, Validate, Violations};

use crate::models::{OperationStatus, OperationType, WorkRequestResource};

/// The record of one asynchronous operation, by which you monitor work that takes long. The service creates it
/// when the operation starts, and keeps it as an activity log: each step of the operation shows in it. It has an
/// OCID of its own, so that programs can work with it and automation can be built on it.
///
/// Schema `WorkRequest`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WorkRequest {
    /// The [OCID](https://docs.oracle.com/iaas/Content/General/Concepts/identifiers.htm) of the compartment that
    /// contains the work request.
    #[serde(rename = "compartmentId")]
    pub compartment_id: String,
    /// The [OCID](https://docs.oracle.com/iaas/Content/General/Concepts/identifiers.htm) of the work request.
    pub id: String,
    /// The asynchronous operation that a work request tracks.
    #[serde(rename = "operationType")]
    pub operation_type: OperationType,
    /// How far the operation tracked by the work request has come, as a percentage (0 to 100) of the total work that
    /// must be performed.
    ///
    /// Format: `float`.
    #[serde(rename = "percentComplete")]
    pub percent_complete: f64,
    /// The resources that are affected by the work request, at most 32.
    ///
    /// Limits: at most 32 items.
    pub resources: Vec<WorkRequestResource>,
    /// The status of a work request.
    pub status: OperationStatus,
    /// The date and time at which the work request was created, in the format defined by [RFC
    /// 3339](https://tools.ietf.org/html/rfc3339).
    ///
    /// Format: `date-time`.
    #[serde(rename = "timeAccepted")]
    pub time_accepted: DateTime,
    /// The date and time at which the work request was finished, in the format defined by [RFC
    /// 3339](https://tools.ietf.org/rfc/rfc3339).
    ///
    /// Format: `date-time`.
    #[serde(rename = "timeFinished", default, skip_serializing_if = "Option::is_none")]
    pub time_finished: Option<DateTime>,
    /// The date and time at which the work request was started, in the format defined by [RFC
    /// 3339](https://tools.ietf.org/html/rfc3339).
    ///
    /// Format: `date-time`.
    #[serde(rename = "timeStarted", default, skip_serializing_if = "Option::is_none")]
    pub time_started: Option<DateTime>,
    /// The date and time at which the work request was updated, in the format defined by [RFC
    /// 3339](https://tools.ietf.org/rfc/rfc3339).
    ///
    /// Format: `date-time`.
    #[serde(rename = "timeUpdated", default, skip_serializing_if = "Option::is_none")]
    pub time_updated: Option<DateTime>,
}

impl WorkRequest {
    /// `resources` has at most 32 items.
    pub const RESOURCES_MAX_ITEMS: usize = 32;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for WorkRequest {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("operationType", &self.operation_type);
        checker
            .property("resources", &self.resources)
            .max_items(Self::RESOURCES_MAX_ITEMS);
        checker.property("status", &self.status);
        checker.property("timeAccepted", &self.time_accepted);
        checker.property("timeFinished", &self.time_finished);
        checker.property("timeStarted", &self.time_started);
        checker.property("timeUpdated", &self.time_updated);
    }
}
