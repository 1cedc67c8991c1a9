//! Answers that strangers judge: of a mock server that is not ours, and of ours, as the client reads them.
//!
//! `tests/interop/run` starts the stranger, names it in `TRUEFORM_PRISM`, and has the answers, which are left in the file that
//! `TRUEFORM_ANSWERS` names, judged by a validator that is not ours either. Without these, both tests have nothing to do.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use cdexhub::Client;
use cdexhub::operations::{GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::{
    AuthorizationHeader, DocumentedError, Error, OperationResponse, Received, RetryPolicy, Violation,
};
use serde_json::{Value, json};
use xtask::mock::{Mock, Options, cdexhub as document, life};

/// How many answers of random content are asked for.
const ROUNDS: usize = 200;

const SIGNATURE: &str = r#"Signature version="1",headers="date",keyId="k",algorithm="rsa-sha256",signature="c2ln""#;

fn client(endpoint: &str) -> Client {
    let once = Client::builder().retry(RetryPolicy::never());
    let builder = once.endpoint(endpoint).credentials(AuthorizationHeader::new(SIGNATURE));
    builder.build().expect("loopback may be called in plain text")
}

type Outcome = Result<GetWorkRequestResponse, Error<GetWorkRequestError>>;

/// Where answers are left for others to judge.
struct Answers {
    from: &'static str,
    file: Option<PathBuf>,
    count: usize,
}

impl Answers {
    fn of(from: &'static str) -> Self {
        Self { from, file: std::env::var_os("TRUEFORM_ANSWERS").map(PathBuf::from), count: 0 }
    }

    /// Keeps what came, what is wrong with it, and what becomes of it when it is read and written again.
    fn keep(&mut self, what: &str, outcome: &Outcome) {
        let (received, violations, again) = read(outcome);
        let headers: serde_json::Map<String, Value> = received
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), json!(String::from_utf8_lossy(value.as_bytes()))))
            .collect();
        let answer = json!({
            "from": self.from,
            "what": what,
            "status": received.status().as_u16(),
            "headers": headers,
            "body": String::from_utf8_lossy(received.body()),
            "again": again,
            "violations": beyond_http(violations, received).map(ToString::to_string).collect::<Vec<_>>(),
        });
        self.count += 1;
        let Some(file) = &self.file else { return };
        let mut file = OpenOptions::new().create(true).append(true).open(file).expect("the file can be opened");
        // In one piece, since both tests write to it.
        file.write_all(format!("{answer}\n").as_bytes()).expect("the file can be written");
    }
}

/// What came, what of it breaks the document, and the body as it is written again.
fn read(outcome: &Outcome) -> (&Received, &[Violation], String) {
    match outcome {
        Ok(reply) => {
            let again = serde_json::to_string(&***reply).expect("a work request can be written");
            (reply.received(), OperationResponse::violations(reply), again)
        }
        Err(Error::Documented(error)) => {
            let (GetWorkRequestError::Unauthorized(reply)
            | GetWorkRequestError::NotFound(reply)
            | GetWorkRequestError::TooManyRequests(reply)
            | GetWorkRequestError::InternalServerError(reply)
            | GetWorkRequestError::Default(reply)) = error
            else {
                panic!("a reply that is not documented: {error:?}");
            };
            (error.received(), error.violations(), serde_json::to_string(&**reply).expect("an error can be written"))
        }
        Err(other) => panic!("not an answer of the document: {other}"),
    }
}

