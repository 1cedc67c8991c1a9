//! A transport that plays a script.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;

use super::fault::Fault;
use super::recorded_request::{RecordedRequest, record};
use super::scripted_body::{Piece, ScriptedBody};
use super::spoiled::{Outcome, spoil};
use crate::transport::{Body, BoxFuture, Transport, TransportError, TransportErrorKind};

/// A transport that answers with a script instead of a network: each request takes the next line of it.
///
/// Clones share the script and what was recorded, so that a test keeps one and gives the other to the client. A request
/// when the script is at its end is an error of kind [`TransportErrorKind::Other`] that says so.
///
/// ```
/// use trueform_runtime::testing::{Fault, ScriptedTransport};
///
/// let transport = ScriptedTransport::new()
///     .fault(Fault::ResetBeforeHeaders)
///     .json(200, &serde_json::json!({ "status": "SUCCEEDED" }))
///     .reply(404, &[("opc-request-id", "r-1")], "");
/// // … give `transport.clone()` to a client, call it, and then:
/// assert_eq!(transport.requests().len(), 0);
/// assert_eq!(transport.remaining(), 3);
/// ```
#[derive(Clone, Debug, Default)]
pub struct ScriptedTransport {
    play: Arc<Mutex<Play>>,
}

#[derive(Debug, Default)]
struct Play {
    lines: VecDeque<Result<Outcome, http::Error>>,
    requests: Vec<RecordedRequest>,
}

#[expect(
    clippy::return_self_not_must_use,
    reason = "a script can go on through any clone, whose return value nobody needs"
)]
impl ScriptedTransport {
    /// A transport with nothing to answer yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Then this reply comes, its body in one piece.
    ///
    /// A status or a header that HTTP does not allow is an error when the reply is due.
    pub fn reply(self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        self.then(reply(status, headers, Body::from(body.into())).map(Outcome::Reply))
    }

    /// Then this reply comes, with `content-type: application/json`.
    pub fn json(self, status: u16, body: &Value) -> Self {
        self.reply(status, &[("content-type", "application/json")], body.to_string())
    }

    /// Then this reply comes, its body in pieces, of which the last may be a fault. Its length is not known beforehand.
    pub fn reply_stream<P: Into<Piece>>(
        self,
        status: u16,
        headers: &[(&str, &str)],
        pieces: impl IntoIterator<Item = P>,
    ) -> Self {
        let pieces = pieces.into_iter().map(Into::into).collect();
        let body = Body::stream(ScriptedBody { pieces, announced: None });
        self.then(reply(status, headers, body).map(Outcome::Reply))
    }

    /// Then this goes wrong, with a reply of status 200, `content-type: application/json` and the body `{}`.
    pub fn fault(self, fault: Fault) -> Self {
        self.faulty(fault, 200, &[("content-type", "application/json")], "{}")
    }

    /// Then this goes wrong with this reply. A fault that comes before there is a reply, or puts something else in the
    /// place of a part of it, leaves nothing of that.
    ///
    /// ```
    /// use trueform_runtime::testing::{Fault, ScriptedTransport};
    ///
    /// let headers = [("content-type", "application/json"), ("opc-request-id", "r-1")];
    /// let transport = ScriptedTransport::new()
    ///     .faulty(Fault::CutBody { after: "{\"stat".into() }, 200, &headers, "")
    ///     .faulty(Fault::WrongContentType, 200, &headers, "{}");
    /// # assert_eq!(transport.remaining(), 2);
    /// ```
    pub fn faulty(self, fault: Fault, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        self.then(reply(status, headers, body.into()).map(|reply| spoil(fault, reply)))
    }

