//! Servers that mean harm: the whole client over the default transport, against bytes on loopback.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use trueform_runtime::testing::ScriptedTransport;
use trueform_runtime::{Error, HyperTransport, Pipeline, ResponseChecks, RetryPolicy, TransportErrorKind};

use crate::client::{Client, JSON, SERVICE, builder, error, work};

/// A client of whatever `answer` does with the first connection, in a thread of its own.
fn against(answer: impl FnOnce(TcpStream) + Send + 'static) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port on loopback");
    let address: SocketAddr = listener.local_addr().expect("an address");
    thread::spawn(move || answer(listener.accept().expect("a connection").0));
    let transport = HyperTransport::new(Duration::from_secs(10));
    // On the clock of the system: no manual one can see what a socket is about to have. Nothing here waits for it but where
    // there is no end otherwise.
    let builder = Pipeline::builder(&SERVICE)
        .endpoint(format!("http://{address}"))
        .transport(transport)
        .retry(RetryPolicy::never());
    Client { pipeline: builder.build().expect("sound settings") }
}

/// Writes until the caller leaves, and waits for that.
fn pour(mut stream: TcpStream, bytes: &[u8], again: bool) {
    while stream.write_all(bytes).is_ok() && again {}
    let _ = stream.read_to_end(&mut Vec::new());
}

#[tokio::test]
async fn interim_replies_without_end_end_with_the_time_of_the_call() {
    let client = against(|mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        pour(stream, b"HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n", true);
    });
    let call = client.get_work("w").customize().deadline(Duration::from_millis(20));
    let error = call.await.unwrap_err();
    assert!(error.is_timeout() && error.status().is_none(), "{error}");
}

#[tokio::test]
async fn a_reply_before_the_request_is_not_its_answer() {
    let sound = work(0).to_string();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", sound.len());
    let client = against(move |stream| pour(stream, format!("{head}{sound}").as_bytes(), false));
    // Whether it comes early enough to be seen as such is a matter of luck; what an error says then is not.
    if let Err(error) = client.get_work("w").await {
        let Error::Transport(failure) = &error else { panic!("{error:?}") };
        assert_eq!(failure.kind(), TransportErrorKind::Reset, "{error}");
        assert!(error.to_string().contains("the connection to 127.0.0.1:"), "{error}");
    }
}

#[tokio::test]
async fn what_follows_a_reply_is_not_the_answer_to_the_next_request() {
    let sound = work(0).to_string();
    let length = sound.len();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n");
    let forged = sound.replace("DONE", "EVIL");
    let client = against(move |mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        pour(stream, format!("{head}{sound}{head}{forged}").as_bytes(), false);
    });
    assert_eq!(client.get_work("w").await.unwrap().status, "DONE");
    // At once, before anybody had time to look at what came.
    let next = client.get_work("w").await;
    assert!(!matches!(&next, Ok(reply) if reply.status == "EVIL"), "{next:?}");
}

#[tokio::test]
async fn a_head_that_comes_header_by_header_without_end_is_an_error() {
    let client = against(|mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        pour(stream, b"a: b\r\n", true);
    });
    let error = client.get_work("w").await.unwrap_err();
    assert!(matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::Protocol), "{error}");
}

#[tokio::test]
async fn trailers_without_end_are_an_error() {
    let client = against(|mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n");
        pour(stream, b"a: b\r\n", true);
    });
    let error = client.get_work("w").await.unwrap_err();
    assert!(matches!(&error, Error::Transport(failure) if failure.kind() == TransportErrorKind::Protocol), "{error}");
}

#[tokio::test]
async fn json_within_json_without_end_does_not_overflow_the_stack() {
    for body in ["[".repeat(1 << 18), "{\"a\":".repeat(1 << 18)] {
        for status in [200, 404, 418] {
            assert_eq!(error(status, &[JSON], &body).await.status().unwrap(), status);
        }
    }
}

#[tokio::test]
async fn keys_of_the_server_forge_no_line() {
    let body = r#"{"status": "D", "resources": [{"identifier": 1, "a\nb": 2}, {"identifier\n2026 all is well": {}}]}"#;
    let message = error(200, &[JSON], body).await.to_string();
    assert!(!message.contains('\n'), "{message}");
    let strict = ScriptedTransport::new().reply(200, &[JSON, ("x-left", "1\u{9}\u{9}2")], work(3).to_string());
    let pipeline = builder(&strict).response_checks(ResponseChecks::Strict).build().unwrap();
    let message = Client { pipeline }.get_work("w").await.unwrap_err().to_string();
    assert!(!message.contains(char::is_control) && message.contains(r#""1\t\t2""#), "{message}");
}
