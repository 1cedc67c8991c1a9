//! The transport that comes with the runtime.

use std::ffi::OsString;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body::{Body as _, Frame, SizeHint};
use hyper::body::Incoming;
use tokio::runtime::Handle;
use tokio_rustls::rustls::ClientConfig;

use super::connection::Connection;
use super::origin::Origin;
use super::pool::{IdleLimits, Key, Pool};
use super::proxies::Proxies;
use super::proxy::Proxy;
use super::route::Route;
use super::tls::Trust;
use super::wire::prepare;
use super::{Body, BoxFuture, Transport, TransportError, TransportErrorKind, connect, diagnosis, tunnel};

/// HTTP/1.1 over TCP and TLS, by hyper and rustls.
///
/// - The target is sent byte for byte as the uri has it. Nothing is added but `host`, where it is missing, and the length
///   of the body: no `user-agent`, no `accept-encoding`. Redirects are replies like any other.
/// - Proxies are those of the environment, read once when the transport is made: `HTTPS_PROXY`, `HTTP_PROXY`, and
///   `ALL_PROXY` where the scheme's own is missing, each but for the servers in `NO_PROXY` (names with all below them,
///   addresses, networks such as `10.0.0.0/8`, `*`, each with a port or without). Lower case will do too; the upper case
///   goes first, except that `HTTP_PROXY` is not read in a CGI program. A proxy is an url such as
///   `http://user:password@proxy.example:3128`, of scheme `http` or `https`, with their ports (80, 443) where none is
///   stated; SOCKS is not spoken. Servers on loopback (`localhost`, `127.0.0.0/8`, `[::1]`) are never reached through a
///   proxy, whatever is set.
/// - To an `https` server a proxy opens a tunnel (`CONNECT`), through which it sees nothing of requests. A request to plain
///   http is read by the proxy, and has the whole uri as its target there; the path is the same, byte for byte.
/// - A request is sent a second time in one case only: a connection that had been used before turned out closed, and hyper
///   gave the request back because it had not begun to write it. The server cannot have seen a byte of it then, so that
///   this is safe for every method. Whatever else fails is for the caller to judge.
/// - Connections are kept for the next request, each for at most 15 seconds and then closed, 32 for each server and proxy:
///   see [`idle_time`](Self::idle_time) and [`idle_connections`](Self::idle_connections). Clones share them. They end with
///   the last clone; that of a call ends with the call when that is dropped before its reply is read.
/// - A request that waits for a new connection takes one that becomes free before; the new one is kept for the next request.
/// - Root certificates are read from the system (on Unix, `SSL_CERT_FILE` and `SSL_CERT_DIR` go before it) at the first
///   request to an `https` server or proxy; a client that speaks to `http` alone never reads them. TLS 1.2 and 1.3 are spoken.
///
/// It must be used within a Tokio runtime that has an I/O driver and a time driver, as that of `#[tokio::main]` and those
/// built with `enable_all` have. Tokio offers no way to ask for the drivers and panics where one is missing; outside of
/// any runtime [`send`](Transport::send) is an error.
#[derive(Clone)]
pub struct HyperTransport {
    connect_timeout: Duration,
    trust: Trust,
    proxies: Arc<Proxies>,
    pool: Arc<Pool>,
}

impl HyperTransport {
    /// A transport that trusts the root certificates of the system, and goes through the proxies of the environment.
    ///
    /// `connect_timeout` bounds resolving the name, opening the connection, a proxy's opening a tunnel, and the TLS
    /// handshake together.
    ///
    /// An url of a proxy that cannot be used is the error of those requests that would have gone through it, of kind
    /// [`TransportErrorKind::Proxy`].
    pub fn new(connect_timeout: Duration) -> Self {
        let proxies = Arc::new(Proxies::of_environment(|name| std::env::var_os(name)));
        Self { connect_timeout, trust: Trust::system(), proxies, pool: Arc::default() }
    }

    /// Goes through no proxy, whatever the environment says.
    #[must_use]
    pub fn without_proxy(self) -> Self {
        self.going_through(Proxies::default())
    }

