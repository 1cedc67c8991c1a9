//! What goes over the wire: the client against the mock, on a real socket.

use cdexhub::Client;
use cdexhub::models::{ActionType, OperationStatus};
use cdexhub::operations::GetWorkRequestError;
use cdexhub::runtime::{AuthorizationHeader, Error};
use xtask::mock::{Mock, Options, cdexhub as document};

const SIGNATURE: &str = r#"Signature version="1",headers="date",keyId="k",algorithm="rsa-sha256",signature="c2ln""#;

async fn mock() -> Mock {
    let document = document().expect("the document is sound");
    Mock::start(document, Options::default()).await.expect("loopback can be listened on")
}

fn client(mock: &Mock) -> Client {
    let builder = Client::builder().endpoint(mock.url()).credentials(AuthorizationHeader::new(SIGNATURE));
    builder.build().expect("loopback may be called in plain text")
}

fn demo(name: &str) -> String {
    format!("ocid1.workrequest.demo.{name}")
}

#[tokio::test]
async fn a_work_request_lives_through_its_states() {
    let mock = mock().await;
    let client = client(&mock);
    let mut seen: Vec<OperationStatus> = Vec::new();
    let mut percent = -1.0;
    for name in ["succeeds", "fails", "canceled", "needs-attention", "waits"] {
        for _ in 0..12 {
            let reply = client.get_work_request(demo(name)).send().await.expect("the mock knows this id");
            assert!(reply.violations().is_empty(), "{:?}", reply.violations());
            assert!(reply.opc_request_id().is_some_and(|id| id.contains('/')), "a server's id may hold a slash");
            assert!(reply.etag().is_some());
            if name == "succeeds" {
                assert!(reply.percent_complete >= percent, "it never goes back");
                percent = reply.percent_complete;
                let ended = reply.status == OperationStatus::Succeeded;
                assert_eq!(reply.retry_after().is_none(), ended, "{}", reply.status);
                assert_eq!(reply.time_finished.is_some(), ended);
                let done = reply.resources.iter().all(|resource| resource.action_type != ActionType::InProgress);
                assert!(!ended || done, "no resource is left in progress");
            }
            seen.push(reply.into_body().status);
        }
    }
    for status in OperationStatus::VALUES {
        assert!(seen.contains(status), "{status} was never seen");
    }
}

#[tokio::test]
async fn thirty_three_resources_are_one_violation() {
    let mock = mock().await;
    let client = client(&mock);
    for (count, violations) in [(0, 0), (32, 0), (33, 1)] {
        let reply = client.get_work_request(demo(&format!("resources-{count}"))).await.expect("the mock knows this id");
        assert_eq!(reply.resources.len(), count);
        assert_eq!(reply.violations().len(), violations);
    }
}

#[tokio::test]
async fn errors_are_typed_by_status() {
    let mock = mock().await;
    let error = client(&mock).get_work_request("ocid1.nobody").await.unwrap_err();
    let Error::Documented(GetWorkRequestError::NotFound(reply)) = &error else { panic!("{error:?}") };
    assert_eq!((reply.code.as_str(), error.code()), ("NotAuthorizedOrNotFound", Some("NotAuthorizedOrNotFound")));
    assert!(error.request_id().is_some() && error.message().is_some() && !error.is_retryable());

    let anonymous = Client::builder().endpoint(mock.url()).build().expect("no credentials are allowed too");
    let error = anonymous.get_work_request(demo("succeeds")).await.unwrap_err();
    assert!(matches!(error, Error::Documented(GetWorkRequestError::Unauthorized(_))), "{error:?}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
}

#[tokio::test]
async fn an_id_is_one_encoded_segment() {
    let mock = mock().await;
    let client = client(&mock);
    for (id, segment) in [("a/b", "a%2Fb"), ("%2e%2e", "%252e%252e"), ("../secrets", "..%2Fsecrets"), ("a b", "a%20b")]
    {
        let error = client.get_work_request(id).await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
        let requests = mock.requests();
        let target = &requests.last().expect("the request came").target;
        assert_eq!(*target, format!("/20180828/workRequests/{segment}"));
    }
}

#[tokio::test]
async fn what_is_refused_never_reaches_the_network() {
    let mock = mock().await;
    let client = client(&mock);
    for id in ["", ".", "..", "a\nb", "a\u{7f}"] {
        let error = client.get_work_request(id).await.unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{id:?}: {error:?}");
        assert_eq!(error.violations()[0].pointer(), "path:workRequestId", "{id:?}");
        assert_eq!((error.status(), error.code(), error.attempts()), (None, None, 0));
    }
    let error = client.get_work_request("id").opc_request_id("a b").await.unwrap_err();
    assert_eq!(error.violations()[0].pointer(), "header:opc-request-id");
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn a_call_says_who_it_is() {
    let mock = mock().await;
    let client = client(&mock);
    let reply = client.get_work_request(demo("succeeds")).opc_request_id("ticket-4711").await.expect("the id is known");
    assert!(reply.opc_request_id().is_some_and(|id| id.starts_with("ticket-4711/")));
    client.get_work_request(demo("succeeds")).await.expect("the id is known");
    let requests = mock.requests();
    let sent = |index: usize, name: &str| requests[index].header(name).unwrap_or_default().to_owned();
    assert_eq!(sent(0, "opc-request-id"), "ticket-4711");
    let own = sent(1, "opc-request-id");
    assert!(own.len() <= 32 && own.ends_with("-1"), "one of our own: {own}");
    assert_eq!(sent(0, "user-agent"), "cdexhub/0.1.0");
    assert_eq!(sent(0, "opc-client-info"), "cdexhub/0.1.0");
    assert_eq!(sent(0, "accept"), "application/json");
    assert_eq!(sent(0, "authorization"), SIGNATURE);
    assert_eq!(sent(0, "accept-encoding"), "");
}
