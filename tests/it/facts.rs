//! Holds `spec/cdexhub.yaml` to the vendor's description of the endpoint: one line a fact, in the order of that page.
//!
//! `spec/README.md` says where each fact came from.

use std::path::Path;

use serde_json::{Value, json};

const GET: &str = "/paths/~120180828~1workRequests~1{workRequestId}/get";

/// States facts about what stands below a JSON pointer of the document, all of them checked before it fails.
macro_rules! facts {
    ($base:expr; $($pointer:literal $verb:ident $expected:tt;)*) => {{
        let mut document = Document::read(&$base);
        $(facts!(@ document $pointer $verb $expected);)*
        document.done();
    }};
    (@ $document:ident $pointer:literal is nothing) => { $document.absent($pointer) };
    (@ $document:ident $pointer:literal is $expected:tt) => { $document.is($pointer, &json!($expected)) };
    (@ $document:ident $pointer:literal says $words:literal) => { $document.says($pointer, $words) };
    (@ $document:ident $pointer:literal holds $members:tt) => { $document.holds($pointer, &$members) };
}

struct Document {
    whole: Value,
    base: String,
    wrong: Vec<String>,
}

impl Document {
    fn read(base: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/cdexhub.yaml");
        let text = std::fs::read_to_string(path).expect("the document is a part of the repository");
        let whole = serde_yaml::from_str(&text).expect("the document is YAML");
        Self { whole, base: base.to_owned(), wrong: Vec::new() }
    }

    /// What the pointer means below the base, references followed on the way.
    fn at(&self, pointer: &str) -> Option<&Value> {
        let mut value = &self.whole;
        for token in self.base.split('/').skip(1).chain(pointer.split('/').skip(1)) {
            value = value.pointer(&format!("/{token}"))?;
            while let Some(target) = value.get("$ref") {
                value = self.whole.pointer(target.as_str()?.strip_prefix('#')?)?;
            }
        }
        Some(value)
    }

    fn is(&mut self, pointer: &str, expected: &Value) {
        let found = self.at(pointer);
        if found != Some(expected) {
            let found = found.map_or_else(|| "nothing".to_owned(), Value::to_string);
            self.complain(pointer, &format!("expected {expected}, found {found}"));
        }
    }

    /// The text says these words, wherever its lines break.
    fn says(&mut self, pointer: &str, words: &str) {
        let text = self.at(pointer).and_then(Value::as_str).unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.contains(words) {
            self.complain(pointer, &format!("expected to say {words:?}, says {text:?}"));
        }
    }

    /// The object has these members, and no others.
    fn holds(&mut self, pointer: &str, expected: &[&str]) {
        let members = self.at(pointer).and_then(Value::as_object).into_iter().flatten();
        let mut found: Vec<&str> = members.map(|(key, _)| key.as_str()).collect();
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        if found != expected {
            let complaint = format!("expected the members {expected:?}, found {found:?}");
            self.complain(pointer, &complaint);
        }
    }

    fn absent(&mut self, pointer: &str) {
        if let Some(found) = self.at(pointer) {
            let complaint = format!("expected nothing, found {found}");
            self.complain(pointer, &complaint);
        }
    }

    fn complain(&mut self, pointer: &str, complaint: &str) {
        self.wrong.push(format!("{}{pointer}: {complaint}", self.base));
    }

    fn done(self) {
        assert!(self.wrong.is_empty(), "spec/cdexhub.yaml:\n{}", self.wrong.join("\n"));
    }
}

#[test]
fn service() {
    facts! { "";
        "/openapi" is "3.0.3";
        "/info/title" is "Oracle Health Clinical Data Exchange";
        "/info/version" is "20180828";
        "/info/description" says "cdexHub";
        "/info/description" says "It replies in `application/json`";
        "/tags/0/description" says "payers and providers";
        "/servers/0/description" says "Oracle Cloud Infrastructure";
        "/servers/0/url" is "https://cdexhub.{region}.oci.oraclecloud.com";
        "/servers/1" is nothing;
        "/servers/0/variables" holds ["region"];
        "/servers/0/variables/region/default" is "us-chicago-1";
        "/servers/0/variables/region/enum" is nothing;
        "/servers/0/variables/region/description" says "At present it runs in `us-chicago-1` only";
        "/tags/0/name" is "cdexHub";
        "/security" is [{ "requestSignature": [] }];
        "/components/securitySchemes/requestSignature/type" is "http";
        "/components/securitySchemes/requestSignature/scheme" is "signature";
        "/components/securitySchemes/requestSignature/description" says "signature of Oracle Cloud Infrastructure, version 1";
        "/components/securitySchemes/requestSignature/description" says "algorithm=\"rsa-sha256\"";
        "/paths" holds ["/20180828/workRequests/{workRequestId}"];
    }
}