    /// Goes through this proxy to every server that is not on loopback, whatever the environment says; `NO_PROXY` counts no
    /// more. The user information of the url becomes `proxy-authorization: Basic`, which the server does not see.
    ///
    /// # Errors
    ///
    /// [`TransportErrorKind::Proxy`] when it is no url, or the proxy one that is not spoken to here, such as SOCKS.
    pub fn proxy(self, url: &str) -> Result<Self, TransportError> {
        let proxy = Proxy::parse(url)
            .map_err(|error| TransportError::new(TransportErrorKind::Proxy, format!("the url of the proxy {error}")))?;
        Ok(self.going_through(Proxies::all(proxy)))
    }

    /// Goes through the proxies of this environment instead of that of the process. `lookup` is asked here, and not later,
    /// for the variables that the documentation of the type names, and for `REQUEST_METHOD`, which tells a CGI program.
    #[must_use]
    pub fn proxies_of(self, lookup: impl Fn(&str) -> Option<OsString>) -> Self {
        self.going_through(Proxies::of_environment(lookup))
    }

    /// Trusts the certificates of a PEM text instead of those of the system, for example the root of a company, or the
    /// certificate of a test server.
    ///
    /// # Errors
    ///
    /// [`TransportErrorKind::Tls`] when there is no certificate in the text, or one that cannot be read.
    pub fn root_certificates(self, pem: &[u8]) -> Result<Self, TransportError> {
        Ok(self.trusting(Trust::certificates(pem)?))
    }

    /// Trusts the certificates of a PEM text beside those that are trusted already: those of the system, unless
    /// [`root_certificates`](Self::root_certificates) replaced them. A system that has none is then no error.
    ///
    /// # Errors
    ///
    /// [`TransportErrorKind::Tls`] when there is no certificate in the text, or one that cannot be read, and after
    /// [`tls`](Self::tls), whose configuration cannot be added to.
    pub fn extra_root_certificates(self, pem: &[u8]) -> Result<Self, TransportError> {
        let trust = self.trust.with_certificates(pem)?;
        Ok(self.trusting(trust))
    }

    /// Uses a configuration of TLS as it is, for example one with a client certificate. Only its protocols for ALPN are
    /// replaced by `http/1.1`, which is all that this transport speaks.
    #[must_use]
    pub fn tls(self, configuration: ClientConfig) -> Self {
        self.trusting(Trust::given(configuration))
    }

    /// Closes connections that have waited for the next request for so long: 15 seconds unless stated. Less than what the
    /// servers, and the balancers before them, wait is right; a request that crosses their close may be lost.
    #[must_use]
    pub fn idle_time(self, time: Duration) -> Self {
        let limits = IdleLimits { time, ..self.pool.limits() };
        Self { pool: Pool::new(limits), ..self }
    }

    /// Keeps at most so many connections to a server, or through a proxy to it, for the next requests: 32 unless stated. With 0
    /// each request has a connection of its own.
    #[must_use]
    pub fn idle_connections(self, connections: usize) -> Self {
        let limits = IdleLimits { connections, ..self.pool.limits() };
        Self { pool: Pool::new(limits), ..self }
    }

    /// Connections opened under another trust must not be used any more.
    fn trusting(self, trust: Trust) -> Self {
        Self { trust, pool: Pool::new(self.pool.limits()), ..self }
    }

    fn going_through(self, proxies: Proxies) -> Self {
        Self { proxies: Arc::new(proxies), ..self }
    }

    async fn exchange(&self, mut request: Request<Body>) -> Result<Response<Body>, TransportError> {
        let runtime = Handle::try_current().map_err(|error| {
            let message = "the request was made outside of a Tokio runtime, which HTTP needs here";
            TransportError::new(TransportErrorKind::Other, message).with_source(error)
        })?;
        let origin = Origin::of(request.uri())?;
        let route = Route { proxy: self.proxies.of(&origin)?, origin };
        prepare(&mut request, &route)?;
        let key = (route, runtime.id());
        loop {
            let (mut connection, used) = match self.pool.take(&key).await {
                Some(connection) => (connection, true),
                None => self.pool.take_or_open(&key, self.connect(key.0.clone())).await?,
            };
            let mut failure = match connection.sender().try_send_request(request).await {
                Ok(reply) => {
                    refuse_unless_carried(&key.0, &reply)?;
                    let pool = Arc::clone(&self.pool);
                    return Ok(reply.map(|body| ReplyBody::body(body, connection, key, pool)));
                }
                Err(failure) => failure,
            };
            // See the documentation of the type: unsent is provable only so.
            match failure.take_message() {
                Some(unsent) if used => request = unsent,
                _ => return Err(diagnosis::exchanging(&key.0, failure.into_error())),
            }
        }
    }

