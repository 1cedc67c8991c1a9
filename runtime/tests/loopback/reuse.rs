//! When a connection serves more than one request, and when a request is sent again.

use std::io::{Read, Write};

use http::Request;
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use trueform_runtime::TransportErrorKind as Kind;
use trueform_runtime::{Body, Transport};

use crate::server::{Server, read_request};
use crate::{get, transport};

const LENGTH: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
const CHUNKS: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
const EMPTY: &str = "HTTP/1.1 204 No Content\r\n\r\n";
const CLOSE: &str = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok";

/// Lets everything that has come over loopback be seen.
pub async fn settle() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_connection_is_kept_after_each_kind_of_end() {
    let server = Server::start(&[&[LENGTH, CHUNKS, EMPTY, LENGTH]]).await;
    let transport = transport();
    for _ in 0..4 {
        get(&transport.clone(), &server.uri("/")).await.unwrap();
    }
    let connections: Vec<usize> = server.heard().await.iter().map(|heard| heard.connection).collect();
    assert_eq!(connections, [0, 0, 0, 0]);
}

#[tokio::test]
async fn a_connection_that_the_server_closed_is_replaced() {
    for answer in [CLOSE, LENGTH] {
        let server = Server::start(&[&[answer], &[answer]]).await;
        let transport = transport();
        get(&transport, &server.uri("/1")).await.unwrap();
        settle().await;
        get(&transport, &server.uri("/2")).await.unwrap();
        let connections: Vec<usize> = server.heard().await.iter().map(|heard| heard.connection).collect();
        assert_eq!(connections, [0, 1]);
    }
}

#[tokio::test]
async fn a_request_that_the_server_may_have_seen_is_not_sent_again() {
    let server = Server::start(&[&[LENGTH, ""]]).await;
    let transport = transport();
    get(&transport, &server.uri("/1")).await.unwrap();
    let error = get(&transport, &server.uri("/2")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Reset);
    assert_eq!(server.heard().await.len(), 2);
}

#[tokio::test]
async fn a_reply_that_is_dropped_takes_its_connection_along() {
    let unfinished = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nab";
    let server = Server::start(&[&[unfinished, LENGTH], &[LENGTH]]).await;
    let transport = transport();
    let request = Request::get(server.uri("/")).body(Body::empty()).unwrap();
    drop(transport.send(request).await.unwrap());
    get(&transport, &server.uri("/")).await.unwrap();
    let connections: Vec<usize> = server.heard().await.iter().map(|heard| heard.connection).collect();
    assert_eq!(connections, [0, 1]);
}

#[tokio::test]
async fn dropping_the_future_stops_the_exchange() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let uri = format!("http://{}/", listener.local_addr().unwrap());
    let call = tokio::spawn(async move { get(&transport(), &uri).await.map(drop) });
    let (mut stream, _) = listener.accept().await.unwrap();
    read_request(&mut stream).await.unwrap();
    call.abort();
    assert_eq!(stream.read(&mut [0]).await.unwrap(), 0, "the client has left");
}

/// As for a program that enters its runtime for one call at a time: nobody was there to see the server close.
#[test]
fn a_connection_that_was_closed_while_the_runtime_stood_still_is_replaced() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let uri = format!("http://{}/", listener.local_addr().unwrap());
    let (close, may_close) = std::sync::mpsc::channel();
    let (sender, closed) = std::sync::mpsc::channel();
    let server = std::thread::spawn(move || {
        for connection in 0..2 {
            let (mut stream, _) = listener.accept().unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                head.push(byte[0]);
            }
            stream.write_all(LENGTH.as_bytes()).unwrap();
            may_close.recv().unwrap();
            drop(stream);
            sender.send(connection).unwrap();
        }
    });
    let transport = transport();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for connection in 0..2 {
        runtime.block_on(get(&transport, &uri)).unwrap();
        close.send(()).unwrap();
        assert_eq!(closed.recv().unwrap(), connection);
    }
    server.join().unwrap();
}
