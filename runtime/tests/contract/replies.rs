//! What replies become.

use std::time::Duration;

use trueform_runtime::testing::{Fault, ScriptedTransport};
use trueform_runtime::transport::{Body, BoxFuture, Transport, TransportError};
use trueform_runtime::{Bytes, Error, Pipeline, ResponseChecks, StatusCode};

use crate::client::{Client, GetWorkError, JSON, SERVICE, answer, builder, client, error, lines, work};

#[tokio::test]
async fn a_sound_reply_is_its_body_and_all_that_came() {
    let body = work(2).to_string();
    let headers = [JSON, ("x-left", "7"), ("retry-after", "1.5"), ("opc-request-id", "a/b")];
    let reply = answer(200, &headers, &body).await.unwrap();
    assert_eq!(reply.status(), StatusCode::OK);
    assert_eq!(reply.resources.len(), 2);
    assert_eq!(reply.left(), Some(7));
    assert_eq!(reply.retry_after(), Some(Duration::from_millis(1500)));
    assert_eq!(reply.request_id(), Some("a/b"));
    assert_eq!(reply.received().sent_request_id(), Some("id-1"));
    assert_eq!(reply.attempts(), 1);
    assert_eq!(lines(reply.violations()), [""; 0]);
    assert_eq!(reply.raw_body(), body.as_bytes());
    let status = reply.into_response().map(|work| work.status);
    assert_eq!(*status, "DONE");
}

#[tokio::test]
async fn what_breaks_a_bound_comes_back_with_its_violation() {
    let body = work(3).to_string();
    let reply = answer(200, &[JSON], &body).await.unwrap();
    assert_eq!(reply.resources.len(), 3);
    assert_eq!(lines(reply.violations()), ["/resources: 3 items, at most 2 are allowed"]);
}

#[tokio::test]
async fn strict_is_an_error_that_carries_the_reply_and_off_is_silent() {
    let body = work(3).to_string();
    let transport = ScriptedTransport::new()
        .reply(200, &[JSON], body.clone())
        .reply(200, &[("retry-after", "soon")], body.clone())
        .reply(200, &[JSON], body.clone());
    let pipeline = builder(&transport).response_checks(ResponseChecks::Strict).build().unwrap();
    let client = Client { pipeline };
    let error = client.get_work("w").await.unwrap_err();
    assert_eq!(error.violations().len(), 1);
    assert_eq!(error.raw_body().unwrap(), body.as_bytes());
    assert_eq!((error.is_retryable(), error.attempts()), (false, 1));
    assert_eq!(
        error.to_string(),
        "GetWork: 200 OK, but the reply breaks what the document states: /resources: 3 items, at most 2 are allowed"
    );
    let Error::Violated(reply) = error else { panic!("{error:?}") };
    assert_eq!(reply.resources.len(), 3);

    let off = client.get_work("w").customize().response_checks(ResponseChecks::Off).await.unwrap();
    assert_eq!(lines(off.violations()), [""; 0]);
    let report = client.get_work("w").customize().response_checks(ResponseChecks::Report).send().await;
    assert_eq!(report.unwrap().violations().len(), 1);
}

