//! Holds `spec/cdexhub.yaml` to the vendor's description of the endpoint: one line a fact, in the order of that page.
//!
//! `spec/README.md` says where each fact came from.

use std::path::Path;

use serde_json::{Value, json};

const GET: &str = "/paths/~120180828~1workRequests~1{workRequestId}/get";

struct Document {
    whole: Value,
    wrong: Vec<String>,
}

impl Document {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/cdexhub.yaml");
        let text =
            std::fs::read_to_string(path).expect("the document is a part of this repository");
        Self {
            whole: serde_yaml::from_str(&text).expect("the document is YAML"),
            wrong: Vec::new(),
        }
    }

    /// What the pointer means, references followed on the way.
    fn at(&self, pointer: &str) -> Option<&Value> {
        let mut value = &self.whole;
        for token in pointer.split('/').skip(1) {
            value = value.pointer(&format!("/{token}"))?;
            while let Some(target) = value.get("$ref") {
                value = self.whole.pointer(target.as_str()?.strip_prefix('#')?)?;
            }
        }
        Some(value)
    }

    fn fact(&mut self, pointer: &str, expected: impl Into<Value>) {
        let expected = expected.into();
        let found = self.at(pointer);
        if found != Some(&expected) {
            self.wrong
                .push(format!("{pointer}: expected {expected}, found {found:?}"));
        }
    }

    /// The text at the pointer says `words`, wherever its lines break.
    fn says(&mut self, pointer: &str, words: &str) {
        let found = self.at(pointer).and_then(Value::as_str).unwrap_or_default();
        if !found
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(words)
        {
            self.wrong.push(format!(
                "{pointer}: expected to say {words:?}, says {found:?}"
            ));
        }
    }

    fn absent(&mut self, pointer: &str) {
        if let Some(found) = self.at(pointer) {
            self.wrong
                .push(format!("{pointer}: expected nothing, found {found}"));
        }
    }

    /// The names of the members at the pointer, and no others.
    fn members(&mut self, pointer: &str, expected: &[&str]) {
        let mut found: Vec<&str> = self
            .at(pointer)
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(key, _)| key.as_str())
            .collect();
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        if found != expected {
            self.wrong.push(format!(
                "{pointer}: expected the members {expected:?}, found {found:?}"
            ));
        }
    }

    fn done(self) {
        assert!(
            self.wrong.is_empty(),
            "spec/cdexhub.yaml:\n{}",
            self.wrong.join("\n")
        );
    }
}

#[test]
fn service() {
    let mut document = Document::read();
    document.fact("/openapi", "3.0.3");
    document.fact("/info/title", "Oracle Health Clinical Data Exchange");
    document.fact("/info/version", "20180828");
    document.says("/info/description", "cdexHub");
    document.fact(
        "/servers/0/url",
        "https://cdexhub.{region}.oci.oraclecloud.com",
    );
    document.fact("/servers/0/variables/region/default", "us-chicago-1");
    document.absent("/servers/0/variables/region/enum");
    document.says(
        "/servers/0/variables/region/description",
        "At present it runs in `us-chicago-1` only",
    );
    document.fact("/tags/0/name", "cdexHub");
    document.fact("/security", json!([{ "requestSignature": [] }]));
    document.fact("/components/securitySchemes/requestSignature/type", "http");
    document.fact(
        "/components/securitySchemes/requestSignature/scheme",
        "signature",
    );
    document.says(
        "/components/securitySchemes/requestSignature/description",
        "version 1",
    );
    document.says(
        "/components/securitySchemes/requestSignature/description",
        "algorithm=\"rsa-sha256\"",
    );
    document.done();
}

#[test]
fn operation() {
    let mut document = Document::read();
    let at = |rest: &str| format!("{GET}{rest}");
    document.members("/paths", &["/20180828/workRequests/{workRequestId}"]);
    document.fact(&at("/operationId"), "GetWorkRequest");
    document.fact(&at("/tags"), json!(["cdexHub"]));
    document.fact(&at("/summary"), "Get the status of a work request");
    document.says(
        &at("/description"),
        "Retrieves the details of a work request",
    );
    document.absent(&at("/requestBody"));
    document.absent(&at("/parameters/2"));
    document.members(&at("/x-polling/waiters"), &["completed"]);
    document.fact(&at("/x-polling/waiters/completed/state"), "/status");
    document.fact(
        &at("/x-polling/waiters/completed/progress"),
        "/percentComplete",
    );
    document.fact(&at("/x-polling/waiters/completed/delay"), "retry-after");
    document.fact(
        &at("/x-polling/waiters/completed/succeeded"),
        json!(["SUCCEEDED"]),
    );
    document.fact(
        &at("/x-polling/waiters/completed/failed"),
        json!(["FAILED", "CANCELED"]),
    );
    document.fact(
        &at("/x-polling/waiters/completed/attention"),
        json!(["NEEDS_ATTENTION"]),
    );
    document.done();
}

