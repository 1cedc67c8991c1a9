//! Any bytes as a reply: the first says which status and headers, the others are the body. What comes is kept, and what
//! decodes can be encoded again.

#![no_main]

use std::error::Error as _;

use cdexhub::models::WorkRequest;
use cdexhub::operations::{GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::testing::{ManualClock, ScriptedTransport};
use cdexhub::runtime::{Error, ResponseChecks};
use cdexhub::{Client, models};
use libfuzzer_sys::fuzz_target;

const STATUSES: &[u16] = &[200, 200, 200, 204, 302, 401, 404, 429, 500, 418];
const MEDIA: &[&str] = &["application/json", "application/problem+json; charset=utf-8", "text/html", ""];

fuzz_target!(|bytes: &[u8]| {
    let [shape, header, rest @ ..] = bytes else { return };
    // A line of text for the headers, and then the body.
    let (text, body) = match rest.iter().position(|byte| *byte == b'\n') {
        Some(end) if header % 2 == 1 => (&rest[..end], &rest[end + 1..]),
        _ => (&[][..], rest),
    };
    let status = STATUSES[usize::from(*shape) % STATUSES.len()];
    let text = String::from_utf8_lossy(text);
    let headers = [("content-type", MEDIA[usize::from(*header >> 1) % MEDIA.len()]), ("retry-after", &text), ("opc-request-id", &text), ("etag", &text)];
    let checks = [ResponseChecks::Report, ResponseChecks::Strict, ResponseChecks::Off][usize::from(*header >> 3) % 3];

    let transport = ScriptedTransport::new().reply(status, &headers, body.to_vec());
    let client = Client::builder().transport(transport).clock(ManualClock::automatic()).response_checks(checks);
    let client = client.build().expect("the builder is sound");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made");
    match runtime.block_on(async { client.get_work_request("id").await }) {
        Ok(reply) => succeeded(reply, body, checks),
        Err(error) => failed(&error, body, checks),
    }
});

fn succeeded(reply: GetWorkRequestResponse, body: &[u8], checks: ResponseChecks) {
    assert_eq!(&reply.raw_body()[..], body, "what came is kept");
    let _ = (reply.etag(), reply.opc_request_id(), reply.retry_after(), format!("{reply:?}"));
    if checks == ResponseChecks::Off {
        assert!(reply.violations().is_empty());
    }
    let violations = reply.violations().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(checks != ResponseChecks::Strict || violations.is_empty(), "{violations:?}");
    comes_back(&reply);
}

fn failed(error: &Error<GetWorkRequestError>, body: &[u8], checks: ResponseChecks) {
    let line = error.to_string();
    assert!(!line.contains('\n'), "one line: {line:?}");
    let _ = (error.code(), error.request_id(), error.retry_after(), error.is_retryable(), error.source(), format!("{error:?}"));
    // Headers that HTTP does not allow never come that far.
    if !matches!(error, Error::Transport(_)) {
        assert_eq!(error.raw_body().map(|bytes| &bytes[..]), Some(body), "what came is kept");
    }
    match error {
        Error::Violated(reply) => {
            assert_eq!(checks, ResponseChecks::Strict);
            assert!(!reply.violations().is_empty());
            comes_back(reply);
        }
        Error::Refused(_) => panic!("the request is sound: {error}"),
        _ => {}
    }
}

/// What was decoded encodes, and decodes to the same.
fn comes_back(work: &WorkRequest) {
    let text = serde_json::to_string(work).expect("a model can be written");
    let again: models::WorkRequest = serde_json::from_str(&text).expect("what was written can be read");
    assert_eq!(*work, again);
    assert_eq!(work.validate().is_ok(), again.validate().is_ok());
}