    /// What was asked so far, in order, also where the answer was a fault or the script was at its end.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.lock().requests.clone()
    }

    /// How many lines of the script are left.
    pub fn remaining(&self) -> usize {
        self.lock().lines.len()
    }

    fn then(self, line: Result<Outcome, http::Error>) -> Self {
        self.lock().lines.push_back(line);
        self
    }

    async fn answer(&self, request: Request<Body>) -> Result<Response<Body>, TransportError> {
        let recorded = record(request).await?;
        let (line, number) = {
            let mut play = self.lock();
            play.requests.push(recorded);
            (play.lines.pop_front(), play.requests.len())
        };
        match line {
            Some(Ok(outcome)) => outcome.come().await,
            Some(Err(error)) => {
                let message = format!("the scripted answer to request {number} is not HTTP: {error}");
                Err(TransportError::new(TransportErrorKind::Other, message))
            }
            None => {
                let message = format!("the script of the transport has no answer to request {number}");
                Err(TransportError::new(TransportErrorKind::Other, message))
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Play> {
        self.play.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for ScriptedTransport {
    fn send(&self, request: Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(self.answer(request))
    }
}

fn reply<T>(status: u16, headers: &[(&str, &str)], body: T) -> Result<Response<T>, http::Error> {
    let mut reply = Response::builder().status(status);
    for (name, value) in headers {
        reply = reply.header(*name, *value);
    }
    reply.body(body)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::transport::TransportErrorKind as Kind;

    fn get(target: &str) -> Request<Body> {
        Request::get(format!("https://example.com{target}")).body(Body::empty()).unwrap()
    }

    async fn read(body: &mut Body) -> Result<Vec<u8>, TransportError> {
        let mut bytes = Vec::new();
        while let Some(chunk) = body.next_chunk().await {
            bytes.extend_from_slice(&chunk?);
        }
        Ok(bytes)
    }

    #[tokio::test]
    async fn answers_in_order_and_remembers_what_was_asked() {
        let script = ScriptedTransport::new()
            .json(200, &json!({"b": 1, "a": 2}))
            .reply(404, &[("opc-request-id", "r-1"), ("set-cookie", "a"), ("set-cookie", "b")], "no")
            .reply_stream(200, &[], ["ab", "", "c"]);
        let transport = script.clone();

        let mut reply = transport.send(get("/a%2Fb?x=%20")).await.unwrap();
        assert_eq!(reply.headers()["content-type"], "application/json");
        assert_eq!(reply.body().remaining(), Some(13));
        assert_eq!(read(reply.body_mut()).await.unwrap(), br#"{"b":1,"a":2}"#);

        let post = Request::post("https://example.com").header("x", "y").body(Body::from("in"));
        let reply = transport.send(post.unwrap()).await.unwrap();
        assert_eq!((reply.status().as_u16(), reply.headers().len()), (404, 3));

        let mut reply = transport.send(get("/?")).await.unwrap();
        assert_eq!(reply.body().remaining(), None);
        assert_eq!(read(reply.body_mut()).await.unwrap(), b"abc");

        let requests = script.requests();
        let targets: Vec<&str> = requests.iter().map(RecordedRequest::target).collect();
        assert_eq!(targets, ["/a%2Fb?x=%20", "/", "/?"]);
        assert_eq!(requests[0].uri().host(), Some("example.com"));
        assert_eq!(requests[1].method(), "POST");
        assert_eq!(requests[1].header_text("X"), Some("y"));
        assert_eq!(requests[1].body(), "in");
        assert_eq!(script.remaining(), 0);
    }

    #[tokio::test]
    async fn a_script_at_its_end_or_not_http_says_so() {
        let script = ScriptedTransport::new().reply(99, &[], "").reply(200, &[("a b", "c")], "");
        for part in ["answer to request 1 is not HTTP", "request 2 is not", "no answer to request 3"] {
            let error = script.send(get("/")).await.unwrap_err();
            assert_eq!(error.kind(), Kind::Other);
            assert!(error.to_string().contains(part), "{error}");
        }
        assert_eq!(script.requests().len(), 3);
    }

    #[tokio::test]
    async fn faults_have_the_kinds_of_a_real_transport() {
        for (fault, kind) in [
            (Fault::Dns, Kind::Dns),
            (Fault::Resolver, Kind::Resolver),
            (Fault::Refused, Kind::Refused),
            (Fault::Tls, Kind::Tls),
            (Fault::ConnectTimeout, Kind::ConnectTimeout),
            (Fault::ResetBeforeHeaders, Kind::Reset),
            (Fault::WrongLength, Kind::Protocol),
        ] {
            let error = ScriptedTransport::new().fault(fault).send(get("/")).await.unwrap_err();
            assert_eq!(error.kind(), kind);
        }
        let script = ScriptedTransport::new().fault(Fault::ResetInBody { after: Bytes::from("abc") }).reply_stream(
            500,
            &[],
            [Piece::from("ab"), Piece::Malformed],
        );
        for kind in [Kind::Reset, Kind::Protocol] {
            let mut reply = script.send(get("/")).await.unwrap();
            assert_eq!(read(reply.body_mut()).await.unwrap_err().kind(), kind);
            assert!(reply.body_mut().next_chunk().await.is_none());
        }
    }
}
