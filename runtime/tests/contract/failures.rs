//! What goes wrong between client and server.

use std::error::Error as StdError;
use std::time::Duration;

use trueform_runtime::testing::{Fault, Piece, ScriptedTransport};
use trueform_runtime::{Bytes, Error, HyperTransport, StatusCode, TransportErrorKind};

use crate::client::{Client, GetWorkError, JSON, builder, client, work};

async fn failed(transport: &ScriptedTransport) -> Error<GetWorkError> {
    client(transport).get_work("w").await.expect_err("a failure")
}

fn kind(error: &Error<GetWorkError>) -> TransportErrorKind {
    match error {
        Error::Transport(failure) => failure.kind(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn faults_before_the_reply_have_their_kind_and_source() {
    for (fault, expected, retryable) in [
        (Fault::Dns, TransportErrorKind::Dns, true),
        (Fault::Resolver, TransportErrorKind::Resolver, true),
        (Fault::Refused, TransportErrorKind::Refused, true),
        (Fault::Tls, TransportErrorKind::Tls, false),
        (Fault::ConnectTimeout, TransportErrorKind::ConnectTimeout, true),
        (Fault::ResetBeforeHeaders, TransportErrorKind::Reset, true),
        (Fault::WrongLength, TransportErrorKind::Protocol, false),
    ] {
        let error = failed(&ScriptedTransport::new().fault(fault)).await;
        assert_eq!((kind(&error), error.is_retryable()), (expected, retryable));
        assert_eq!((error.status(), error.attempts()), (None, 1));
        assert_eq!(error.is_timeout(), expected == TransportErrorKind::ConnectTimeout);
        assert!(error.source().is_none(), "the message tells the whole fault: {error}");
        let Error::Transport(failure) = &error else { panic!("{error:?}") };
        assert_eq!(failure.sent_request_id(), Some("id-1"));
    }
}

/// And nothing has been sent, so that nobody is told the request's identifier.
#[tokio::test]
async fn a_proxy_that_cannot_be_used_is_for_a_person_to_mend() {
    let socks = |name: &str| (name == "HTTPS_PROXY").then(|| "socks5://user:s3cret@proxy.test".into());
    let transport = HyperTransport::new(Duration::from_secs(10)).proxies_of(socks);
    let builder = builder(&ScriptedTransport::new()).transport(transport).endpoint("https://service.test");
    let client = Client { pipeline: builder.build().unwrap() };
    let error = client.get_work("w").await.unwrap_err();
    assert_eq!((kind(&error), error.is_retryable(), error.is_timeout()), (TransportErrorKind::Proxy, false, false));
    assert_eq!(
        error.to_string(),
        "GetWork: the url of the proxy in HTTPS_PROXY is that of a SOCKS proxy, which is not spoken here: name one with \
         http:// or https://"
    );
    assert!(!format!("{error:?}").contains("s3cret"), "{error:?}");
}

#[tokio::test]
async fn a_stalled_head_ends_with_the_time_of_the_call() {
    let error = failed(&ScriptedTransport::new().fault(Fault::StalledHeaders)).await;
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!(
        error.to_string(),
        "GetWork: not done within 60s, the time that an attempt may take (sent with opc-request-id: id-1)"
    );
    let transport = ScriptedTransport::new().fault(Fault::StalledHeaders);
    let call = client(&transport).get_work("w").customize().deadline(Duration::from_secs(5));
    assert!(call.await.unwrap_err().to_string().contains("5s"));
}

#[tokio::test]
async fn a_stalled_body_ends_with_the_time_of_the_call_and_keeps_what_came() {
    let transport = ScriptedTransport::new().fault(Fault::StalledBody { after: Bytes::from_static(b"{\"st") });
    let error = failed(&transport).await;
    assert!(error.is_timeout());
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.raw_body().unwrap(), "{\"st".as_bytes());
}

#[tokio::test]
async fn a_broken_body_is_a_reset_with_the_head_kept() {
    let pieces = [Piece::from("{"), Piece::Reset];
    let transport = ScriptedTransport::new().reply_stream(404, &[JSON, ("opc-request-id", "s-1")], pieces);
    let error = failed(&transport).await;
    assert_eq!(kind(&error), TransportErrorKind::Reset);
    assert_eq!((error.status(), error.request_id()), (Some(StatusCode::NOT_FOUND), Some("s-1")));
    let message = error.to_string();
    assert!(message.starts_with("GetWork: 404 Not Found, but "), "{message}");
}

#[tokio::test]
async fn how_much_of_a_body_had_come_is_told() {
    let cut = || Fault::CutBody { after: Bytes::from_static(b"{\"st") };
    let transport = ScriptedTransport::new().fault(cut()).faulty(cut(), 200, &[JSON, ("content-length", "9")], "");
    for progress in ["4 bytes of its body", "4 of the 9 bytes of its body"] {
        let message = failed(&transport).await.to_string();
        assert!(message.ends_with(&format!("complete, after {progress}")), "{message}");
    }
}

#[tokio::test]
async fn an_interim_reply_in_the_place_of_a_final_one_breaks_the_protocol() {
    let transport = ScriptedTransport::new().reply(103, &[("link", "</a>")], "").fault(Fault::SwitchedProtocols);
    for status in [103, 101] {
        let error = failed(&transport).await;
        assert_eq!((kind(&error), error.is_retryable()), (TransportErrorKind::Protocol, false));
        assert_eq!(error.status().unwrap(), status, "{error}");
    }
}

#[tokio::test]
async fn no_fault_hangs_or_passes_for_the_reply_that_was_due() {
    for fault in Fault::all() {
        let script = ScriptedTransport::new().faulty(fault.clone(), 200, &[JSON], work(0).to_string());
        let outcome = client(&script).get_work("w").await;
        // The reply that was due is whole in these two.
        let whole = matches!(fault, Fault::WrongContentType | Fault::DuplicateHeaders);
        match outcome {
            Ok(reply) => assert!(whole && !reply.violations().is_empty(), "{fault:?}: {reply:?}"),
            Err(error) => assert!(!whole, "{fault:?}: {error}"),
        }
    }
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_not_buffered() {
    let megabyte = Bytes::from(vec![b'x'; 1 << 20]);
    let announced = ScriptedTransport::new().reply(200, &[JSON], vec![b'x'; 20 << 20]);
    let unannounced = ScriptedTransport::new().reply_stream(200, &[JSON], vec![megabyte; 20]);
    for (transport, kept) in [(announced, 0), (unannounced, 16 << 20)] {
        let error = failed(&transport).await;
        assert_eq!(kind(&error), TransportErrorKind::BodyTooLarge);
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert_eq!(error.raw_body().unwrap().len(), kept);
        assert!(!error.is_retryable());
        assert_eq!(
            error.to_string(),
            "GetWork: 200 OK, but its body is longer than 16777216 bytes, the limit of the client"
        );
    }
}

#[tokio::test]
async fn the_limit_itself_is_allowed() {
    for limit in [3, 4] {
        let transport = ScriptedTransport::new().reply_stream(200, &[JSON], ["no", "ne"]);
        let pipeline = builder(&transport).body_limit(limit).build().unwrap();
        let error = Client { pipeline }.get_work("w").await.unwrap_err();
        assert_eq!(matches!(error, Error::Undecodable(_)), limit == 4, "{error}");
    }
}