#[tokio::test]
async fn what_is_no_json_is_undecodable_and_kept() {
    let error = error(200, &[JSON], "not json").await;
    assert_eq!(error.raw_body().unwrap(), "not json".as_bytes());
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert!(!error.is_retryable());
    assert!(std::error::Error::source(&error).unwrap().is::<serde_json::Error>());
    let Error::Undecodable(undecodable) = error else { panic!("{error:?}") };
    assert_eq!(undecodable.pointer(), "");
    let half = answer(200, &[JSON], r#"{"status": "DONE", "reso"#).await.unwrap_err();
    assert!(matches!(half, Error::Undecodable(half) if half.pointer().is_empty()));
}

#[tokio::test]
async fn what_is_missing_or_of_another_type_is_named_by_its_pointer() {
    for (body, pointer) in [
        (r#"{"resources": []}"#, "/status"),
        (r#"{"status": "DONE", "resources": [{}]}"#, "/resources/0/identifier"),
        (r#"{"status": "DONE", "resources": [{"identifier": 1}]}"#, "/resources/0/identifier"),
        (r#"{"status": "DONE", "resources": null}"#, "/resources"),
        (r#"{"status": "DONE", "resources": []} x"#, ""),
        ("[]", ""),
    ] {
        let error = error(200, &[JSON], body).await;
        let Error::Undecodable(undecodable) = &error else { panic!("{error:?}") };
        assert_eq!(undecodable.pointer(), pointer, "{body}: {error}");
    }
    let error = error(200, &[JSON], "{}").await;
    assert_eq!(
        error.to_string(),
        "GetWork: 200 OK, but the body cannot be read at /status: missing field `status` at line 1 column 2"
    );
}

#[tokio::test]
async fn an_empty_500_says_so_and_may_be_tried_again() {
    let error = error(500, &[], "").await;
    assert!(matches!(error, Error::Undecodable(_)));
    assert_eq!(error.status().unwrap(), 500);
    assert!(error.is_retryable());
    assert_eq!(error.to_string(), "GetWork: 500 Internal Server Error, but the body is empty");
}

#[tokio::test]
async fn html_of_a_gateway_is_named_and_may_be_tried_again() {
    let error = error(502, &[("content-type", "text/html; charset=utf-8")], "<html>").await;
    assert!(error.is_retryable());
    let message = error.to_string();
    assert!(
        message.starts_with("GetWork: 502 Bad Gateway, but the body is \"text/html\", no JSON: \"<html>\""),
        "{message}"
    );
}

#[tokio::test]
async fn what_is_no_json_at_all_is_shown_on_one_line_and_cut() {
    let page = format!("<html>\r\n<title>\u{202E}Gone\u{1b}[31m</title>{}", "é".repeat(500));
    for headers in [&[("content-type", "text/html")][..], &[JSON], &[]] {
        let error = error(502, headers, &page).await;
        let message = error.to_string();
        assert!(message.contains(r#"no JSON: "<html>\r\n<title>\u{202e}Gone\u{1b}[31m</title>éé"#), "{message}");
        assert!(message.ends_with("é\" … (1035 bytes)"), "{message}");
        assert_eq!(error.raw_body().unwrap(), page.as_bytes());
    }
    // It may be confidential.
    let message = error(200, &[JSON], "{\"status\": \"pregnant\", 7").await.to_string();
    assert!(!message.contains("pregnant"), "{message}");
}

#[tokio::test]
async fn a_body_that_ends_too_early_says_after_how_many_bytes() {
    assert_eq!(
        error(200, &[JSON], "{\"status\": \"DO").await.to_string(),
        "GetWork: 200 OK, but the body ends too early, after 14 bytes: EOF while parsing a string at line 1 column 14"
    );
}

#[tokio::test]
async fn a_compressed_body_that_nobody_asked_for_is_named() {
    let transport = ScriptedTransport::new().fault(Fault::UnaskedGzip).reply(
        404,
        &[JSON, ("content-encoding", "br\"")],
        "\u{1}\u{2}",
    );
    let client = client(&transport);
    let error = client.get_work("w").await.unwrap_err();
    let Error::Undecodable(undecodable) = &error else { panic!("{error:?}") };
    assert_eq!(undecodable.reason(), "the body is encoded as \"gzip\", which nobody asked for");
    assert_eq!(
        error.to_string(),
        "GetWork: 200 OK, but the body is encoded as \"gzip\", which nobody asked for, and cannot be read"
    );
    assert_eq!(error.raw_body().unwrap()[..2], [0x1f, 0x8b]);
    let error = client.get_work("w").await.unwrap_err();
    assert!(error.to_string().contains("404 Not Found, but the body is encoded as \"br\\\"\""), "{error}");
}

#[tokio::test]
async fn a_body_that_only_says_it_is_encoded_is_read() {
    for coding in ["gzip", "identity"] {
        let body = work(0).to_string();
        assert!(answer(200, &[JSON, ("content-encoding", coding)], &body).await.is_ok());
        let error = error(200, &[JSON, ("content-encoding", coding)], "").await;
        assert!(error.to_string().ends_with("but the body is empty"), "{error}");
    }
    let error = error(200, &[JSON, ("content-encoding", "identity")], "no").await;
    assert!(!error.to_string().contains("identity"), "{error}");
}

#[tokio::test]
async fn headers_that_come_twice_and_differ_are_violations_and_the_first_counts() {
    let headers = [JSON, ("content-type", "text/html"), ("retry-after", "1"), ("retry-after", "120"), ("x-left", "1")];
    let reply = answer(200, &headers, &work(0).to_string()).await.unwrap();
    assert_eq!(reply.retry_after(), Some(Duration::from_secs(1)));
    assert_eq!(
        lines(reply.violations()),
        [
            "header:retry-after: \"1, 120\" is not a number of seconds or an HTTP date",
            "header:content-type: \"application/json, text/html\" instead of application/json",
        ]
    );
    let same = [JSON, ("content-type", "application/JSON")];
    let reply = answer(200, &same, &work(0).to_string()).await.unwrap();
    assert_eq!(lines(reply.violations()), [""; 0]);
}

#[tokio::test]
async fn json_under_another_name_is_json_with_a_violation() {
    let body = work(0).to_string();
    let reply = answer(200, &[("content-type", "text/plain")], &body).await.unwrap();
    assert_eq!(lines(reply.violations()), ["header:content-type: \"text/plain\" instead of application/json"]);
    let reply = answer(200, &[], &format!("\u{feff}{body}")).await.unwrap();
    assert_eq!(lines(reply.violations()), ["header:content-type: missing, application/json was expected"]);
    let reply = answer(200, &[("content-type", "application/problem+JSON")], &body).await.unwrap();
    assert_eq!(lines(reply.violations()), [""; 0]);
}

#[tokio::test]
async fn headers_that_cannot_be_read_are_violations_and_kept() {
    let headers = [JSON, ("retry-after", "soon"), ("x-left", "many")];
    let reply = answer(200, &headers, &work(0).to_string()).await.unwrap();
    assert_eq!((reply.retry_after(), reply.left()), (None, None));
    assert_eq!(reply.header_text("retry-after"), Some("soon"));
    assert_eq!(
        lines(reply.violations()),
        [
            "header:x-left: \"many\" is not what the document says",
            "header:retry-after: \"soon\" is not a number of seconds or an HTTP date",
        ]
    );
}

#[tokio::test]
async fn retry_after_counts_from_the_servers_date_else_from_the_clock() {
    // The manual clock starts with the year 2026, a Thursday.
    let later = ("retry-after", "Thu, 01 Jan 2026 00:01:00 GMT");
    let body = work(0).to_string();
    let reply = answer(200, &[JSON, later], &body).await.unwrap();
    assert_eq!(reply.retry_after(), Some(Duration::from_secs(60)));
    let date = ("date", "Thu, 01 Jan 2026 00:00:45 GMT");
    let reply = answer(200, &[JSON, later, date], &body).await.unwrap();
    assert_eq!(reply.retry_after(), Some(Duration::from_secs(15)));
}

#[tokio::test]
async fn a_documented_error_is_typed_and_speaks() {
    let body = r#"{"code": "NotAuthorizedOrNotFound", "message": "no such work"}"#;
    let error = error(404, &[JSON, ("opc-request-id", "srv/9")], body).await;
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(error.request_id(), Some("srv/9"));
    assert_eq!(error.code(), Some("NotAuthorizedOrNotFound"));
    assert_eq!(error.message(), Some("no such work"));
    assert_eq!((error.is_retryable(), error.is_timeout(), error.attempts()), (false, false, 1));
    let Some(GetWorkError::NotFound(reply)) = error.documented() else { panic!("{error:?}") };
    assert_eq!(reply.message, "no such work");
}

#[tokio::test]
async fn codes_of_the_service_make_an_error_worth_another_try() {
    let conflict = error(409, &[JSON], r#"{"code": "LockConflict", "message": ""}"#).await;
    assert!(conflict.is_retryable());
    let conflict = error(409, &[JSON], r#"{"code": "Other", "message": ""}"#).await;
    assert!(!conflict.is_retryable());
    for (status, retryable) in [(429, true), (501, false), (503, true), (400, false), (418, false)] {
        assert_eq!(error(status, &[JSON], "{}").await.is_retryable(), retryable, "{status}");
    }
}

#[tokio::test]
async fn what_the_document_does_not_mention_is_unexpected() {
    let teapot = error(418, &[JSON], r#"{"code": "Teapot"}"#).await;
    assert!(matches!(teapot, Error::Unexpected(_)));
    assert_eq!((teapot.code(), teapot.message()), (Some("Teapot"), None));
    let transport = ScriptedTransport::new().reply(307, &[("location", "https://evil.com/")], "");
    let moved = client(&transport).get_work("w").await.unwrap_err();
    assert_eq!(transport.requests().len(), 1);
    assert_eq!(
        moved.to_string(),
        "GetWork: 307 Temporary Redirect, which the document does not mention \
         (redirects are not followed: https://evil.com/)"
    );
}

#[tokio::test]
async fn a_status_that_the_service_names_alone_may_be_tried_again_whatever_its_code() {
    assert!(error(423, &[JSON], "{}").await.is_retryable());
    assert!(error(423, &[JSON], r#"{"code": "Locked", "message": "Later."}"#).await.is_retryable());
    assert!(!error(409, &[JSON], r#"{"code": "Other", "message": "No."}"#).await.is_retryable());
}

/// Answers with this body, in one piece.
#[derive(Debug)]
struct OnePiece(Bytes);

impl Transport for OnePiece {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let reply = http::Response::builder().header("content-type", "application/json");
        Box::pin(std::future::ready(Ok(reply.body(Body::from(self.0.clone())).unwrap())))
    }
}

/// A piece is a part of what the transport reads into: a small reply that is kept must not keep all of that.
#[tokio::test]
async fn a_large_body_is_kept_as_it_came_and_a_small_one_is_copied() {
    for (length, is_copied) in [(8 * 1024, false), (8 * 1024 - 1, true)] {
        let mut body = work(1).to_string();
        body.push_str(&" ".repeat(length - body.len()));
        let body = Bytes::from(body);
        let builder = Pipeline::builder(&SERVICE).transport(OnePiece(body.clone()));
        let pipeline = builder.body_limit(length).build().unwrap();
        let reply = Client { pipeline }.get_work("w").send().await.unwrap();
        assert_eq!(reply.raw_body(), &body);
        assert_eq!(reply.raw_body().as_ptr() != body.as_ptr(), is_copied);
        let builder = Pipeline::builder(&SERVICE).transport(OnePiece(body));
        let pipeline = builder.body_limit(length - 1).build().unwrap();
        let error = Client { pipeline }.get_work("w").send().await.unwrap_err();
        assert!(matches!(error, Error::Transport(_)), "{error}");
    }
}
