//! The same work request is read from the same replies, over signed requests that either side can sign again.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cdexhub::models::{WorkRequest, WorkRequestResource};
use cdexhub::operations::{GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::jiff::fmt::rfc2822;
use cdexhub::runtime::{DateTime, DocumentedError, Error, Received, RetryPolicy};
use cdexhub::{Client, ClientBuilder};
use serde_json::{Value, json};
use xtask::mock::{Mock, Options, RecordedRequest, cdexhub as document, life};

use super::library::Library;
use super::signed::Unsigned;

/// How often each work request is asked for: beyond the longest life.
const LOOKS: usize = 6;

pub(super) async fn mock() -> Mock {
    let document = document().expect("the document is sound");
    Mock::start(document, Options::default()).await.expect("loopback can be listened on")
}

pub(super) fn client(library: &Library, mock: &Mock) -> ClientBuilder {
    Client::builder().endpoint(mock.url()).credentials(library.credentials("DEFAULT")).retry(RetryPolicy::never())
}

#[tokio::test]
#[expect(clippy::print_stderr, reason = "figures are for whoever runs it")]
async fn the_same_work_requests_are_read() {
    let Some(library) = Library::installed() else { return };
    // A mock for each, since a work request is a step further with each look; both have the same clock.
    let (ours, theirs) = (mock().await, mock().await);
    let client = client(&library, &ours).build().expect("loopback may be called in plain text");
    let ids = life::known_ids().chain(["ocid1.workrequest.oc1..unknown".to_owned(), "a b:c@d~e".to_owned()]);
    let looks = ids.flat_map(|id| (0..LOOKS).map(move |look| (id.clone(), format!("look-{look}"))));
    let looks: Vec<(String, String)> = looks.collect();

    let asked = |(id, request_id): &(String, String)| json!({ "sibling": false, "url": theirs.url(), "id": id, "request_id": request_id });
    let questions: Vec<Value> = looks.iter().map(asked).collect();
    let answers = library.answers("read", &questions).await;
    let mut statuses = BTreeMap::new();
    for ((id, request_id), answer) in looks.iter().zip(&answers) {
        let outcome = client.get_work_request(id).opc_request_id(request_id).await;
        let read = read(&outcome);
        assert_eq!(read, *answer, "{id}, {request_id}");
        *statuses.entry(read["status"].to_string()).or_insert(0) += 1;
    }
    let expected = [("200", 51), ("404", 12), ("429", 3), ("500", 6)].map(|(status, count)| (status.to_owned(), count));
    assert_eq!(statuses, expected.into());
    eprintln!(
        "witnesses: {} of {} replies are read as the vendor's library reads them: {statuses:?}",
        looks.len(),
        looks.len()
    );
    assert_seen(&answers);
    sign_again(&library, &ours.requests(), &theirs.requests()).await;
}

/// The client is of the vendor's making, models and all. They lack two fields of ours, and lose the text of what they have no
/// name for: our types of operations, and a resource that `FAILED`.
#[tokio::test]
async fn a_client_that_the_vendor_has_generated_reads_the_same() {
    let Some(library) = Library::installed() else { return };
    let (ours, theirs) = (mock().await, mock().await);
    let client = client(&library, &ours).build().expect("loopback may be called in plain text");
    let looks: Vec<String> = [("succeeds", 4), ("canceled", 4), ("resources-32", 1)]
        .iter()
        .flat_map(|(name, looks)| vec![format!("ocid1.workrequest.demo.{name}"); *looks])
        .collect();
    let asked = |id: &String| json!({ "sibling": true, "url": theirs.url(), "id": id, "request_id": "look" });
    let answers = library.answers("read", &looks.iter().map(asked).collect::<Vec<_>>()).await;
    for (id, answer) in looks.iter().zip(&answers) {
        let mut expected = read(&client.get_work_request(id).opc_request_id("look").await);
        let body = expected["body"].as_object_mut().expect("a work request");
        body.remove("timeUpdated").expect("it is among ours");
        body.insert("operationType".to_owned(), json!("UNKNOWN_ENUM_VALUE"));
        for resource in body["resources"].as_array_mut().expect("a list") {
            resource.as_object_mut().expect("a resource").remove("metadata").expect("it is among ours");
            if resource["actionType"] == "FAILED" {
                resource["actionType"] = json!("UNKNOWN_ENUM_VALUE");
            }
        }
        assert_eq!(expected, *answer, "{id}");
    }
    sign_again(&library, &ours.requests(), &theirs.requests()).await;
}

/// Each field, and each header, was there in some reply and, where it may be, missing in another: what is never there is always
/// the same.
fn assert_seen(answers: &[Value]) {
    let seen = |pointer: &str| {
        let found = answers.iter().map(|answer| answer.pointer(pointer).is_some_and(|value| !value.is_null()));
        let found: Vec<bool> = found.collect();
        (found.contains(&true), found.contains(&false))
    };
    let fields = ["compartmentId", "id", "operationType", "percentComplete", "status", "resources/0/identifier"];
    let more = [
        "resources/31/entityUri",
        "resources/3/actionType",
        "resources/0/entityType",
        "resources/0/metadata/IS_DRY_RUN",
    ];
    let times = ["timeAccepted", "timeFinished", "timeStarted", "timeUpdated"];
    for field in fields.iter().chain(&more).chain(&times) {
        assert_eq!(seen(&format!("/body/{field}")), (true, true), "{field}");
    }
    for field in ["headers/etag", "headers/retry-after", "code", "message"] {
        assert_eq!(seen(&format!("/{field}")), (true, true), "{field}");
    }
    for field in ["headers/opc-request-id", "headers/content-type", "request_id"] {
        assert_eq!(seen(&format!("/{field}")), (true, false), "{field}");
    }
}

/// What one side has sent over the socket has the signature that the other side would have written.
async fn sign_again(library: &Library, ours: &[RecordedRequest], theirs: &[RecordedRequest]) {
    let targets = |requests: &[RecordedRequest]| -> Vec<(String, String)> {
        requests.iter().map(|request| (request.method.clone(), request.target.clone())).collect()
    };
    assert_eq!(targets(ours), targets(theirs));
    for recorded in theirs {
        let signed = unsigned(recorded).sign(library).await;
        let sent = json!({
            "target": recorded.target,
            "message": message(recorded),
            "region": "us-chicago-1",
            "headers": recorded.headers.iter().cloned().collect::<BTreeMap<String, String>>(),
        });
        assert_eq!(signed.differences(&sent), [""; 0], "{sent}");
    }
    let mut questions = Vec::new();
    for recorded in ours {
        let unsigned = unsigned(recorded);
        questions.push(unsigned.question(&unsigned.sign(library).await, true));
    }
    let answers = library.answers("sign", &questions).await;
    for (recorded, answer) in ours.iter().zip(&answers) {
        let theirs = answer["headers"]["authorization"].as_str().expect("it is signed");
        let sent = recorded.header("authorization").expect("it is signed");
        assert_eq!(super::signed::parameters(sent), super::signed::parameters(theirs), "{}", recorded.target);
    }
}

/// The request as it was before it was signed, at the time that it states.
fn unsigned(recorded: &RecordedRequest) -> Unsigned {
    let date = rfc2822::parse(recorded.header("date").expect("it is signed")).expect("a date");
    let since = date.timestamp().as_duration();
    Unsigned {
        profile: "DEFAULT",
        method: "GET",
        url: format!("http://{}{}", recorded.header("host").expect("it is signed"), recorded.target),
        headers: Vec::new(),
        body: Vec::new(),
        now: SystemTime::UNIX_EPOCH + Duration::try_from(since).expect("it is now"),
    }
}

/// What a GET signs, by the rule.
fn message(recorded: &RecordedRequest) -> String {
    let header = |name: &str| recorded.header(name).expect("it is signed");
    format!("date: {}\n(request-target): get {}\nhost: {}", header("date"), recorded.target, header("host"))
}

/// What our client has read, in the form of the vendor's answers.
fn read(outcome: &Result<GetWorkRequestResponse, Error<GetWorkRequestError>>) -> Value {
    let headers = |received: &Received| {
        let names = ["etag", "opc-request-id", "retry-after", "content-type"];
        Value::from_iter(names.map(|name| (name, json!(received.header_text(name)))))
    };
    match outcome {
        Ok(reply) => json!({
            "status": reply.status().as_u16(),
            "headers": headers(reply.received()),
            "request_id": reply.request_id(),
            "body": work_request(reply),
        }),
        Err(Error::Documented(error)) => {
            let received = error.received();
            json!({
                "status": received.status().as_u16(),
                "headers": headers(received),
                "request_id": received.request_id(),
                "code": received.code(),
                "message": received.message(),
            })
        }
        Err(other) => panic!("not an answer of the document: {other}"),
    }
}

/// Field by field, as the model has them; what is not there is null, as in the vendor's models.
fn work_request(work: &WorkRequest) -> Value {
    json!({
        "compartmentId": work.compartment_id,
        "id": work.id,
        "operationType": work.operation_type.as_str(),
        "percentComplete": work.percent_complete,
        "resources": work.resources.iter().map(resource).collect::<Vec<_>>(),
        "status": work.status.as_str(),
        "timeAccepted": milliseconds(&work.time_accepted),
        "timeFinished": work.time_finished.as_ref().map(milliseconds),
        "timeStarted": work.time_started.as_ref().map(milliseconds),
        "timeUpdated": work.time_updated.as_ref().map(milliseconds),
    })
}

fn resource(resource: &WorkRequestResource) -> Value {
    json!({
        "actionType": resource.action_type.as_str(),
        "entityType": resource.entity_type,
        "entityUri": resource.entity_uri,
        "identifier": resource.identifier,
        "metadata": resource.metadata,
    })
}

/// Since 1970.
fn milliseconds(time: &DateTime) -> i64 {
    time.timestamp().expect("a time").as_millisecond()
}
