//! What requests are on the wire, and which never get there.

use trueform_runtime::testing::{RecordedRequest, ScriptedTransport};
use trueform_runtime::{Error, Map};

use crate::client::{Client, GetWork, builder, client, lines, work};

async fn sent(change: impl FnOnce(GetWork) -> GetWork, id: &str) -> RecordedRequest {
    let transport = ScriptedTransport::new().json(200, &work(0));
    change(client(&transport).get_work(id)).await.expect("a reply");
    transport.requests().remove(0)
}

#[tokio::test]
async fn nothing_is_sent_unasked_but_what_is_listed() {
    let request = sent(|request| request, "w").await;
    assert_eq!(request.method(), "GET");
    assert_eq!(request.uri(), "https://shelf.us-chicago-1.example.com/v1/work/w");
    let mut headers: Vec<String> =
        request.headers().iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    headers.sort();
    assert_eq!(
        headers,
        [
            "accept: application/json",
            "host: shelf.us-chicago-1.example.com",
            "opc-client-info: shelf/1.2.3",
            "opc-request-id: id-1",
            "user-agent: shelf/1.2.3",
        ]
    );
}

#[tokio::test]
async fn values_stay_within_their_segment() {
    for (id, target) in [
        ("a/b", "/v1/work/a%2Fb"),
        ("%2e%2e", "/v1/work/%252e%252e"),
        ("../secrets", "/v1/work/..%2Fsecrets"),
        ("...", "/v1/work/..."),
        ("ä ?#", "/v1/work/%C3%A4%20%3F%23"),
    ] {
        assert_eq!(sent(|request| request, id).await.target(), target);
    }
}

#[tokio::test]
async fn queries_have_the_style_of_the_document() {
    let change = |mut request: GetWork| {
        request.tags = Some(vec!["a b".to_owned(), "c&d".to_owned()]);
        request.labels = Some(Map::from_iter([("x,y".to_owned(), 1), ("z".to_owned(), 2)]));
        request
    };
    assert_eq!(sent(change, "w").await.target(), "/v1/work/w?tag=a%20b&tag=c%26d&labels=x%2Cy,1,z,2");
    let empty = |mut request: GetWork| {
        request.tags = Some(Vec::new());
        request
    };
    assert_eq!(sent(empty, "w").await.target(), "/v1/work/w");
}

#[tokio::test]
async fn a_stated_request_id_is_kept() {
    let request = sent(|request| request.request_id("ticket-4711"), "w").await;
    assert_eq!(request.header_text("opc-request-id"), Some("ticket-4711"));
    let transport = ScriptedTransport::new().json(200, &work(0));
    let call = client(&transport).get_work("w").customize();
    let reply = call.header("Opc-Request-Id", "mine").header("accept", "*/*").await.unwrap();
    let request = &transport.requests()[0];
    assert_eq!(request.header_text("opc-request-id"), Some("mine"));
    assert_eq!(request.header_text("accept"), Some("*/*"));
    assert_eq!(reply.received().sent_request_id(), Some("mine"));
}

#[tokio::test]
async fn a_base_path_stays_in_front() {
    let transport = ScriptedTransport::new().json(200, &work(0));
    let pipeline = builder(&transport).endpoint("http://127.0.0.1:8080/base/x/").build().unwrap();
    Client { pipeline }.get_work("w").await.unwrap();
    let request = &transport.requests()[0];
    assert_eq!(request.uri(), "http://127.0.0.1:8080/base/x/v1/work/w");
    assert_eq!(request.header_text("host"), Some("127.0.0.1:8080"));
}

async fn refused(change: impl FnOnce(GetWork) -> GetWork, id: &str) -> Vec<String> {
    let transport = ScriptedTransport::new().json(200, &work(0));
    let error = change(client(&transport).get_work(id)).await.expect_err("a refusal");
    assert_eq!(transport.requests().len(), 0);
    assert!(matches!(error, Error::Refused(_)), "{error:?}");
    assert_eq!((error.attempts(), error.status(), error.is_retryable()), (0, None, false));
    assert!(std::error::Error::source(&error).is_none(), "the message tells it all: {error}");
    lines(error.violations())
}

#[tokio::test]
async fn ids_that_are_no_segment_never_reach_the_network() {
    for (id, violation) in [
        ("", "path:id: must not be empty"),
        (".", "path:id: \".\" would be taken for a step in the path"),
        ("..", "path:id: \"..\" would be taken for a step in the path"),
        ("a\nb", "path:id: the control character '\\n' cannot be sent here"),
        ("a\u{7f}", "path:id: the control character '\\u{7f}' cannot be sent here"),
    ] {
        assert_eq!(refused(|request| request, id).await, [violation]);
    }
}

#[tokio::test]
async fn all_violations_come_at_once() {
    let change = |mut request: GetWork| {
        request.tags = Some(vec![String::new(); 3]);
        request.note = Some("a\r\nx-injected: b".to_owned());
        request.request_id("ticket 4711")
    };
    assert_eq!(
        refused(change, "").await,
        [
            "header:opc-request-id: \"ticket 4711\" does not match the pattern ^[A-Za-z0-9_-]+$",
            "query:tag: 3 items, at most 2 are allowed",
            "path:id: must not be empty",
            "header:x-note: the control character '\\r' cannot be sent here",
        ]
    );
}

#[tokio::test]
async fn headers_of_a_call_are_refused_where_they_cannot_be_sent() {
    for (name, value, reason) in [
        ("x-note", "a\0", "header:x-note: the control character '\\0' cannot be sent here"),
        ("x-note", "ä", "header:x-note: cannot be sent: a header holds visible ASCII characters only"),
        ("x note", "a", "header:x note: cannot be sent: invalid HTTP header name"),
        ("Host", "evil.com", "header:Host: cannot be sent: the header belongs to the connection"),
        (
            "Proxy-Authorization",
            "Basic dXNlcjpzZWNyZXQ=",
            "header:Proxy-Authorization: cannot be sent: the header belongs to the connection",
        ),
    ] {
        let transport = ScriptedTransport::new();
        let call = client(&transport).get_work("w").customize().header(name, value);
        assert_eq!(lines(call.await.unwrap_err().violations()), [reason]);
        assert_eq!(transport.requests().len(), 0);
    }
}