#[tokio::test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
async fn a_stranger_serves_the_document_and_the_client_reads_it() {
    let Ok(url) = std::env::var("TRUEFORM_PRISM") else {
        eprintln!(
            "witnesses: 0 answers of a stranger, because TRUEFORM_PRISM names none; tests/interop/run starts one"
        );
        return;
    };
    let (client, mut answers) = (client(&url), Answers::of("prism"));
    let call = async |prefer: &str| client.get_work_request("a/b c").customize().header("prefer", prefer).await;

    let statuses = [("200", 200), ("401", 401), ("404", 404), ("429", 429), ("500", 500), ("503", 503)];
    for (code, status) in statuses {
        let outcome = call(&format!("code={code}")).await;
        assert_eq!(read(&outcome).0.status().as_u16(), status);
        assert_accepted(&outcome);
        let (expected, found) = (variant(status), outcome.as_ref().err().map(shown));
        assert_eq!(found.as_deref(), expected, "{code}");
        answers.keep(&format!("asked for {code}"), &outcome);
    }
    for round in 0..ROUNDS {
        let outcome = call("code=200, dynamic=true").await;
        let reply = outcome.as_ref().unwrap_or_else(|error| panic!("round {round}: {error}"));
        let broken: Vec<String> = beyond_http(read(&outcome).1, reply.received()).map(ToString::to_string).collect();
        assert!(broken.is_empty(), "round {round}: {broken:?}");
        assert_accepted(&outcome);
        answers.keep("random", &outcome);
    }
    for what in ["code", "message"] {
        let outcome = call("code=429, dynamic=true").await;
        assert!(outcome.as_ref().is_err_and(Error::is_retryable), "{what}");
        answers.keep("random", &outcome);
    }

    // The stranger does look at what it is sent.
    let header = ("opc-request-id", "no good/id");
    let refused = client.get_work_request("id").customize().header(header.0, header.1).await.unwrap_err();
    assert_eq!(refused.status().map(|status| status.as_u16()), Some(422), "{refused}");
    eprintln!("witnesses: {} answers of a stranger are read", answers.count);
}

/// What breaks the document. It lets `retry-after` be any integer, but HTTP, whose header it is, knows no negative wait: that
/// is ours to report, and nothing that a schema could say.
fn beyond_http<'v>(violations: &'v [Violation], received: &Received) -> impl Iterator<Item = &'v Violation> {
    let negative = received.header_text("retry-after").is_some_and(|text| text.starts_with('-'));
    violations.iter().filter(move |violation| !(negative && violation.pointer() == "header:retry-after"))
}

/// What the stranger found wrong with the request, which it says in a header: only that it cannot judge signatures.
fn assert_accepted(outcome: &Outcome) {
    let found: Value = match read(outcome).0.header_text("sl-violations") {
        Some(text) => serde_json::from_str(text).expect("the header is JSON"),
        None => json!([]),
    };
    let found = found.as_array().expect("it is a list");
    assert!(
        found.iter().all(|one| one["message"].to_string().contains("type of security scheme: http/signature")),
        "{found:?}"
    );
}

/// The arm of the error that a status is documented for.
fn variant(status: u16) -> Option<&'static str> {
    match status {
        200 => None,
        401 => Some("Unauthorized"),
        404 => Some("NotFound"),
        429 => Some("TooManyRequests"),
        500 => Some("InternalServerError"),
        _ => Some("Default"),
    }
}

fn shown(error: &Error<GetWorkRequestError>) -> String {
    let Error::Documented(error) = error else {
        panic!("not an answer of the document: {error}");
    };
    format!("{error:?}").split('(').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn our_mock_is_left_to_be_judged() {
    let document = document().expect("the document is sound");
    let mock = Mock::start(document, Options::default()).await.expect("loopback can be listened on");
    let (signed, mut answers) = (client(&mock.url()), Answers::of("our mock"));
    for id in life::known_ids() {
        // Beyond the longest life, every other call refused.
        for step in 0..12 {
            answers.keep(&format!("{id}, step {step}"), &signed.get_work_request(&id).await);
        }
    }
    answers.keep("an unknown id", &signed.get_work_request("unknown").await);
    let spoilt = signed.get_work_request("unknown").customize().header("opc-request-id", "no good/id");
    answers.keep("an id of the request that is no good", &spoilt.await);
    let unsigned = Client::builder()
        .endpoint(mock.url())
        .retry(RetryPolicy::never())
        .build()
        .expect("loopback may be called in plain text");
    answers.keep("no signature", &unsigned.get_work_request("unknown").await);
    assert_eq!(answers.count, 123);
}
