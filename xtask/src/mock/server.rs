//! The mocked service on a socket.

use std::convert::Infallible;
use std::fmt;
use std::future::{Future, poll_fn};
use std::io::{self, Write};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::{AbortHandle, JoinHandle, JoinSet};
use trueform::api::Api;

use super::connection;
use super::misbehaviour::{self, Step};
use super::reply::Reply;
use super::request::RecordedRequest;
use super::service::{Options, Service};
use crate::fault::Fault;

/// Bodies of requests are read up to this size, in bytes.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// A mocked service that listens. It stops when it is dropped.
pub struct Mock {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: AbortHandle,
}

struct Shared {
    service: Mutex<Service>,
    requests: Mutex<Vec<RecordedRequest>>,
    announce: bool,
    fault: Option<Fault>,
}

/// What is to happen on a connection in place of a reply.
type Instead = Mutex<Option<Vec<Step>>>;

impl Mock {
    /// Begins to listen. Must be called within a tokio runtime, and serves as long as that runs.
    ///
    /// # Errors
    ///
    /// Where the address is not on loopback, or is taken.
    pub async fn start(api: Api, options: Options) -> io::Result<Self> {
        if !options.address.ip().is_loopback() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not an address of the loopback interface"));
        }
        let shared = Arc::new(Shared {
            service: Mutex::new(Service::new(api, options.anonymous, options.clock)),
            requests: Mutex::new(Vec::new()),
            announce: options.announce,
            fault: options.fault,
        });
        let (address, accepting) = if options.fault == Some(Fault::Refused) {
            refuse(options.address)?
        } else {
            let listener = TcpListener::bind(options.address).await?;
            (listener.local_addr()?, tokio::spawn(accept(listener, Arc::clone(&shared))))
        };
        Ok(Self { address, shared, accepting: accepting.abort_handle() })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The same as a base URL, for example `http://127.0.0.1:8080`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// All requests that came, in their order.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        lock(&self.shared.requests).clone()
    }

    /// Whether the document has work requests, so that the ids of [`life`](super::life) exist.
    pub fn has_work_requests(&self) -> bool {
        lock(&self.shared.service).has_work_requests()
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Mock").field("address", &self.address).finish_non_exhaustive()
    }
}

/// A thread that panicked while it held the lock has failed its own test already.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the address until it is aborted. One that is taken, and not listened on, refuses connections.
fn refuse(address: SocketAddr) -> io::Result<(SocketAddr, JoinHandle<()>)> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.bind(address)?;
    let address = socket.local_addr()?;
    let refusing = tokio::spawn(async move {
        std::future::pending::<()>().await;
        drop(socket);
    });
    Ok((address, refusing))
}

/// Accepts connections until it is aborted; their tasks end with it.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        // A connection that is gone before it is accepted concerns nobody.
        if let Ok((stream, _)) = listener.accept().await {
            connections.spawn(serve(stream, Arc::clone(&shared)));
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let instead = Arc::new(Instead::default());
    let service = service_fn(|request| answer(Arc::clone(&shared), Arc::clone(&instead), request));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let misbehaving = poll_fn(|context| {
        // A caller that breaks the connection, or sends what is no HTTP, learns that from hyper.
        let ended = Pin::new(&mut connection).poll(context).is_ready();
        match lock(&instead).take() {
            Some(steps) => Poll::Ready(Some(steps)),
            None if ended => Poll::Ready(None),
            None => Poll::Pending,
        }
    });
    if let Some(steps) = misbehaving.await {
        connection::play(connection.into_parts().io.into_inner(), steps).await;
    }
}

async fn answer(
    shared: Arc<Shared>,
    instead: Arc<Instead>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let recorded = RecordedRequest {
        method: head.method.to_string(),
        target: head.uri.path_and_query().map_or_else(|| head.uri.to_string(), ToString::to_string),
        headers: head
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect(),
    };
    lock(&shared.requests).push(recorded.clone());
    let body = Limited::new(body, BODY_LIMIT).collect().await;
    let length = body.ok().map(|body| body.to_bytes().len());
    let reply = lock(&shared.service).answer(&recorded, length);
    let fault = shared.fault.or(reply.fault);
    if shared.announce {
        let outcome = fault.map_or_else(|| reply.status.to_string(), Fault::name);
        // Nobody may be reading.
        let _ = writeln!(io::stdout(), "{} {} → {outcome}", recorded.method, recorded.target);
    }
    let Some(fault) = fault else {
        return Ok(response(reply));
    };
    *lock(&instead) = Some(misbehaviour::steps(fault, &reply));
    // The connection is taken out of hyper's hands before this could be ready.
    std::future::pending().await
}

fn response(reply: Reply) -> Response<Full<Bytes>> {
    let mut response = Response::builder().status(reply.status);
    for (name, value) in reply.headers {
        response = response.header(name, value);
    }
    let body = match reply.body {
        Some(body) => {
            response = response.header("content-type", "application/json");
            Bytes::from(body.to_string())
        }
        None => Bytes::new(),
    };
    response.body(Full::new(body)).expect("the mock makes only valid statuses and header values")
}
