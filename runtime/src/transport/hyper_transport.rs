//! The transport that comes with the runtime.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HOST, TRANSFER_ENCODING};
use http::uri::PathAndQuery;
use http::{HeaderValue, Method, Request, Response, Uri};
use http_body::{Body as _, Frame, SizeHint};
use hyper::body::Incoming;
use hyper::client::conn::http1::SendRequest;
use tokio::runtime::{self, Handle};
use tokio_rustls::rustls::ClientConfig;

use super::origin::Origin;
use super::pool::Pool;
use super::tls::Trust;
use super::{Body, BoxFuture, Transport, TransportError, TransportErrorKind, connect, diagnosis};

/// HTTP/1.1 over TCP and TLS, by hyper and rustls.
///
/// - The target is sent byte for byte as the uri has it. Nothing is added but `host`, where it is missing, and the length
///   of the body: no `user-agent`, no `accept-encoding`. Redirects are replies like any other. `HTTP_PROXY` and its like are
///   not read.
/// - A request is sent a second time in one case only: a connection that had been used before turned out closed, and hyper
///   gave the request back because it had not begun to write it. The server cannot have seen a byte of it then, so that
///   this is safe for every method. Whatever else fails is for the caller to judge.
/// - Connections are kept for the next request, each for at most 30 seconds, 32 for each server. Clones share them.
/// - Root certificates are read from the system (on Unix, `SSL_CERT_FILE` and `SSL_CERT_DIR` go before it) at the first
///   request to an `https` server; a client that speaks to `http` alone never reads them. TLS 1.2 and 1.3 are spoken.
///
/// It must be used within a Tokio runtime that has an I/O driver and a time driver, as that of `#[tokio::main]` and those
/// built with `enable_all` have. Tokio offers no way to ask for the drivers and panics where one is missing; outside of
/// any runtime [`send`](Transport::send) is an error.
#[derive(Clone)]
pub struct HyperTransport {
    connect_timeout: Duration,
    trust: Trust,
    pool: Arc<Pool>,
}

impl HyperTransport {
    /// A transport that trusts the root certificates of the system.
    ///
    /// `connect_timeout` bounds resolving the name, opening the connection, and the TLS handshake together.
    pub fn new(connect_timeout: Duration) -> Self {
        Self { connect_timeout, trust: Trust::system(), pool: Arc::default() }
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

    /// Uses a configuration of TLS as it is, for example one with a client certificate. Only its protocols for ALPN are
    /// replaced by `http/1.1`, which is all that this transport speaks.
    #[must_use]
    pub fn tls(self, configuration: ClientConfig) -> Self {
        self.trusting(Trust::given(configuration))
    }

    /// Connections opened under another trust must not be used any more.
    fn trusting(self, trust: Trust) -> Self {
        Self { trust, pool: Arc::default(), ..self }
    }

    async fn exchange(&self, mut request: Request<Body>) -> Result<Response<Body>, TransportError> {
        let runtime = Handle::try_current().map_err(|error| {
            let message = "the request was made outside of a Tokio runtime, which HTTP needs here";
            TransportError::new(TransportErrorKind::Other, message).with_source(error)
        })?;
        let origin = Origin::of(request.uri())?;
        prepare(&mut request, &origin)?;
        let key = (origin, runtime.id());
        loop {
            let (mut sender, used) = match self.pool.take(&key).await {
                Some(sender) => (sender, true),
                None => (self.connect(&key.0).await?, false),
            };
            let mut failure = match sender.try_send_request(request).await {
                Ok(reply) => {
                    let pool = Arc::clone(&self.pool);
                    return Ok(reply.map(|body| ReplyBody::body(body, sender, key, pool)));
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

    async fn connect(&self, origin: &Origin) -> Result<SendRequest<Body>, TransportError> {
        let opening = connect::open(origin, &self.trust);
        tokio::time::timeout(self.connect_timeout, opening).await.unwrap_or_else(|_| {
            let message = format!("no connection to {origin} was there after {:?}", self.connect_timeout);
            Err(TransportError::new(TransportErrorKind::ConnectTimeout, message))
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

/// Makes a request what HTTP/1.1 wants on the wire: a target without the server, and the server in a header.
fn prepare(request: &mut Request<Body>, origin: &Origin) -> Result<(), TransportError> {
    if !request.headers().contains_key(HOST) {
        let host = HeaderValue::try_from(origin.to_string()).map_err(|error| {
            let message = "the host of the request cannot stand in a header";
            TransportError::new(TransportErrorKind::Other, message).with_source(error)
        })?;
        request.headers_mut().insert(HOST, host);
    }
    // RFC 9110, section 8.6: some servers want to be told that there is nothing to wait for. hyper leaves it out.
    let headers = request.headers();
    if matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH)
        && request.body().is_end_stream()
        && !headers.contains_key(CONTENT_LENGTH)
        && !headers.contains_key(TRANSFER_ENCODING)
    {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let target = request.uri().path_and_query().cloned();
    *request.uri_mut() = Uri::from(target.unwrap_or_else(|| PathAndQuery::from_static("/")));
    Ok(())
}

/// The body of a reply. The connection is free for the next request at its end, and is closed when it is dropped before.
struct ReplyBody {
    incoming: Incoming,
    connection: Option<SendRequest<Body>>,
    key: (Origin, runtime::Id),
    pool: Arc<Pool>,
}

impl ReplyBody {
    fn body(incoming: Incoming, sender: SendRequest<Body>, key: (Origin, runtime::Id), pool: Arc<Pool>) -> Body {
        let mut body = Self { incoming, connection: Some(sender), key, pool };
        if body.incoming.is_end_stream() {
            body.release();
        }
        Body::stream(body)
    }

    fn release(&mut self) {
        if let Some(sender) = self.connection.take() {
            self.pool.put(&self.key, sender);
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
        let Trust::System(configuration) = transport.trust else {
            panic!("nothing else was asked for");
        };
        assert!(configuration.get().is_none());
    }

    #[test]
    fn can_be_shared() {
        fn is_shared<T: Clone + Send + Sync + 'static>() {}
        is_shared::<HyperTransport>();
    }
}
