use std::collections::BTreeSet;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::net::TcpStream;
use trueform::api::{Carries, Shape};

use super::{Fault, Mock, Options, cdexhub, life};

const PATH: &str = "/20180828/workRequests";
const SIGNED: &str = "Authorization: Signature version=\"1\",keyId=\"a\"\r\n";

#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: Value,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Sends a request as written, and reads the whole answer.
async fn ask(mock: &Mock, line: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(mock.address()).await.unwrap();
    let request = format!("{line} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\r\n", mock.address());
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        head: head.to_owned(),
        body: serde_json::from_str(body).unwrap_or_default(),
    }
}

async fn get(mock: &Mock, id: &str) -> Answer {
    ask(mock, &format!("GET {PATH}/{id}"), SIGNED).await
}

async fn mock() -> Mock {
    Mock::start(cdexhub().unwrap(), Options::default()).await.unwrap()
}

#[tokio::test]
async fn all_documented_states_are_seen() {
    let api = cdexhub().unwrap();
    let status = api.operations[0].replies.iter().find_map(|reply| {
        let Carries::Json(ty) = reply.content.as_ref()?.carries else {
            return None;
        };
        let Shape::Object(object) = &api.types[ty].shape else {
            return None;
        };
        let status = object.fields.iter().find(|field| field.wire == "status")?.ty;
        let Shape::Enumeration(status) = &api.types[status].shape else {
            return None;
        };
        Some(status.values.iter().map(|value| value.wire.clone()).collect::<BTreeSet<_>>())
    });
    let mock = mock().await;
    let mut seen = BTreeSet::new();
    let faulty = |id: &String| id.ends_with(".throttled") || id.ends_with(".breaks");
    for id in life::known_ids().filter(|id| !faulty(id)) {
        for _ in 0..5 {
            let answer = get(&mock, &id).await;
            assert_eq!((answer.status, answer.body["id"].as_str()), (200, Some(id.as_str())));
            let status = answer.body["status"].as_str().unwrap().to_owned();
            let runs = ["ACCEPTED", "IN_PROGRESS", "WAITING", "CANCELING"].contains(&status.as_str());
            assert_eq!(answer.header("retry-after"), runs.then_some("1"), "{status}");
            assert!(answer.header("etag").is_some());
            seen.insert(status);
        }
    }
    assert_eq!(Some(seen), status);
}

#[tokio::test]
async fn faults_come_on_demand() {
    let mock = mock().await;
    let mut seen = Vec::new();
    for id in ["throttled", "throttled", "throttled", "throttled", "breaks", "breaks"] {
        let answer = get(&mock, &format!("ocid1.workrequest.demo.{id}")).await;
        let what = answer.body.get("code").or(answer.body.get("status")).cloned().unwrap_or_default();
        seen.push((answer.status, what, answer.header("retry-after").map(str::to_owned)));
    }
    let expected = [
        (429, "TooManyRequests", Some("1")),
        (200, "ACCEPTED", Some("1")),
        (429, "TooManyRequests", Some("1")),
        (200, "IN_PROGRESS", Some("1")),
        (500, "InternalServerError", None),
        (500, "InternalServerError", None),
    ];
    let expected = expected.map(|(status, what, wait)| (status, Value::from(what), wait.map(str::to_owned)));
    assert_eq!(seen, expected);
}

