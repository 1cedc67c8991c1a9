//! How long connections live: not longer than somebody needs them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http_body::Frame;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use trueform_runtime::{Body, Transport, TransportError};

use crate::reuse::settle;
use crate::server::{read_request, write};
use crate::{exchange, get, transport};

const LENGTH: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
const EARLY: &str = "HTTP/1.1 413 Content Too Large\r\ncontent-length: 2\r\n\r\nno";
const UPLOAD: usize = 8 << 20;

/// A body that somebody counts while it is in memory.
struct Counted {
    bytes: Option<Bytes>,
    _alive: Arc<()>,
}

impl http_body::Body for Counted {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        Poll::Ready(self.bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }
}

fn upload(uri: &str, bytes: &Bytes, alive: &Arc<()>) -> Request<Body> {
    let body = Body::stream(Counted { bytes: Some(bytes.clone()), _alive: Arc::clone(alive) });
    Request::put(uri).body(body).expect("a request")
}

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
    let uri = format!("http://{}/", listener.local_addr().expect("an address"));
    (listener, uri)
}

/// Reads the head of a request and nothing of its body.
async fn read_head(stream: &mut TcpStream) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.expect("a byte of the head"));
    }
}

/// Waits until the client has ended a connection.
async fn ended(mut stream: TcpStream) {
    let mut rest = vec![0; 1 << 16];
    while matches!(stream.read(&mut rest).await, Ok(1..)) {}
}

#[tokio::test]
async fn uploads_that_are_dropped_leave_no_connection_and_no_memory() {
    let (listener, uri) = listen().await;
    let (transport, alive, bytes) = (transport(), Arc::new(()), Bytes::from(vec![0; UPLOAD]));
    let mut connections = Vec::new();
    for _ in 0..200 {
        let call = tokio::spawn({
            let (transport, request) = (transport.clone(), upload(&uri, &bytes, &alive));
            async move { transport.send(request).await.map(drop) }
        });
        let (mut stream, _) = listener.accept().await.expect("a connection");
        read_head(&mut stream).await;
        call.abort();
        call.await.expect_err("it was dropped");
        connections.push(stream);
    }
    for stream in connections {
        ended(stream).await;
    }
    assert_eq!(Arc::strong_count(&alive), 1);
    assert!(bytes.is_unique(), "a body is still in memory");
}

#[tokio::test]
async fn an_upload_that_was_answered_early_does_not_go_on() {
    let (listener, uri) = listen().await;
    let (transport, alive, bytes) = (transport(), Arc::new(()), Bytes::from(vec![0; UPLOAD]));
    let server: JoinHandle<TcpStream> = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        read_head(&mut stream).await;
        write(&mut stream, EARLY).await;
        stream
    });
    let reply = exchange(&transport, upload(&uri, &bytes, &alive)).await.expect("a reply");
    assert_eq!(reply.status(), 413);
    let stream = server.await.expect("a connection");
    settle().await;
    tokio::time::pause();
    // More than a connection has to become ready.
    tokio::time::advance(Duration::from_millis(150)).await;
    settle().await;
    tokio::time::resume();
    assert_eq!(Arc::strong_count(&alive), 1);
    assert!(bytes.is_unique(), "the body is still in memory");
    ended(stream).await;
}

#[tokio::test]
async fn a_client_that_is_dropped_ends_its_connections() {
    let (listener, uri) = listen().await;
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        read_request(&mut stream).await.expect("a request");
        write(&mut stream, LENGTH).await;
        stream
    });
    let transport = transport();
    get(&transport, &uri).await.expect("a reply");
    drop(transport);
    ended(server.await.expect("a connection")).await;
}

#[tokio::test]
async fn a_connection_at_rest_is_closed_when_its_time_is_over() {
    for (settings, seconds) in [(transport(), 15), (transport().idle_time(Duration::from_secs(4)), 4)] {
        let (listener, uri) = listen().await;
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            read_request(&mut stream).await.expect("a request");
            write(&mut stream, LENGTH).await;
            stream
        });
        get(&settings, &uri).await.expect("a reply");
        let stream = server.await.expect("a connection");
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(seconds - 1)).await;
        settle().await;
        let still = stream.try_read(&mut [0]).expect_err("it is open");
        assert_eq!(still.kind(), std::io::ErrorKind::WouldBlock);
        tokio::time::advance(Duration::from_millis(1100)).await;
        ended(stream).await;
        tokio::time::resume();
    }
}

#[tokio::test]
async fn no_more_connections_are_kept_than_may_be() {
    let (listener, uri) = listen().await;
    let transport = transport().idle_connections(1);
    let (first, second) = (get(&transport, &uri), get(&transport, &uri));
    let server = tokio::spawn(async move {
        let (mut one, _) = listener.accept().await.expect("a connection");
        let (mut other, _) = listener.accept().await.expect("a connection");
        for stream in [&mut one, &mut other] {
            read_request(stream).await.expect("a request");
        }
        for stream in [&mut one, &mut other] {
            stream.write_all(LENGTH.as_bytes()).await.expect("a client");
        }
        // One of them is closed; the other one is not.
        tokio::select! {
            () = ended(one) => {}
            () = ended(other) => {}
        }
    });
    let (first, second) = tokio::join!(first, second);
    first.and(second).expect("replies");
    server.await.expect("a connection is closed");
}