#[test]
fn work_request_id() {
    let mut document = Document::read();
    let at = |rest: &str| format!("{GET}/parameters/0{rest}");
    document.fact(&at("/name"), "workRequestId");
    document.fact(&at("/in"), "path");
    document.fact(&at("/required"), true);
    document.fact(&at("/schema"), json!({ "type": "string" }));
    document.says(
        &at("/description"),
        "[OCID](/iaas/Content/General/Concepts/identifiers.htm)",
    );
    document.says(&at("/description"), "of the asynchronous work request");
    document.done();
}

#[test]
fn opc_request_id() {
    let mut document = Document::read();
    let at = |rest: &str| format!("{GET}/parameters/1{rest}");
    document.fact(&at("/name"), "opc-request-id");
    document.fact(&at("/in"), "header");
    document.fact(&at("/required"), false);
    document.fact(
        &at("/schema"),
        json!({ "type": "string", "pattern": "^[A-Za-z0-9_-]+$" }),
    );
    document.says(&at("/description"), "unique identifier for the request");
    document.says(&at("/description"), "assigned by Oracle");
    document.says(
        &at("/description"),
        "need to contact Oracle about a particular request, give them this identifier",
    );
    document.says(
        &at("/description"),
        "The only valid characters are letters, numbers, underscore and dash",
    );
    document.says(
        &at("/description"),
        "at most 32 of them, but no limit is stated",
    );
    document.done();
}

#[test]
fn retrieved() {
    let mut document = Document::read();
    let at = |rest: &str| format!("{GET}/responses/200{rest}");
    document.members(&at(""), &["description", "headers", "content"]);
    document.fact(&at("/description"), "The work request was retrieved.");
    document.members(&at("/headers"), &["etag", "opc-request-id", "retry-after"]);
    document.fact(&at("/headers/etag/schema"), json!({ "type": "string" }));
    document.says(
        &at("/headers/etag/description"),
        "for optimistic concurrency control",
    );
    document.says(&at("/headers/etag/description"), "see `if-match`");
    document.fact(
        &at("/headers/opc-request-id/schema"),
        json!({ "type": "string" }),
    );
    document.says(
        &at("/headers/opc-request-id/description"),
        "unique identifier that Oracle assigned to the request",
    );
    document.says(
        &at("/headers/opc-request-id/description"),
        "contact Oracle about a particular request, give them this identifier",
    );
    document.says(&at("/headers/opc-request-id/description"), "such as `/`");
    document.fact(
        &at("/headers/retry-after/schema"),
        json!({ "type": "integer" }),
    );
    document.says(
        &at("/headers/retry-after/description"),
        "How many seconds, as a decimal number",
    );
    document.says(
        &at("/headers/retry-after/description"),
        "should wait before it polls this endpoint again",
    );
    document.members(&at("/content"), &["application/json"]);
    document.fact(
        &at("/content/application~1json"),
        json!({ "schema": { "$ref": "#/components/schemas/WorkRequest" } }),
    );
    document.done();
}

#[test]
fn errors() {
    let mut document = Document::read();
    document.members(
        &format!("{GET}/responses"),
        &["200", "401", "404", "429", "500", "default"],
    );
    document.fact(&format!("{GET}/responses/401/description"), "Unauthorized");
    document.fact(&format!("{GET}/responses/404/description"), "Not Found");
    document.fact(
        &format!("{GET}/responses/429/description"),
        "Too Many Requests",
    );
    document.fact(
        &format!("{GET}/responses/500/description"),
        "Internal Server Error",
    );
    document.fact(
        &format!("{GET}/responses/default/description"),
        "An error has occurred.",
    );
    for status in ["401", "404", "429", "500", "default"] {
        let at = |rest: &str| format!("{GET}/responses/{status}{rest}");
        document.members(&at("/headers"), &["opc-request-id"]);
        document.fact(
            &at("/headers/opc-request-id/schema"),
            json!({ "type": "string" }),
        );
        document.says(
            &at("/headers/opc-request-id/description"),
            "unique identifier for the request",
        );
        document.members(&at("/content"), &["application/json"]);
        document.fact(
            &at("/content/application~1json"),
            json!({ "schema": { "$ref": "#/components/schemas/Error" } }),
        );
    }
    document.done();
}