    /// Opens a connection. On the heap, so that the many calls that need no new connection do not carry the states of each way
    /// to open one.
    fn connect(&self, route: Route) -> BoxFuture<'static, Result<Connection, TransportError>> {
        let (trust, limit) = (self.trust.clone(), self.connect_timeout);
        Box::pin(async move {
            tokio::time::timeout(limit, connect::open(&route, &trust)).await.unwrap_or_else(|_| {
                let message = format!("no connection to {route} was there after {limit:?}");
                Err(TransportError::new(TransportErrorKind::ConnectTimeout, message))
            })
        })
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(self.exchange(request))
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("HyperTransport").field("connect_timeout", &self.connect_timeout).finish_non_exhaustive()
    }
}

/// 407 is the word of a proxy and never of a server (RFC 9110, section 15.5.8); whoever called knows of neither.
fn refuse_unless_carried(route: &Route, reply: &Response<Incoming>) -> Result<(), TransportError> {
    match route.reading_proxy() {
        Some(proxy) if reply.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            Err(tunnel::refused(proxy, &route.origin, reply.status()))
        }
        _ => Ok(()),
    }
}

/// The body of a reply. The connection is free for the next request at its end, and is closed when it is dropped before.
struct ReplyBody {
    incoming: Incoming,
    connection: Option<Connection>,
    key: Key,
    pool: Arc<Pool>,
}

impl ReplyBody {
    fn body(incoming: Incoming, connection: Connection, key: Key, pool: Arc<Pool>) -> Body {
        let mut body = Self { incoming, connection: Some(connection), key, pool };
        if body.incoming.is_end_stream() {
            body.release();
        }
        Body::own(body)
    }

    fn release(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool.put(&self.key, connection);
        }
    }
}

impl http_body::Body for ReplyBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let frame = ready!(Pin::new(&mut self.incoming).poll_frame(context));
        Poll::Ready(match frame {
            Some(Ok(frame)) => {
                if self.incoming.is_end_stream() {
                    self.release();
                }
                Some(Ok(frame))
            }
            Some(Err(error)) => {
                self.connection = None;
                Some(Err(diagnosis::reading(&self.key.0, error)))
            }
            None => {
                self.release();
                None
            }
        })
    }

    fn is_end_stream(&self) -> bool {
        self.incoming.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.incoming.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn plain_http_never_reads_root_certificates() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let uri = format!("http://{}/", listener.local_addr().unwrap());
        let server = tokio::spawn(async move { drop(listener.accept().await) });
        let transport = HyperTransport::new(Duration::from_secs(10));
        transport.send(Request::get(uri).body(Body::empty()).unwrap()).await.unwrap_err();
        server.await.unwrap();
        let Trust::System(_, configuration) = transport.trust else {
            panic!("nothing else was asked for");
        };
        assert!(configuration.get().is_none());
    }

    /// Many wait at once, most of them on connections that are there.
    #[test]
    fn a_call_does_not_carry_what_opening_a_connection_takes() {
        let transport = HyperTransport::new(Duration::from_secs(10));
        let exchange = transport.exchange(Request::get("http://localhost/").body(Body::empty()).unwrap());
        assert!(std::mem::size_of_val(&exchange) < 2_000, "{}", std::mem::size_of_val(&exchange));
    }

    #[test]
    fn can_be_shared() {
        fn is_shared<T: Clone + Send + Sync + 'static>() {}
        is_shared::<HyperTransport>();
    }
}
