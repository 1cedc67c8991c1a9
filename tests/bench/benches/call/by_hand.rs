//! The call as a careful person would write it for this one operation: with time-outs, retries, a limit on the body, and the
//! identifier of the request, but with no check of what it sends or receives.

use std::error::Error;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::body::Body;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{ACCEPT, AUTHORIZATION, HOST, USER_AGENT};
use hyper::http::response::Parts;
use hyper::{Request, Response, StatusCode};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout_at};

use crate::signature_by_hand::{Key, authorize};
use crate::work_request::WorkRequest;

type Failure = Box<dyn Error + Send + Sync>;
pub(crate) type Outcome = Result<(Parts, WorkRequest), Failure>;

const TIMEOUT: Duration = Duration::from_secs(60);
const DEADLINE: Duration = Duration::from_secs(600);
const ATTEMPTS: u32 = 8;
const LIMIT: usize = 16 * 1024 * 1024;
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

static CALLS: AtomicU64 = AtomicU64::new(0);

/// What authorises a call.
#[derive(Clone, Copy)]
pub(crate) enum Authorization<'a> {
    Fixed(&'a str),
    Signature(&'a Key),
}

/// With the client that comes with hyper-util, which has a pool of connections.
pub(crate) struct Pooled {
    client: legacy::Client<HttpConnector, Empty<Bytes>>,
    host: String,
}

impl Pooled {
    pub(crate) fn new(host: &str) -> Self {
        Self { client: legacy::Client::builder(TokioExecutor::new()).build_http(), host: host.to_owned() }
    }

    pub(crate) async fn get_work_request(&self, id: &str, authorization: Authorization<'_>) -> Outcome {
        let base = format!("http://{}", self.host);
        retried(async || {
            let request = request(&base, &self.host, id, authorization)?;
            read(self.client.request(request).await?).await
        })
        .await
    }
}

/// With one connection that nobody else uses.
pub(crate) struct Single {
    sender: SendRequest<Empty<Bytes>>,
    host: String,
}

impl Single {
    pub(crate) async fn new(host: &str) -> Result<Self, Failure> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, host: host.to_owned() })
    }

    pub(crate) async fn get_work_request(&mut self, id: &str, authorization: Authorization<'_>) -> Outcome {
        let Self { sender, host } = self;
        retried(async || {
            let request = request("", host, id, authorization)?;
            sender.ready().await?;
            read(sender.send_request(request).await?).await
        })
        .await
    }
}

/// What came of one attempt.
type Attempted = Result<(Parts, Bytes), Failure>;

async fn retried(mut attempt: impl AsyncFnMut() -> Attempted) -> Outcome {
    let deadline = Instant::now() + DEADLINE;
    let mut made = 0;
    loop {
        made += 1;
        let outcome = timeout_at(deadline.min(Instant::now() + TIMEOUT), attempt()).await;
        let outcome = outcome.unwrap_or_else(|late| Err(late.into()));
        let is_last = made == ATTEMPTS;
        match outcome {
            Ok((head, body)) if head.status == StatusCode::OK => {
                let work = serde_json::from_slice(&body)?;
                return Ok((head, work));
            }
            Ok((head, _)) if is_last || !may_pass(head.status) => return Err(format!("status {}", head.status).into()),
            Err(error) if is_last => return Err(error),
            _ => {}
        }
        let delay = Duration::from_secs(1 << made.min(5));
        if Instant::now() + delay > deadline {
            return Err("no time is left".into());
        }
        sleep(delay).await;
    }
}

fn may_pass(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502..=599)
}

fn request(
    base: &str,
    host: &str,
    id: &str,
    authorization: Authorization<'_>,
) -> Result<Request<Empty<Bytes>>, Failure> {
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let target = format!("/20180828/workRequests/{}", utf8_percent_encode(id, ENCODED));
    let mut request = Request::get(format!("{base}{target}"))
        .header(HOST, host)
        .header(ACCEPT, "application/json")
        .header(USER_AGENT, "by-hand/0.1.0")
        .header("opc-client-info", "by-hand/0.1.0")
        .header("opc-request-id", format!("{call:032x}"))
        .body(Empty::new())?;
    match authorization {
        Authorization::Fixed(value) => {
            request.headers_mut().insert(AUTHORIZATION, value.parse()?);
        }
        Authorization::Signature(key) => {
            authorize(request.headers_mut(), ["get", &target, host], |message| key.sign(message))?;
        }
    }
    Ok(request)
}

async fn read<B>(reply: Response<B>) -> Attempted
where
    B: Body<Error = hyper::Error>,
{
    let (head, body) = reply.into_parts();
    let body = Limited::new(body, LIMIT).collect().await?.to_bytes();
    Ok((head, body))
}