#[test]
fn operation() {
    facts! { GET;
        "/operationId" is "GetWorkRequest";
        "/tags" is ["cdexHub"];
        "/summary" is "Get the status of a work request";
        "/description" says "Retrieves the details of a work request";
        "/requestBody" is nothing;
        "/parameters/2" is nothing;
        "/x-polling/waiters" holds ["completed"];
        "/x-polling/waiters/completed/state" is "/status";
        "/x-polling/waiters/completed/progress" is "/percentComplete";
        "/x-polling/waiters/completed/delay" is "retry-after";
        "/x-polling/waiters/completed/succeeded" is ["SUCCEEDED"];
        "/x-polling/waiters/completed/failed" is ["FAILED"];
        "/x-polling/waiters/completed/canceled" is ["CANCELED"];
        "/x-polling/waiters/completed/attention" is ["NEEDS_ATTENTION"];
    }
}

#[test]
fn parameters() {
    facts! { format!("{GET}/parameters/0");
        "/name" is "workRequestId";
        "/in" is "path";
        "/required" is true;
        "/schema" is { "type": "string" };
        "/description" says "[OCID](/iaas/Content/General/Concepts/identifiers.htm)";
        "/description" says "of the asynchronous work request";
    }
    facts! { format!("{GET}/parameters/1");
        "/name" is "opc-request-id";
        "/in" is "header";
        "/required" is false;
        "/schema" is { "type": "string", "pattern": "^[A-Za-z0-9_-]+$" };
        "/description" says "unique identifier for the request";
        "/description" says "assigned by Oracle";
        "/description" says "Quote it to Oracle when you ask them about a particular request";
        "/description" says "The only valid characters are letters, numbers, underscore and dash";
        "/description" says "at most 32 of them, but no limit is stated";
    }
}

#[test]
fn retrieved() {
    facts! { format!("{GET}/responses/200");
        "/description" is "The work request was retrieved.";
        "/headers" holds ["etag", "opc-request-id", "retry-after"];
        "/headers/etag/schema" is { "type": "string" };
        "/headers/etag/description" says "for optimistic concurrency control";
        "/headers/etag/description" says "see `if-match`";
        "/headers/opc-request-id/schema" is { "type": "string" };
        "/headers/opc-request-id/description" says "unique identifier that Oracle assigned to the request";
        "/headers/opc-request-id/description" says "Quote it to Oracle when you ask them about a particular request";
        "/headers/opc-request-id/description" says "such as `/`";
        "/headers/retry-after/schema" is { "type": "integer" };
        "/headers/retry-after/description" says "How many seconds, as a decimal number";
        "/headers/retry-after/description" says "should wait before it polls this endpoint again";
        "/content" holds ["application/json"];
        "/content/application~1json" is { "schema": { "$ref": "#/components/schemas/WorkRequest" } };
    }
}

#[test]
fn errors() {
    facts! { format!("{GET}/responses");
        "" holds ["200", "401", "404", "429", "500", "default"];
        "/401/description" is "Unauthorized";
        "/404/description" is "Not Found";
        "/429/description" is "Too Many Requests";
        "/500/description" is "Internal Server Error";
        "/default/description" is "An error has occurred.";
    }
    for status in ["401", "404", "429", "500", "default"] {
        facts! { format!("{GET}/responses/{status}");
            "/headers" holds ["opc-request-id"];
            "/headers/opc-request-id/schema" is { "type": "string" };
            "/headers/opc-request-id/description" says "unique identifier for the request";
            "/content" holds ["application/json"];
            "/content/application~1json" is { "schema": { "$ref": "#/components/schemas/Error" } };
        }
    }
    facts! { "/components/schemas/Error";
        "/type" is "object";
        "/description" is "Information about an error.";
        "/required" is ["code", "message"];
        "/properties" holds ["code", "message"];
        "/properties/code/type" is "string";
        "/properties/code/description" says "short error code that defines the error, meant for programs to parse";
        "/properties/message/type" is "string";
        "/properties/message/description" says "meant for people to read";
    }
}