/// Sends a sound request, and reads all that comes until the connection ends, however it does.
async fn hear(mock: &Mock, target: &str) -> (Vec<u8>, Option<std::io::ErrorKind>) {
    let mut stream = TcpStream::connect(mock.address()).await.unwrap();
    let request = format!("GET {target} HTTP/1.1\r\nhost: a\r\n{SIGNED}\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    let error = stream.read_to_end(&mut heard).await.err();
    (heard, error.map(|error| error.kind()))
}

#[tokio::test]
async fn faults_on_the_wire_come_by_id_and_nothing_else_goes_wrong() {
    let mock = mock().await;
    for (fault, begins, error) in [
        (Fault::ClosedBeforeHeaders, "", None),
        (Fault::ResetBeforeHeaders, "", Some(std::io::ErrorKind::ConnectionReset)),
        (Fault::ResetInBody, "HTTP/1.1 200 OK\r\netag: ", Some(std::io::ErrorKind::ConnectionReset)),
        (Fault::InterimReplies, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103", None),
        (Fault::NotHttp, "SSH-", None),
        (Fault::Http10, "HTTP/1.0 200 OK\r\n", None),
        (Fault::BadGateway, "HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: ", None),
    ] {
        let (heard, ended) = hear(&mock, &format!("{PATH}/ocid1.workrequest.demo.{}", fault.name())).await;
        assert!(heard.starts_with(begins.as_bytes()), "{fault:?}: {}", String::from_utf8_lossy(&heard));
        assert_eq!((heard.is_empty(), ended), (begins.is_empty(), error), "{fault:?}");
    }
    assert_eq!(get(&mock, "ocid1.workrequest.demo.succeeds").await.status, 200);
    assert_eq!(get(&mock, "ocid1.workrequest.demo.refused").await.status, 404, "who answers has not refused");
    assert_eq!(life::faulty_ids().count(), Fault::all().count() - 1);
}

#[tokio::test]
async fn a_fault_for_every_request_needs_no_work_requests() {
    let options = Options { fault: Some(Fault::CutChunks), ..Options::default() };
    let mock = Mock::start(cdexhub().unwrap(), options).await.unwrap();
    let (heard, error) = hear(&mock, "/no/such/path").await;
    let heard = String::from_utf8(heard).unwrap();
    assert!(heard.starts_with("HTTP/1.1 404 Not Found\r\n") && error.is_none(), "{heard}");
    let (_, body) = heard.split_once("\r\n\r\n").unwrap();
    assert!(body.contains("\r\n{\"code\":") && !body.ends_with("0\r\n\r\n"), "{heard}");
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn an_address_that_refuses_is_taken_all_the_same() {
    let options = Options { fault: Some(Fault::Refused), ..Options::default() };
    let mock = Mock::start(cdexhub().unwrap(), options).await.unwrap();
    let error = TcpStream::connect(mock.address()).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionRefused);
    let address = mock.address();
    drop(mock);
    tokio::task::yield_now().await;
    TcpListener::bind(address).await.unwrap();
}

#[test]
fn each_fault_has_a_name_and_says_what_it_does() {
    for fault in Fault::all() {
        assert_eq!(Fault::named(&fault.name()), Some(fault));
        assert!(!fault.about().is_empty() && !fault.about().ends_with('.'), "{fault:?}");
    }
    assert_eq!(Fault::named("Cut-Body"), None);
}

#[tokio::test]
async fn requests_are_checked() {
    let mock = mock().await;
    let known = format!("GET {PATH}/ocid1.workrequest.demo.succeeds");
    let cases = [
        (known.as_str(), SIGNED, 200, ""),
        (known.as_str(), "", 401, "NotAuthenticated"),
        (known.as_str(), "authorization: Bearer abc\r\n", 401, "NotAuthenticated"),
        (known.as_str(), "authorization: Signature \r\n", 401, "NotAuthenticated"),
        ("GET /20180828/workRequests/ocid1.other", SIGNED, 404, "NotAuthorizedOrNotFound"),
        ("GET /20180828/workRequests/a%2Fb", SIGNED, 404, "NotAuthorizedOrNotFound"),
        ("GET /20180828/workRequests/%FF", SIGNED, 400, "InvalidParameter"),
        ("GET /20180828/workRequests/a/b", SIGNED, 404, "NotFound"),
        ("GET /20180828/workRequests/", SIGNED, 404, "NotFound"),
        ("GET /", SIGNED, 404, "NotFound"),
        ("DELETE /20180828/workRequests/a", SIGNED, 405, "MethodNotAllowed"),
    ];
    for (line, headers, status, code) in cases {
        let answer = ask(&mock, line, headers).await;
        assert_eq!(answer.status, status, "{line} {headers}");
        if status >= 400 {
            assert_eq!(answer.body["code"], code, "{line} {headers}");
            assert!(answer.body["message"].is_string());
        }
        assert!(answer.header("opc-request-id").unwrap().contains('/'));
    }
    let wrong = format!("{SIGNED}opc-request-id: a b\r\n");
    let answer = ask(&mock, &known, &wrong).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.body["message"], "the parameter opc-request-id does not match ^[A-Za-z0-9_-]+$");
    let answer = ask(&mock, "DELETE /20180828/workRequests/a", SIGNED).await;
    assert_eq!(answer.header("allow"), Some("GET"));
}

#[tokio::test]
async fn request_ids_begin_with_that_of_the_caller() {
    let mock = mock().await;
    let known = format!("GET {PATH}/ocid1.workrequest.demo.succeeds");
    let sent = format!("{SIGNED}opc-request-id: ticket-4711\r\n");
    let first = ask(&mock, &known, &sent).await;
    let second = ask(&mock, &known, &sent).await;
    let (first, second) = (first.header("opc-request-id").unwrap(), second.header("opc-request-id").unwrap());
    assert!(first.starts_with("ticket-4711/") && second.starts_with("ticket-4711/"));
    assert_ne!(first, second);
    assert_eq!(first.split('/').count(), 3);
}

#[tokio::test]
async fn requests_are_recorded_as_they_came() {
    let mock = mock().await;
    ask(&mock, &format!("GET {PATH}/%2e%2e%2Fsecrets?x=%20"), "X-Odd: Value\r\n").await;
    let requests = mock.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].method, "GET");
    assert_eq!(requests[0].target, format!("{PATH}/%2e%2e%2Fsecrets?x=%20"));
    assert_eq!(requests[0].header("x-odd"), Some("Value"));
}

#[tokio::test]
async fn calls_without_credentials_may_be_accepted() {
    let options = Options { anonymous: true, ..Options::default() };
    let mock = Mock::start(cdexhub().unwrap(), options).await.unwrap();
    let answer = ask(&mock, &format!("GET {PATH}/ocid1.workrequest.demo.resources-33"), "").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body["resources"].as_array().map(Vec::len), Some(33));
    assert_eq!(answer.body["timeAccepted"], "2026-01-02T03:04:05.000Z");
}

#[tokio::test]
async fn a_dropped_mock_listens_no_more() {
    let mock = mock().await;
    let address = mock.address();
    drop(mock);
    // The task that holds the socket ends when the runtime next gets to it.
    tokio::task::yield_now().await;
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn only_loopback_is_served() {
    let options = Options { address: ([0, 0, 0, 0], 0).into(), ..Options::default() };
    assert!(Mock::start(cdexhub().unwrap(), options).await.is_err());
}
