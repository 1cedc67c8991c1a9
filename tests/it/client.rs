//! What becomes of replies, good and bad: the client over a scripted transport.

use std::time::Duration;

use cdexhub::models::{OperationStatus, WorkRequestResourceMetadataKey};
use cdexhub::operations::{GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::testing::{Fault, ManualClock, ScriptedTransport};
use cdexhub::runtime::{Error, ResponseChecks, RetryPolicy, TransportErrorKind};
use cdexhub::{Client, ClientBuilder};
use serde_json::{Value, json};

type Outcome = Result<GetWorkRequestResponse, Error<GetWorkRequestError>>;

fn work_request() -> Value {
    json!({
        "compartmentId": "ocid1.compartment.x",
        "id": "ocid1.workrequest.x",
        "operationType": "CREATE_PAYER",
        "percentComplete": 12.5,
        "resources": [resource(0)],
        "status": "IN_PROGRESS",
        "timeAccepted": "2026-01-02T03:04:05.678Z",
    })
}

fn resource(index: usize) -> Value {
    json!({
        "actionType": "IN_PROGRESS",
        "entityType": "payer",
        "identifier": format!("payer-{index}"),
        "metadata": {"IS_DRY_RUN": true},
    })
}

/// The same work request with one member changed, or without it where the value is null.
fn with(member: &str, value: Value) -> Value {
    let mut work = work_request();
    let members = work.as_object_mut().expect("it is an object");
    match value {
        Value::Null => members.remove(member),
        value => members.insert(member.to_owned(), value),
    };
    work
}

/// A client that sends a request once.
fn builder(transport: ScriptedTransport) -> ClientBuilder {
    let builder = Client::builder().endpoint("https://service.test").retry(RetryPolicy::never());
    builder.transport(transport).clock(ManualClock::automatic())
}

async fn call(transport: ScriptedTransport) -> Outcome {
    builder(transport).build().expect("the endpoint is sound").get_work_request("id").await
}

async fn receive(body: &Value) -> Outcome {
    call(ScriptedTransport::new().json(200, body)).await
}

const JSON: &[(&str, &str)] = &[("content-type", "application/json"), ("opc-request-id", "A1/B2/C3")];

async fn answered(status: u16, headers: &[(&str, &str)], body: &'static str) -> Outcome {
    call(ScriptedTransport::new().reply(status, headers, body)).await
}

#[tokio::test]
async fn thirty_two_resources_are_clean() {
    let reply = receive(&with("resources", (0..32).map(resource).collect())).await.expect("it is sound");
    assert_eq!((reply.resources.len(), reply.violations().len()), (32, 0));
    assert!(reply.validate().is_ok());
}

#[tokio::test]
async fn thirty_three_resources_are_kept_and_reported() {
    let body = with("resources", (0..33).map(resource).collect());
    let reply = receive(&body).await.expect("a broken bound is no error");
    assert_eq!(reply.resources.len(), 33);
    let places: Vec<&str> = reply.violations().iter().map(cdexhub::runtime::Violation::pointer).collect();
    assert_eq!(places, ["/resources"]);

    let strict = builder(ScriptedTransport::new().json(200, &body)).response_checks(ResponseChecks::Strict);
    let error = strict.build().expect("sound").get_work_request("id").await.unwrap_err();
    let Error::Violated(reply) = &error else { panic!("{error:?}") };
    assert_eq!((reply.resources.len(), error.violations().len()), (33, 1));
    assert!(error.raw_body().is_some_and(|bytes| bytes.len() > 1000), "the bytes are kept");

    let off = builder(ScriptedTransport::new().json(200, &body)).response_checks(ResponseChecks::Off);
    let reply = off.build().expect("sound").get_work_request("id").await.expect("nothing is checked");
    assert!(reply.violations().is_empty());
}

#[tokio::test]
async fn what_is_unknown_comes_back_as_the_same_text() {
    let mut body = with("status", json!("PAUSED"));
    body["resources"][0]["metadata"] = json!({"IS_URGENT": [1], "IS_DRY_RUN": false});
    let reply = receive(&body).await.expect("an unknown value is a value");
    assert_eq!(reply.status.as_str(), "PAUSED");
    assert!(matches!(reply.status, OperationStatus::Unknown(_)) && reply.violations().is_empty());
    let metadata = reply.resources[0].metadata.as_ref().expect("it is there");
    let keys: Vec<&str> = metadata.keys().map(WorkRequestResourceMetadataKey::as_str).collect();
    assert_eq!(keys, ["IS_URGENT", "IS_DRY_RUN"], "in the order in which they came");
    assert_eq!(serde_json::to_value(reply.into_body()).expect("it can be written"), body);
}

#[tokio::test]
async fn null_for_an_optional_time_is_absent() {
    let mut body = work_request();
    body["timeFinished"] = Value::Null;
    let reply = receive(&body).await.expect("it is sound");
    assert!(reply.time_finished.is_none() && reply.violations().is_empty());
    assert!(reply.raw_body().windows(4).any(|bytes| bytes == b"null"), "the bytes stay as they came");
}

#[tokio::test]
async fn a_missing_required_field_names_its_path() {
    for (body, pointer) in
        [(with("status", Value::Null), "/status"), (with("resources", json!([{}])), "/resources/0/actionType")]
    {
        let error = receive(&body).await.unwrap_err();
        let Error::Undecodable(reply) = &error else { panic!("{error:?}") };
        assert_eq!(reply.pointer(), pointer);
        assert!(error.to_string().contains(pointer), "{error}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    }
}

#[tokio::test]
async fn a_body_that_is_no_json_is_kept() {
    let error = answered(200, JSON, "not json").await.unwrap_err();
    assert!(matches!(error, Error::Undecodable(_)), "{error:?}");
    assert_eq!(error.raw_body().map(|bytes| &bytes[..]), Some(&b"not json"[..]));
    assert_eq!(error.request_id(), Some("A1/B2/C3"));
}

#[tokio::test]
async fn an_empty_error_is_an_error_with_a_status() {
    let error = answered(500, &[], "").await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(500));
    assert!(error.is_retryable() && error.to_string().contains("empty"), "{error}");
}

#[tokio::test]
async fn a_page_of_a_gateway_says_what_it_is() {
    let error = answered(502, &[("content-type", "text/html")], "<h1>Bad Gateway</h1>").await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(502));
    assert!(error.is_retryable() && error.to_string().contains("text/html"), "{error}");
    assert_eq!(error.raw_body().map(|bytes| &bytes[..]), Some(&b"<h1>Bad Gateway</h1>"[..]));
}

#[tokio::test]
async fn an_error_is_typed_and_known_by_its_request() {
    let error =
        answered(404, JSON, r#"{"code": "NotAuthorizedOrNotFound", "message": "No such thing."}"#).await.unwrap_err();
    let Error::Documented(GetWorkRequestError::NotFound(reply)) = &error else { panic!("{error:?}") };
    assert_eq!((reply.code.as_str(), reply.message.as_str()), ("NotAuthorizedOrNotFound", "No such thing."));
    assert_eq!(error.request_id(), Some("A1/B2/C3"));
    assert_eq!((error.code(), error.message()), (Some("NotAuthorizedOrNotFound"), Some("No such thing.")));
    assert_eq!(error.attempts(), 1);
    let line = error.to_string();
    assert!(!line.contains('\n'), "one line: {line}");
    for part in
        ["404", "NotAuthorizedOrNotFound", "No such thing.", "A1/B2/C3", "apierrors_404__404_notauthorizedornotfound"]
    {
        assert!(line.contains(part), "{part} is missing in: {line}");
    }
}

#[tokio::test]
async fn any_other_status_has_the_default_arm() {
    let error = answered(418, JSON, r#"{"code": "Teapot", "message": "Short and stout."}"#).await.unwrap_err();
    assert!(matches!(error, Error::Documented(GetWorkRequestError::Default(_))), "{error:?}");
    let error = answered(302, &[("location", "https://elsewhere.test/")], "").await.unwrap_err();
    assert!(matches!(error, Error::Unexpected(_)), "a redirect is not followed: {error:?}");
}

#[tokio::test]
async fn a_wait_is_read_in_all_its_forms() {
    let waits = [
        ("120", Some(Duration::from_secs(120))),
        ("0.5", Some(Duration::from_millis(500))),
        ("Fri, 02 Jan 2026 03:04:35 GMT", Some(Duration::from_secs(30))),
        ("soon", None),
        ("-1", None),
    ];
    for (text, expected) in waits {
        let headers =
            [("content-type", "application/json"), ("date", "Fri, 02 Jan 2026 03:04:05 GMT"), ("retry-after", text)];
        let transport = ScriptedTransport::new().reply(200, &headers, work_request().to_string());
        let reply = call(transport).await.expect("a header is never an error");
        assert_eq!(reply.retry_after(), expected, "{text}");
        let places: Vec<&str> = reply.violations().iter().map(cdexhub::runtime::Violation::pointer).collect();
        assert_eq!(places.is_empty(), expected.is_some(), "{text}: {places:?}");
        assert!(places.iter().all(|place| *place == "header:retry-after"));
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused() {
    let body = vec![b' '; 20 * 1024 * 1024];
    let error = call(ScriptedTransport::new().reply(200, JSON, body)).await.unwrap_err();
    let Error::Transport(failure) = &error else { panic!("{error:?}") };
    assert_eq!(failure.kind(), TransportErrorKind::BodyTooLarge);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200), "the head is kept");
    assert!(error.to_string().contains("16777216") || error.to_string().contains("16 MiB"), "{error}");
}

#[tokio::test]
async fn nothing_hangs() {
    for fault in [Fault::StalledHeaders, Fault::StalledBody { after: "{".into() }] {
        let error = call(ScriptedTransport::new().fault(fault.clone())).await.unwrap_err();
        assert!(error.is_timeout() && error.is_retryable(), "{fault:?}: {error:?}");
    }
    let error = call(ScriptedTransport::new().fault(Fault::Refused)).await.unwrap_err();
    assert!(!error.is_timeout() && error.is_retryable(), "{error:?}");
}

#[tokio::test]
async fn what_is_refused_is_never_sent() {
    let transport = ScriptedTransport::new();
    let client = builder(transport.clone()).build().expect("sound");
    for id in ["", ".", "..", "a\u{0}b"] {
        assert!(matches!(client.get_work_request(id).await, Err(Error::Refused(_))), "{id:?}");
    }
    let error = client.get_work_request("").opc_request_id("a b").await.unwrap_err();
    assert_eq!(error.violations().len(), 2, "all at once: {:?}", error.violations());
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn the_address_is_made_of_the_region() {
    let transport = ScriptedTransport::new().json(200, &work_request()).json(200, &work_request());
    let client = Client::builder().transport(transport.clone()).clock(ManualClock::automatic());
    client.clone().build().expect("sound").get_work_request("id").await.expect("sound");
    client.clone().region("eu-frankfurt-1").build().expect("sound").get_work_request("id").await.expect("sound");
    let hosts: Vec<String> =
        transport.requests().iter().map(|request| request.uri().host().unwrap_or_default().to_owned()).collect();
    assert_eq!(hosts, ["cdexhub.us-chicago-1.oci.oraclecloud.com", "cdexhub.eu-frankfurt-1.oci.oraclecloud.com"]);
    for region in ["us-chicago-1@evil.test/", "", "a b", "x/y", "a:1"] {
        assert!(client.clone().region(region).build().is_err(), "{region:?}");
    }
    for endpoint in ["http://service.test", "https://user@service.test", "https://service.test/?a=b", "no url", ""] {
        assert!(client.clone().endpoint(endpoint).build().is_err(), "{endpoint:?}");
    }
    for endpoint in ["http://127.0.0.1:1", "http://localhost", "http://[::1]:8080", "https://service.test/base/"] {
        assert!(client.clone().endpoint(endpoint).build().is_ok(), "{endpoint:?}");
    }
}

#[test]
fn clients_travel_between_threads() {
    fn travels<T: Send + Sync + Clone + 'static>() {}
    travels::<Client>();
    travels::<cdexhub::operations::GetWorkRequest>();
    travels::<GetWorkRequestResponse>();
}