#[test]
fn work_request() {
    facts! { "/components/schemas/WorkRequest";
        "/type" is "object";
        "/description" says "The record of one asynchronous operation";
        "/description" says "by which you monitor work that takes long";
        "/description" says "The service creates it when the operation starts";
        "/description" says "an activity log: each step of the operation shows in it";
        "/description" says "has an OCID of its own, so that programs can work with it";
        "/description" says "automation can be built on it";
        "/required" is ["compartmentId", "id", "operationType", "percentComplete", "resources", "status", "timeAccepted"];
        "/properties" holds [
            "compartmentId", "id", "operationType", "percentComplete", "resources", "status",
            "timeAccepted", "timeFinished", "timeStarted", "timeUpdated"
        ];
        "/additionalProperties" is nothing;
        "/properties/compartmentId/type" is "string";
        "/properties/compartmentId/description" says "[OCID](/iaas/Content/General/Concepts/identifiers.htm)";
        "/properties/compartmentId/description" says "of the compartment that contains the work request";
        "/properties/id/type" is "string";
        "/properties/id/description" says "[OCID](/iaas/Content/General/Concepts/identifiers.htm)";
        "/properties/id/description" says "of the work request";
        "/properties/operationType/description" says "asynchronous operation that a work request tracks";
        "/properties/percentComplete/type" is "number";
        "/properties/percentComplete/format" is "float";
        "/properties/percentComplete/minimum" is nothing;
        "/properties/percentComplete/maximum" is nothing;
        "/properties/percentComplete/description" says "percentage (0 to 100) of the total work that must be performed";
        "/properties/resources/type" is "array";
        "/properties/resources/minItems" is nothing;
        "/properties/resources/maxItems" is 32;
        "/properties/resources/description" says "affected by the work request";
        "/properties/status/description" says "status of a work request";
    }
}

#[test]
fn times() {
    facts! { "/components/schemas/WorkRequest/properties";
        "/timeAccepted/type" is "string";
        "/timeAccepted/format" is "date-time";
        "/timeAccepted/description" says "at which the work request was created";
        "/timeAccepted/description" says "in the format defined by [RFC 3339](https://tools.ietf.org/html/rfc3339)";
        "/timeFinished/type" is "string";
        "/timeFinished/format" is "date-time";
        "/timeFinished/description" says "at which the work request was finished";
        "/timeFinished/description" says "in the format defined by [RFC 3339](https://tools.ietf.org/rfc/rfc3339)";
        "/timeStarted/type" is "string";
        "/timeStarted/format" is "date-time";
        "/timeStarted/description" says "at which the work request was started";
        "/timeStarted/description" says "in the format defined by [RFC 3339](https://tools.ietf.org/html/rfc3339)";
        "/timeUpdated/type" is "string";
        "/timeUpdated/format" is "date-time";
        "/timeUpdated/description" says "at which the work request was updated";
        "/timeUpdated/description" says "in the format defined by [RFC 3339](https://tools.ietf.org/rfc/rfc3339)";
    }
}

#[test]
fn resources() {
    facts! { "/components/schemas/WorkRequest/properties/resources/items";
        "/type" is "object";
        "/description" says "A resource that a work request creates or operates on";
        "/required" is ["actionType", "entityType", "identifier"];
        "/properties" holds ["actionType", "entityType", "entityUri", "identifier", "metadata"];
        "/additionalProperties" is nothing;
        "/properties/entityType/type" is "string";
        "/properties/entityType/description" says "type of the resource that the work request affects";
        "/properties/entityUri/type" is "string";
        "/properties/entityUri/description" says "A URI path, for which a GET request answers with the metadata";
        "/properties/identifier/type" is "string";
        "/properties/identifier/description" says "[OCID](/iaas/Content/General/Concepts/identifiers.htm)";
        "/properties/identifier/description" says "or other unique identifier of the resource";
        "/properties/metadata/type" is "object";
        "/properties/metadata/additionalProperties" is true;
        "/properties/metadata/x-propertyNames/enum" is ["IS_DRY_RUN"];
        "/properties/metadata/description" says "Additional information that helps to explain the resource";
        "/properties/metadata/description" says "is inferred";
    }
}

