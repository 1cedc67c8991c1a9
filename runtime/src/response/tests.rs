use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{RawReply, Receipt, Received, ResponseChecks};
use crate::service::{Security, Service};

static SERVICE: Service = Service {
    name: "shelf",
    version: "1",
    servers: &[],
    request_id: None,
    idempotency_key: None,
    error_code: None,
    error_message: None,
    headers: &[],
    retryable: &[],
    help: None,
    security: Security::Unstated(&[]),
};

fn reply(body: &'static [u8]) -> RawReply {
    let receipt = Receipt {
        service: &SERVICE,
        operation: "Take",
        sent_request_id: None,
        attempts: 1,
        at: SystemTime::UNIX_EPOCH,
    };
    let body = Bytes::from_static(body);
    let received = Received::new(StatusCode::OK, HeaderMap::new(), body, receipt);
    RawReply::new(received, ResponseChecks::Report)
}

#[test]
fn text_must_be_utf_8_and_bytes_need_not() {
    assert_eq!(*reply("ä".as_bytes()).text().unwrap(), "ä");
    let error = reply(b"a\xff").text().unwrap_err();
    assert_eq!(error.received().body(), &b"a\xff"[..]);
    assert!(error.to_string().contains("utf-8"), "{error}");
    assert_eq!(reply(b"a\xff").bytes().into_body(), &b"a\xff"[..]);
}

#[test]
fn numbers_are_the_ones_that_were_sent() {
    for text in ["3.135489742984349e+38", "-21263836.874492098", "-1.8143164233662702e+38", "93029843.90508609"] {
        let exact: f64 = text.parse().unwrap();
        assert_eq!(reply(text.as_bytes()).json::<f64>().unwrap().to_bits(), exact.to_bits(), "{text}");
    }
}

#[test]
fn a_body_that_was_not_expected_is_kept() {
    let empty = reply(b"surprise").empty();
    assert_eq!(empty.raw_body(), &b"surprise"[..]);
    empty.into_body();
}

#[test]
fn a_required_header_that_is_missing_is_a_violation() {
    let reply = reply(b"").header::<i64>("x-left", true).header::<i64>("x-right", false);
    let reply = reply.retry_after_header(true).empty();
    let told: Vec<String> = reply.violations().iter().map(ToString::to_string).collect();
    assert_eq!(told, ["header:x-left: required, but missing", "header:retry-after: required, but missing"]);
}
