//! The call as a careful person would write it for this one operation: with a time-out, a limit on the body, and the
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
use tokio::time::timeout;

use crate::work_request::WorkRequest;

pub(crate) type Outcome = Result<(Parts, WorkRequest), Box<dyn Error + Send + Sync>>;

const TIMEOUT: Duration = Duration::from_secs(60);
const LIMIT: usize = 16 * 1024 * 1024;
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

static CALLS: AtomicU64 = AtomicU64::new(0);

/// With the client that comes with hyper-util, which has a pool of connections.
pub(crate) struct Pooled {
    client: legacy::Client<HttpConnector, Empty<Bytes>>,
    base: String,
}

impl Pooled {
    pub(crate) fn new(base: &str) -> Self {
        Self { client: legacy::Client::builder(TokioExecutor::new()).build_http(), base: base.to_owned() }
    }

    pub(crate) async fn get_work_request(&self, id: &str, authorization: &str) -> Outcome {
        let request = request(&self.base, id, authorization)?;
        timeout(TIMEOUT, async { read(self.client.request(request).await?).await }).await?
    }
}

/// With one connection that nobody else uses.
pub(crate) struct Single {
    sender: SendRequest<Empty<Bytes>>,
    host: String,
}

impl Single {
    pub(crate) async fn new(host: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, host: host.to_owned() })
    }

    pub(crate) async fn get_work_request(&mut self, id: &str, authorization: &str) -> Outcome {
        let mut request = request("", id, authorization)?;
        request.headers_mut().insert(HOST, self.host.parse()?);
        let exchange = async {
            self.sender.ready().await?;
            read(self.sender.send_request(request).await?).await
        };
        timeout(TIMEOUT, exchange).await?
    }
}

fn request(base: &str, id: &str, authorization: &str) -> Result<Request<Empty<Bytes>>, Box<dyn Error + Send + Sync>> {
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let request = Request::get(format!("{base}/20180828/workRequests/{}", utf8_percent_encode(id, ENCODED)))
        .header(ACCEPT, "application/json")
        .header(USER_AGENT, "by-hand/0.1.0")
        .header("opc-client-info", "by-hand/0.1.0")
        .header("opc-request-id", format!("{call:032x}"))
        .header(AUTHORIZATION, authorization);
    Ok(request.body(Empty::new())?)
}

async fn read<B>(reply: Response<B>) -> Outcome
where
    B: Body<Error = hyper::Error>,
{
    let (head, body) = reply.into_parts();
    let body = Limited::new(body, LIMIT).collect().await?.to_bytes();
    if head.status != StatusCode::OK {
        return Err(format!("status {}", head.status).into());
    }
    let work = serde_json::from_slice(&body)?;
    Ok((head, work))
}
