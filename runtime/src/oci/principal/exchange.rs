//! The calls by which principals come by what they need.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{DATE, HOST};
use http::{HeaderMap, HeaderValue, Method, Request, StatusCode, Uri};
use jiff::fmt::rfc2822::DateTimeParser;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::auth::{CredentialsError, SigningKey, sign};
use crate::clock::Clock;
use crate::one_line::OneLine;
use crate::transport::{Body, Transport, TransportError, TransportErrorKind};

/// No certificate, key or token is longer, in bytes.
const LIMIT: usize = 1024 * 1024;

/// From so much on, the difference of two clocks makes a service refuse a signature.
const SKEW: Duration = Duration::from_secs(5 * 60);

/// How calls are made: through what, on which clock, how often, and how long each may take.
#[derive(Clone)]
pub(super) struct Exchange {
    pub(super) transport: Arc<dyn Transport>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) tries: u32,
    pub(super) timeout: Duration,
}

/// What is asked.
pub(super) struct Question {
    /// Who is asked, for errors: `the metadata service`.
    pub(super) whom: &'static str,
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// Who signs it, if it is signed.
    pub(super) key: Option<SigningKey>,
}

/// A reply that is a success.
pub(super) struct Answer {
    pub(super) body: Zeroizing<Vec<u8>>,
    /// What time it is for who replied.
    pub(super) date: Option<SystemTime>,
}

/// Why there is no such reply.
#[derive(Debug)]
pub(super) struct NoAnswer {
    /// The status of the reply, if one came.
    pub(super) status: Option<StatusCode>,
    pub(super) error: CredentialsError,
}

impl Exchange {
    /// Asks, and asks again after a second, two, four, where what went wrong may pass.
    pub(super) async fn ask(&self, question: &Question) -> Result<Answer, NoAnswer> {
        let mut delay = Duration::from_secs(1);
        let mut number = 1;
        loop {
            match self.ask_once(question).await {
                Err(failed) if failed.error.may_pass() && number < self.tries => {
                    self.clock.sleep(delay).await;
                    delay = delay.saturating_mul(2);
                    number += 1;
                }
                outcome => return outcome,
            }
        }
    }

    async fn ask_once(&self, question: &Question) -> Result<Answer, NoAnswer> {
        let Some(outcome) = self.in_time(self.exchange(question)).await else {
            let message = format!("{question} did not reply within {:?}", self.timeout);
            return Err(NoAnswer { status: None, error: CredentialsError::new(message).passing() });
        };
        outcome
    }

    async fn exchange(&self, question: &Question) -> Result<Answer, NoAnswer> {
        let silent = |error| NoAnswer { status: None, error };
        let mut request = Request::new(question.body.clone());
        *request.method_mut() = question.method.clone();
        *request.uri_mut() = question.uri.clone();
        *request.headers_mut() = question.headers.clone();
        if let Some(host) = question.uri.authority().and_then(|host| HeaderValue::try_from(host.as_str()).ok()) {
            request.headers_mut().insert(HOST, host);
        }
        if let Some(key) = &question.key {
            sign(&mut request, key, self.clock.now()).await.map_err(silent)?;
        }
        let broken = |error: TransportError| {
            let message = format!("{question} cannot be reached: {error}");
            let may_pass = may_pass(error.kind());
            let error = CredentialsError::new(message).with_source(error);
            silent(if may_pass { error.passing() } else { error })
        };
        let reply = self.transport.send(request.map(Body::from)).await.map_err(broken)?;
        let (parts, mut body) = reply.into_parts();
        // With room for the usual reply: what grows is moved, and left behind where it was.
        let mut bytes = Zeroizing::new(Vec::with_capacity(16 * 1024));
        while let Some(chunk) = body.next_chunk().await {
            let chunk = chunk.map_err(broken)?;
            if chunk.len() > LIMIT - bytes.len() {
                let message = format!("the reply of {question} is longer than {LIMIT} bytes");
                return Err(NoAnswer { status: Some(parts.status), error: CredentialsError::new(message) });
            }
            bytes.extend_from_slice(&chunk);
        }
        let date = date(&parts.headers);
        if parts.status.is_success() {
            return Ok(Answer { body: bytes, date });
        }
        let said = Said { question, status: parts.status, headers: &parts.headers, body: &bytes };
        let mut message = said.to_string();
        if let (StatusCode::UNAUTHORIZED, Some(date)) = (parts.status, date) {
            message.push_str(&skew(date, self.clock.now()));
        }
        let error = CredentialsError::new(message);
        let may_pass = parts.status.is_server_error() || matches!(parts.status.as_u16(), 408 | 429);
        Err(NoAnswer { status: Some(parts.status), error: if may_pass { error.passing() } else { error } })
    }

    /// What comes of work that is done before the time is over.
    async fn in_time<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut over = self.clock.sleep(self.timeout);
        let mut work = pin!(work);
        poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => over.as_mut().poll(context).map(|()| None),
        })
        .await
    }
}

/// Whether a failure is worth another try: one of the network is, one of trust or of form is not.
fn may_pass(kind: TransportErrorKind) -> bool {
    use TransportErrorKind::{ConnectTimeout, Dns, Refused, Reset, Timeout};
    matches!(kind, ConnectTimeout | Dns | Refused | Reset | Timeout)
}

/// RFC 9110, section 6.6.1.
fn date(headers: &HeaderMap) -> Option<SystemTime> {
    let text = headers.get(DATE)?.to_str().ok()?;
    let date = DateTimeParser::new().parse_timestamp(text).ok()?;
    u64::try_from(date.as_second()).ok().map(|seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

/// What is to be said where clocks differ.
fn skew(theirs: SystemTime, ours: SystemTime) -> String {
    let difference = theirs.duration_since(ours).unwrap_or_else(|error| error.duration());
    if difference < SKEW {
        return String::new();
    }
    let seconds = difference.as_secs();
    format!("; the clock of this machine differs by {seconds} s from that of the service, set it right")
}

/// The one who is asked, and where.
impl fmt::Display for Question {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.whom, self.uri)
    }
}

/// What a reply says that is no success: its code and message, and nothing else of its body.
struct Said<'a> {
    question: &'a Question,
    status: StatusCode,
    headers: &'a HeaderMap,
    body: &'a [u8],
}

impl fmt::Display for Said<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} replied {}", self.question, self.status)?;
        let body: Option<Value> = serde_json::from_slice(self.body).ok();
        for name in ["code", "message"] {
            if let Some(text) = body.as_ref().and_then(|body| body.get(name)?.as_str()) {
                let text: String = text.chars().take(200).collect();
                write!(formatter, ", {}", OneLine(&text))?;
            }
        }
        if let Some(id) = self.headers.get("opc-request-id").and_then(|id| id.to_str().ok()) {
            write!(formatter, " (opc-request-id: {})", OneLine(id))?;
        }
        Ok(())
    }
}
