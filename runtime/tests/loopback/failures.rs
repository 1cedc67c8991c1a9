//! What can go wrong on the way, told apart.

use std::error::Error as _;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http_body::Frame;
use std::pin::Pin;
use tokio::net::TcpListener;
use trueform_runtime::TransportErrorKind as Kind;
use trueform_runtime::{Body, HyperTransport, Transport, TransportError};

use crate::server::Server;
use crate::{exchange, get, transport};

/// One line, which names the server and keeps the target to itself.
fn assert_says(error: &TransportError, kind: Kind, part: &str) {
    let message = error.to_string();
    assert_eq!(error.kind(), kind, "{error:?}");
    assert!(message.contains(part), "{message}");
    assert!(!message.contains("secret") && !message.contains('\n'), "{message}");
}

#[tokio::test]
async fn replies_that_break_off_are_resets_and_those_that_cannot_be_read_are_not() {
    for (answer, kind, part) in [
        ("", Kind::Reset, "before the head of its reply"),
        ("HTTP/1.1 200 OK\r\ncontent-le", Kind::Reset, "before the head of its reply"),
        ("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc", Kind::Reset, "before the body of its reply"),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n",
            Kind::Reset,
            "before the body of its reply",
        ),
        ("SSH-2.0-OpenSSH_9.9\r\n", Kind::Protocol, "in the head of its reply"),
        ("HTTP/1.1 2000 OK\r\n\r\n", Kind::Protocol, "in the head of its reply"),
        ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", Kind::Protocol, "in the head of its reply"),
        ("HTTP/1.1 200 OK\r\ncontent-length: ten\r\n\r\n", Kind::Protocol, "in the head of its reply"),
        ("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n", Kind::Protocol, "in the body of its reply"),
    ] {
        let server = Server::start(&[&[answer]]).await;
        let error = get(&transport(), &server.uri("/?key=secret")).await.unwrap_err();
        assert_says(&error, kind, part);
        assert!(error.to_string().contains(&format!("127.0.0.1:{}", server.port)), "{error}");
        assert!(error.source().is_some());
        server.heard_once().await;
    }
}

#[tokio::test]
async fn a_port_without_a_listener_refuses() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error = get(&transport(), &format!("http://127.0.0.1:{port}/secret")).await.unwrap_err();
    assert_says(&error, Kind::Refused, &format!("127.0.0.1:{port} refused the connection"));
}

#[tokio::test]
async fn a_name_that_cannot_be_is_not_resolved() {
    // A label longer than 63 characters cannot be asked for, so that no resolver is.
    let host = format!("{}.invalid", "a".repeat(64));
    let error = get(&transport(), &format!("http://{host}/secret")).await.unwrap_err();
    assert_says(&error, Kind::Dns, &host);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_never_shakes_hands_runs_into_the_time_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let transport = HyperTransport::new(Duration::from_secs(3)).tls(crate::secure::trusting_nobody());
    let error = get(&transport, &format!("https://127.0.0.1:{port}/secret")).await.unwrap_err();
    assert_says(&error, Kind::ConnectTimeout, &format!("no connection to 127.0.0.1:{port} was there after 3s"));
}

#[tokio::test]
async fn a_request_whose_body_fails_says_why() {
    let server = Server::start(&[&[""]]).await;
    let request = Request::post(server.uri("/secret")).body(Body::stream(Failing(false))).unwrap();
    let error = exchange(&transport(), request).await.unwrap_err();
    assert_says(&error, Kind::Other, "was not sent completely: the file is gone");
}

#[tokio::test]
async fn uris_that_name_no_server_are_refused() {
    for uri in ["/secret", "ftp://127.0.0.1/secret"] {
        let error = get(&transport(), uri).await.unwrap_err();
        assert_says(&error, Kind::Other, "");
    }
}

#[test]
fn outside_of_a_runtime_is_an_error_not_a_panic() {
    let transport = transport();
    let request = Request::get("http://127.0.0.1:1/secret").body(Body::empty()).unwrap();
    let exchange = pin!(transport.send(request));
    let Poll::Ready(outcome) = exchange.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("there is nothing to wait for");
    };
    assert_says(&outcome.unwrap_err(), Kind::Other, "outside of a Tokio runtime");
}

/// A body that fails after its first piece.
struct Failing(bool);

impl http_body::Body for Failing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(Some(Err(TransportError::new(Kind::Other, "the file is gone"))));
        }
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"abc")))))
    }
}
