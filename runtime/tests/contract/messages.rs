//! What errors say: one line to act on.

use std::error::Error as StdError;

use crate::client::{JSON, error};

#[tokio::test]
async fn an_error_says_what_where_and_whom_to_ask() {
    let body = r#"{"code": "NotAuthorizedOrNotFound", "message": "no such work,\nor not yours"}"#;
    let error = error(404, &[JSON, ("opc-request-id", "srv/9")], body).await;
    assert_eq!(
        error.to_string(),
        "GetWork: 404 Not Found, NotAuthorizedOrNotFound: no such work, or not yours (opc-request-id: srv/9; \
         see https://help.example.com/errors#404_notauthorizedornotfound)"
    );
    assert!(error.source().is_none());
}

#[tokio::test]
async fn a_wait_that_the_server_asks_for_is_told() {
    let error = error(503, &[JSON, ("retry-after", "2")], r#"{"code": "a b", "message": "busy"}"#).await;
    assert_eq!(
        error.to_string(),
        "GetWork: 503 Service Unavailable, a b: busy (try again in 2 s; see https://help.example.com/errors#503_a%20b)"
    );
}

#[tokio::test]
async fn a_text_of_the_server_neither_breaks_the_line_nor_turns_it_around() {
    let hostile = "a\u{1b}[2J\u{2028}b\u{202E}c\u{85}d\u{2066}e";
    let body = serde_json::json!({ "code": hostile, "message": hostile }).to_string();
    let message = error(404, &[JSON], &body).await.to_string();
    assert!(message.starts_with("GetWork: 404 Not Found, a [2J b c d e: a [2J b c d e"), "{message}");
}

#[tokio::test]
async fn a_key_of_the_server_does_not_break_the_line() {
    // A documented error whose members cannot be read, and a bound that is broken below a key of the server.
    let error = error(404, &[JSON], "{\"code\": \"C\", \"message\": [\"\\n\"]}").await;
    assert!(!error.to_string().contains('\n'), "{error}");
}

#[tokio::test]
async fn a_redirect_says_where_to_and_not_when() {
    let message = error(308, &[("location", "https://evil.com/\u{9}x"), ("retry-after", "1")], "").await.to_string();
    assert!(message.ends_with("(redirects are not followed: https://evil.com/ x)"), "{message}");
}

#[tokio::test]
async fn a_401_names_a_wrong_clock() {
    let skewed = [JSON, ("date", "Thu, 01 Jan 2026 00:20:00 GMT")];
    let message = error(401, &skewed, "{}").await.to_string();
    assert!(message.contains("differ by 20 minutes"), "{message}");
    let right = [JSON, ("date", "Thu, 01 Jan 2026 00:04:00 GMT")];
    let message = error(401, &right, "{}").await.to_string();
    assert!(!message.contains("differ"), "{message}");
}

#[tokio::test]
async fn a_long_message_is_cut_and_stays_whole_in_the_error() {
    let long = "x".repeat(5000);
    let body = serde_json::json!({ "code": "C", "message": long }).to_string();
    let error = error(500, &[JSON], &body).await;
    assert!(error.to_string().len() < 600);
    assert_eq!(error.message().unwrap().len(), 5000);
}

#[tokio::test]
async fn sessions_of_the_server_do_not_show() {
    let error = error(404, &[JSON, ("set-cookie", "session=s3cret")], r#"{"code": "C", "message": "m"}"#).await;
    assert_eq!(error.received().unwrap().header_text("set-cookie"), Some("session=s3cret"));
    assert!(!format!("{error:?}").contains("s3cret"));
}
