//! A full work request, and the same struct as a person would write it with serde alone.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

/// As many resources as the document allows, each with all it may have.
pub(crate) const RESOURCES: usize = 32;

/// The text that a server sends.
pub(crate) fn text() -> String {
    let resource = |index: usize| {
        let identifier = format!("ocid1.datasharingagreement.oc1.us-chicago-1.aaaaaaaa{index:040}");
        json!({
            "actionType": (["CREATED", "UPDATED", "DELETED", "IN_PROGRESS", "RELATED", "FAILED"][index % 6]),
            "entityType": "dataSharingAgreement",
            "entityUri": format!("/20180828/dataSharingAgreements/{identifier}"),
            "identifier": identifier,
            "metadata": {"IS_DRY_RUN": "false"},
        })
    };
    json!({
        "compartmentId": "ocid1.compartment.oc1..aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffgggggggg",
        "id": "ocid1.workrequest.oc1.us-chicago-1.aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffff",
        "operationType": "UPDATE_DATA_SHARING_AGREEMENT",
        "percentComplete": 100.0,
        "resources": (0..RESOURCES).map(resource).collect::<Vec<_>>(),
        "status": "SUCCEEDED",
        "timeAccepted": "2026-11-23T20:16:02.972Z",
        "timeFinished": "2026-11-23T20:17:02.972Z",
        "timeStarted": "2026-11-23T20:16:03.082Z",
        "timeUpdated": "2026-11-23T20:17:02.972Z",
    })
    .to_string()
}

/// What `serde` derives and no more. A value that an enumeration does not name fails the whole, times are text that nobody
/// has looked at, no bound is checked, and an error says a line and a column, not which value is meant.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "what is measured is how it is made")]
pub(crate) struct WorkRequest {
    compartment_id: String,
    id: String,
    operation_type: OperationType,
    percent_complete: f64,
    pub(crate) resources: Vec<Resource>,
    status: Status,
    time_accepted: String,
    time_finished: Option<String>,
    time_started: Option<String>,
    time_updated: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "what is measured is how it is made")]
pub(crate) struct Resource {
    action_type: ActionType,
    entity_type: String,
    entity_uri: Option<String>,
    identifier: String,
    metadata: Option<BTreeMap<String, Value>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum ActionType {
    Created,
    Updated,
    Deleted,
    InProgress,
    Related,
    Failed,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Status {
    Accepted,
    InProgress,
    Waiting,
    NeedsAttention,
    Failed,
    Succeeded,
    Canceling,
    Canceled,
}

macro_rules! operation_types {
    ($($name:ident),*) => {
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        enum OperationType {
            $($name),*
        }
    };
}

operation_types!(
    CreateDataSharingAgreement,
    UpdateDataSharingAgreement,
    DeleteDataSharingAgreement,
    MoveDataSharingAgreement,
    CreateDataSharingConstraint,
    UpdateDataSharingConstraint,
    DeleteDataSharingConstraint,
    MoveDataSharingConstraint,
    CreateDataSharingRequest,
    UpdateDataSharingRequest,
    DeleteDataSharingRequest,
    MoveDataSharingRequest,
    CreateDeliveryEndpoint,
    UpdateDeliveryEndpoint,
    DeleteDeliveryEndpoint,
    MoveDeliveryEndpoint,
    CreatePayer,
    UpdatePayer,
    DeletePayer,
    MovePayer,
    MovePayerDirectoryEntry,
    CreateProvider,
    UpdateProvider,
    DeleteProvider,
    MoveProvider,
    MoveProviderDirectoryEntry,
    CreateQueryEndpoint,
    UpdateQueryEndpoint,
    DeleteQueryEndpoint,
    MoveQueryEndpoint
);