#[test]
fn error() {
    let mut document = Document::read();
    let at = |rest: &str| format!("/components/schemas/Error{rest}");
    document.fact(&at("/type"), "object");
    document.fact(&at("/description"), "Information about an error.");
    document.fact(&at("/required"), json!(["code", "message"]));
    document.members(&at("/properties"), &["code", "message"]);
    document.fact(&at("/properties/code/type"), "string");
    document.says(
        &at("/properties/code/description"),
        "short error code that defines the error, meant for programs to parse",
    );
    document.fact(&at("/properties/message/type"), "string");
    document.says(
        &at("/properties/message/description"),
        "meant for people to read",
    );
    document.done();
}

#[test]
fn work_request() {
    let mut document = Document::read();
    let at = |rest: &str| format!("/components/schemas/WorkRequest{rest}");
    let required = [
        "compartmentId",
        "id",
        "operationType",
        "percentComplete",
        "resources",
        "status",
        "timeAccepted",
    ];
    document.fact(&at("/type"), "object");
    document.says(&at("/description"), "An asynchronous work request");
    document.says(
        &at("/description"),
        "help you to monitor long-running operations",
    );
    document.says(
        &at("/description"),
        "when you start such an operation, the service creates a work request",
    );
    document.says(
        &at("/description"),
        "an activity log that allows you to track each step in the operation's progress",
    );
    document.says(&at("/description"), "has an OCID that allows you to interact with it programmatically and to use it for automation");
    document.fact(&at("/required"), json!(required));
    document.members(
        &at("/properties"),
        &[
            &required[..],
            &["timeFinished", "timeStarted", "timeUpdated"],
        ]
        .concat(),
    );
    document.absent(&at("/additionalProperties"));
    document.fact(&at("/properties/compartmentId/type"), "string");
    document.says(
        &at("/properties/compartmentId/description"),
        "[OCID](/iaas/Content/General/Concepts/identifiers.htm)",
    );
    document.says(
        &at("/properties/compartmentId/description"),
        "of the compartment that contains the work request",
    );
    document.fact(&at("/properties/id/type"), "string");
    document.says(
        &at("/properties/id/description"),
        "[OCID](/iaas/Content/General/Concepts/identifiers.htm)",
    );
    document.says(&at("/properties/id/description"), "of the work request");
    document.says(
        &at("/properties/operationType/description"),
        "asynchronous operation that a work request tracks",
    );
    document.fact(&at("/properties/percentComplete/type"), "number");
    document.fact(&at("/properties/percentComplete/format"), "float");
    document.absent(&at("/properties/percentComplete/minimum"));
    document.absent(&at("/properties/percentComplete/maximum"));
    document.says(
        &at("/properties/percentComplete/description"),
        "as a percentage (0 to 100) of the total work that must be performed",
    );
    document.says(
        &at("/properties/status/description"),
        "status of a work request",
    );
    document.done();
}

#[test]
fn times() {
    let mut document = Document::read();
    for (name, event, link) in [
        (
            "timeAccepted",
            "created",
            "https://tools.ietf.org/html/rfc3339",
        ),
        (
            "timeFinished",
            "finished",
            "https://tools.ietf.org/rfc/rfc3339",
        ),
        (
            "timeStarted",
            "started",
            "https://tools.ietf.org/html/rfc3339",
        ),
        (
            "timeUpdated",
            "updated",
            "https://tools.ietf.org/rfc/rfc3339",
        ),
    ] {
        let at = |rest: &str| format!("/components/schemas/WorkRequest/properties/{name}{rest}");
        document.fact(&at("/type"), "string");
        document.fact(&at("/format"), "date-time");
        document.says(
            &at("/description"),
            &format!("at which the work request was {event}"),
        );
        document.says(
            &at("/description"),
            &format!("in the format defined by [RFC 3339]({link})"),
        );
    }
    document.done();
}