#[test]
fn enumerations() {
    facts! { "/components/schemas";
        "/OperationType/type" is "string";
        "/OperationType/enum" is [
            "CREATE_DATA_SHARING_AGREEMENT", "UPDATE_DATA_SHARING_AGREEMENT", "DELETE_DATA_SHARING_AGREEMENT",
            "MOVE_DATA_SHARING_AGREEMENT", "CREATE_DATA_SHARING_CONSTRAINT", "UPDATE_DATA_SHARING_CONSTRAINT",
            "DELETE_DATA_SHARING_CONSTRAINT", "MOVE_DATA_SHARING_CONSTRAINT", "CREATE_DATA_SHARING_REQUEST",
            "UPDATE_DATA_SHARING_REQUEST", "DELETE_DATA_SHARING_REQUEST", "MOVE_DATA_SHARING_REQUEST",
            "CREATE_DELIVERY_ENDPOINT", "UPDATE_DELIVERY_ENDPOINT", "DELETE_DELIVERY_ENDPOINT",
            "MOVE_DELIVERY_ENDPOINT", "CREATE_PAYER", "UPDATE_PAYER", "DELETE_PAYER", "MOVE_PAYER",
            "MOVE_PAYER_DIRECTORY_ENTRY", "CREATE_PROVIDER", "UPDATE_PROVIDER", "DELETE_PROVIDER", "MOVE_PROVIDER",
            "MOVE_PROVIDER_DIRECTORY_ENTRY", "CREATE_QUERY_ENDPOINT", "UPDATE_QUERY_ENDPOINT",
            "DELETE_QUERY_ENDPOINT", "MOVE_QUERY_ENDPOINT"
        ];
        "/OperationStatus/type" is "string";
        "/OperationStatus/enum" is [
            "ACCEPTED", "IN_PROGRESS", "WAITING", "NEEDS_ATTENTION", "FAILED", "SUCCEEDED", "CANCELING", "CANCELED"
        ];
        "/ActionType/type" is "string";
        "/ActionType/enum" is ["CREATED", "UPDATED", "DELETED", "IN_PROGRESS", "RELATED", "FAILED"];
        "/ActionType/description" says "What the operation behind the work request does to a resource";
        "/ActionType/description" says "this is `IN_PROGRESS`; once the work on that resource is complete";
        "/ActionType/description" says "it turns to `CREATED`, `UPDATED` or `DELETED`, whichever it was";
        "/WorkRequestResourceMetadataKey/type" is "string";
        "/WorkRequestResourceMetadataKey/enum" is ["IS_DRY_RUN"];
        "/WorkRequestResourceMetadataKey/description" says "inferred";
    }
}

#[test]
fn what_the_values_mean() {
    facts! { "/components/schemas/OperationStatus/x-enum-descriptions";
        "/0" says "was created, and its work has not begun. It goes on";
        "/1" says "is being done. It goes on";
        "/2" says "goes on by itself";
        "/3" says "A person must act";
        "/4" says "ended without success. This is final";
        "/5" says "ended with success. This is final";
        "/6" says "is being canceled. It goes on";
        "/7" says "was canceled. This is final";
        "/8" is nothing;
    }
    facts! { "/components/schemas/ActionType/x-enum-descriptions";
        "/0" says "complete for this resource, and the resource was created";
        "/1" says "complete for this resource, and the resource was updated";
        "/2" says "complete for this resource, and the resource was deleted";
        "/3" says "not yet complete";
        "/4" says "neither creates nor updates nor deletes it";
        "/5" says "has failed for this resource";
        "/6" is nothing;
    }
    facts! { "/components/schemas/WorkRequestResourceMetadataKey/x-enum-descriptions";
        "/0" says "only tries out";
        "/1" is nothing;
    }
}
