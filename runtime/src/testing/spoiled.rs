//! Replies that go wrong.

use std::collections::VecDeque;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, Response, StatusCode};

use super::fault::Fault;
use super::scripted_body::{Piece, ScriptedBody};
use crate::transport::{Body, TransportError};

/// What comes of a request in the end.
#[derive(Debug)]
pub(super) enum Outcome {
    Reply(Response<Body>),
    Failure(TransportError),
    /// Nothing, ever.
    Silence,
}

impl Outcome {
    /// Has it come.
    pub(super) async fn come(self) -> Result<Response<Body>, TransportError> {
        match self {
            Self::Reply(reply) => Ok(reply),
            Self::Failure(error) => Err(error),
            Self::Silence => std::future::pending().await,
        }
    }
}

/// What gateways and login pages send.
const PAGE: &str = "<!DOCTYPE html>\n<html>\n<head><title>Not what you asked for</title></head>\n\
    <body><h1>Please wait</h1></body>\n</html>\n";

/// `{}`, in the format of gzip (RFC 1952).
const COMPRESSED: &[u8] =
    &[0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1, 2, 0, 0xFD, 0xFF, b'{', b'}', 0x43, 0xBF, 0xA6, 0xA3, 2, 0, 0, 0];

const TERABYTE: u64 = 1 << 40;

/// What comes of a reply that this goes wrong with.
pub(super) fn spoil(fault: Fault, reply: Response<Bytes>) -> Outcome {
    if let Some(error) = fault.error() {
        return Outcome::Failure(error);
    }
    let (mut head, sound) = reply.into_parts();
    let body = match fault {
        Fault::StalledHeaders => return Outcome::Silence,
        Fault::LengthTooShort { after } => Body::from(after),
        Fault::ResetInBody { after } => pieces(after, Piece::Reset),
        Fault::CutBody { after } => pieces(after, Piece::Cut),
        Fault::StalledBody { after } => pieces(after, Piece::Stall),
        Fault::MalformedBody { after } => pieces(after, Piece::Malformed),
        Fault::OversizedBody => {
            head.headers.insert(CONTENT_LENGTH, HeaderValue::from(TERABYTE));
            Body::stream(ScriptedBody { pieces: VecDeque::from([Piece::Stall]), announced: Some(TERABYTE) })
        }
        Fault::EndlessBody => pieces(Bytes::new(), Piece::Endless(Bytes::from(vec![b' '; 1 << 16]))),
        Fault::WrongContentType => {
            head.headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
            Body::from(sound)
        }
        Fault::BadGateway => {
            head.status = StatusCode::BAD_GATEWAY;
            head.headers = HeaderMap::new();
            page(&mut head.headers)
        }
        Fault::UnaskedGzip => {
            head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Body::from(COMPRESSED)
        }
        Fault::DuplicateHeaders => {
            duplicate(&mut head.headers);
            Body::from(sound)
        }
        Fault::SwitchedProtocols => {
            head.status = StatusCode::SWITCHING_PROTOCOLS;
            head.headers = HeaderMap::new();
            Body::empty()
        }
        Fault::Redirect => {
            head.status = StatusCode::TEMPORARY_REDIRECT;
            head.headers.insert(LOCATION, HeaderValue::from_static("https://elsewhere.invalid/"));
            Body::empty()
        }
        Fault::EmptyBody => Body::empty(),
        // All others are errors, and have been given back.
        _ => page(&mut head.headers),
    };
    Outcome::Reply(Response::from_parts(head, body))
}

fn pieces(before: Bytes, last: Piece) -> Body {
    Body::stream(ScriptedBody { pieces: VecDeque::from([Piece::Bytes(before), last]), announced: None })
}

fn page(headers: &mut HeaderMap) -> Body {
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
    Body::from(PAGE)
}

/// The second value of each header that is there already differs from the first.
fn duplicate(headers: &mut HeaderMap) {
    for (name, second) in [(CONTENT_TYPE, "text/html"), (ETAG, "another"), (RETRY_AFTER, "120")] {
        if headers.contains_key(&name) {
            headers.append(name, HeaderValue::from_static(second));
        }
    }
}
