//! What is sent, and what becomes of replies that are as they should be.

use bytes::Bytes;
use http::Request;
use http_body::{Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use trueform_runtime::{Body, Transport};

use crate::server::Server;
use crate::{exchange, get, transport};

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

#[tokio::test]
async fn sends_the_target_byte_for_byte_and_nothing_unasked() {
    for target in ["/a%2Fb/%252e%252e?x=%20", "/a/../b/./c//d", "/?", "/x?a=b&&c=%zz+'", "/~:@!$&'()*,;="] {
        let server = Server::start(&[&[OK]]).await;
        let request = Request::get(server.uri(target)).header("x-first", "1").header("accept", "a/b");
        let reply = exchange(&transport(), request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!((reply.status().as_u16(), reply.body().as_slice()), (200, &b"ok"[..]));
        let port = server.port;
        assert_eq!(
            server.heard_once().await,
            format!("GET {target} HTTP/1.1\r\nx-first: 1\r\naccept: a/b\r\nhost: 127.0.0.1:{port}\r\n\r\n"),
        );
    }
}

#[tokio::test]
async fn a_uri_without_a_path_is_the_root_and_a_host_that_is_set_stays() {
    let server = Server::start(&[&[OK]]).await;
    let request = Request::get(server.uri("")).header("host", "api.example.com");
    exchange(&transport(), request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(server.heard_once().await, "GET / HTTP/1.1\r\nhost: api.example.com\r\n\r\n");
}

#[tokio::test]
async fn a_body_comes_with_its_length_or_in_chunks() {
    for (method, body, end) in [
        ("POST", Body::from("hello"), "\r\ncontent-length: 5\r\n\r\nhello"),
        ("POST", Body::empty(), "\r\ncontent-length: 0\r\n\r\n"),
        ("PUT", Body::from(b"a\0b".to_vec()), "\r\ncontent-length: 3\r\n\r\na\0b"),
        ("POST", Body::stream(Pieces(2)), "\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\nabc\r\n0\r\n\r\n"),
    ] {
        let server = Server::start(&[&[OK]]).await;
        let request = Request::builder().method(method).uri(server.uri("/")).body(body).unwrap();
        exchange(&transport(), request).await.unwrap();
        let heard = server.heard_once().await;
        assert!(heard.ends_with(end), "{heard:?}");
    }
    let server = Server::start(&[&[OK]]).await;
    let request = Request::delete(server.uri("/")).body(Body::empty()).unwrap();
    exchange(&transport(), request).await.unwrap();
    assert!(!server.heard_once().await.contains("content-length"));
}

#[tokio::test]
async fn interim_replies_are_passed_over() {
    let server = Server::start(&[&[
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok",
    ]])
    .await;
    let reply = get(&transport(), &server.uri("/")).await.unwrap();
    assert_eq!((reply.status().as_u16(), reply.body().as_slice()), (200, &b"ok"[..]));
    assert!(!reply.headers().contains_key("link"));
}

#[tokio::test]
async fn a_redirect_is_a_reply() {
    let server = Server::start(&[&["HTTP/1.1 302 Found\r\nlocation: /b\r\ncontent-length: 0\r\n\r\n"]]).await;
    let reply = get(&transport(), &server.uri("/a")).await.unwrap();
    assert_eq!((reply.status().as_u16(), &reply.headers()["location"]), (302, &"/b".parse().unwrap()));
    assert!(server.heard_once().await.starts_with("GET /a "));
}

#[tokio::test]
async fn bodies_end_with_their_chunks_or_their_length_or_the_connection() {
    for (answer, length) in [
        ("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n", None),
        ("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nabcdef", Some(6)),
        ("HTTP/1.1 200 OK\r\n\r\nabcdef", None),
        ("HTTP/1.0 200 OK\r\n\r\nabcdef", None),
    ] {
        let server = Server::start(&[&[answer]]).await;
        let request = Request::get(server.uri("/")).body(Body::empty()).unwrap();
        let mut reply = transport().send(request).await.unwrap();
        assert_eq!(reply.body().remaining(), length, "{answer:?}");
        let mut body = Vec::new();
        while let Some(chunk) = reply.body_mut().next_chunk().await {
            body.extend_from_slice(&chunk.unwrap());
        }
        assert_eq!(body, b"abcdef", "{answer:?}");
    }
}

#[tokio::test]
async fn nothing_is_decompressed() {
    let server = Server::start(&[&["HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc"]]).await;
    let reply = get(&transport(), &server.uri("/")).await.unwrap();
    assert_eq!(
        (reply.body().as_slice(), &reply.headers()["content-encoding"]),
        (&b"abc"[..], &"gzip".parse().unwrap())
    );
}

/// As many pieces as this says; nobody knows how many before.
struct Pieces(u8);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let Some(rest) = self.0.checked_sub(1) else {
            return Poll::Ready(None);
        };
        self.0 = rest;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"abc")))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::default()
    }
}