#[test]
fn resources() {
    let mut document = Document::read();
    document.fact(
        "/components/schemas/WorkRequest/properties/resources/type",
        "array",
    );
    document.fact(
        "/components/schemas/WorkRequest/properties/resources/maxItems",
        32,
    );
    document.absent("/components/schemas/WorkRequest/properties/resources/minItems");
    document.says(
        "/components/schemas/WorkRequest/properties/resources/description",
        "affected by the work request",
    );
    let at =
        |rest: &str| format!("/components/schemas/WorkRequest/properties/resources/items{rest}");
    document.fact(&at("/type"), "object");
    document.says(
        &at("/description"),
        "A resource that a work request creates or operates on",
    );
    document.fact(
        &at("/required"),
        json!(["actionType", "entityType", "identifier"]),
    );
    document.members(
        &at("/properties"),
        &[
            "actionType",
            "entityType",
            "entityUri",
            "identifier",
            "metadata",
        ],
    );
    document.absent(&at("/additionalProperties"));
    document.fact(&at("/properties/entityType/type"), "string");
    document.says(
        &at("/properties/entityType/description"),
        "type of the resource that the work request affects",
    );
    document.fact(&at("/properties/entityUri/type"), "string");
    document.says(
        &at("/properties/entityUri/description"),
        "URI path that you can use for a GET request to access the metadata",
    );
    document.fact(&at("/properties/identifier/type"), "string");
    document.says(
        &at("/properties/identifier/description"),
        "[OCID](/iaas/Content/General/Concepts/identifiers.htm)",
    );
    document.says(
        &at("/properties/identifier/description"),
        "or other unique identifier of the resource",
    );
    document.fact(&at("/properties/metadata/type"), "object");
    document.fact(&at("/properties/metadata/additionalProperties"), true);
    document.fact(
        &at("/properties/metadata/x-propertyNames/enum"),
        json!(["IS_DRY_RUN"]),
    );
    document.says(
        &at("/properties/metadata/description"),
        "Additional information that helps to explain the resource",
    );
    document.says(&at("/properties/metadata/description"), "is inferred");
    document.done();
}

#[test]
fn enumerations() {
    let mut document = Document::read();
    for name in [
        "OperationType",
        "OperationStatus",
        "ActionType",
        "WorkRequestResourceMetadataKey",
    ] {
        document.fact(&format!("/components/schemas/{name}/type"), "string");
    }
    let every = |target: &str, verbs: &[&str]| {
        verbs
            .iter()
            .map(|verb| format!("{verb}_{target}"))
            .collect::<Vec<_>>()
    };
    let all = ["CREATE", "UPDATE", "DELETE", "MOVE"];
    let mut operations = Vec::new();
    for target in [
        "DATA_SHARING_AGREEMENT",
        "DATA_SHARING_CONSTRAINT",
        "DATA_SHARING_REQUEST",
        "DELIVERY_ENDPOINT",
        "PAYER",
    ] {
        operations.extend(every(target, &all));
    }
    operations.extend(every("PAYER_DIRECTORY_ENTRY", &["MOVE"]));
    operations.extend(every("PROVIDER", &all));
    operations.extend(every("PROVIDER_DIRECTORY_ENTRY", &["MOVE"]));
    operations.extend(every("QUERY_ENDPOINT", &all));
    assert_eq!(operations.len(), 30);
    document.fact("/components/schemas/OperationType/enum", operations);
    document.fact(
        "/components/schemas/OperationStatus/enum",
        json!([
            "ACCEPTED",
            "IN_PROGRESS",
            "WAITING",
            "NEEDS_ATTENTION",
            "FAILED",
            "SUCCEEDED",
            "CANCELING",
            "CANCELED"
        ]),
    );
    document.fact(
        "/components/schemas/ActionType/enum",
        json!([
            "CREATED",
            "UPDATED",
            "DELETED",
            "IN_PROGRESS",
            "RELATED",
            "FAILED"
        ]),
    );
    document.fact(
        "/components/schemas/WorkRequestResourceMetadataKey/enum",
        json!(["IS_DRY_RUN"]),
    );
    document.done();
}

#[test]
fn life_cycles() {
    let mut document = Document::read();
    let action = |rest: &str| format!("/components/schemas/ActionType{rest}");
    document.says(
        &action("/description"),
        "way in which a resource is affected by the operation that the work request tracks",
    );
    document.says(
        &action("/description"),
        "remains `IN_PROGRESS` until the work is complete for that resource",
    );
    document.says(
        &action("/description"),
        "it becomes `CREATED`, `UPDATED` or `DELETED`, respectively",
    );
    for (index, words) in [
        "was created",
        "was updated",
        "was deleted",
        "not yet complete",
        "neither creates",
        "has failed",
    ]
    .iter()
    .enumerate()
    {
        document.says(&action(&format!("/x-enum-descriptions/{index}")), words);
    }
    for (index, words) in [
        "goes on",
        "goes on",
        "goes on by itself",
        "A person must act",
        "ended without success",
        "ended with success",
        "goes on",
        "was canceled",
    ]
    .iter()
    .enumerate()
    {
        document.says(
            &format!("/components/schemas/OperationStatus/x-enum-descriptions/{index}"),
            words,
        );
    }
    document.says(
        "/components/schemas/WorkRequestResourceMetadataKey/description",
        "inferred",
    );
    document.says(
        "/components/schemas/WorkRequestResourceMetadataKey/x-enum-descriptions/0",
        "only tries out",
    );
    document.done();
}
