//! The tunnel that a proxy opens to a server (RFC 9110, section 9.3.6).

use http::header::{HOST, PROXY_AUTHORIZATION};
use http::{Method, Request, StatusCode};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};

use super::connection::Driver;
use super::origin::Origin;
use super::proxy::Proxy;
use super::{Body, TransportError, TransportErrorKind as Kind, diagnosis};

/// What bytes go over, from wherever to wherever.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin + 'static {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin + 'static> Stream for S {}

/// Has the proxy at the other end of a stream open a tunnel; the stream leads to the server then.
pub(super) async fn open<S: Stream>(proxy: &Proxy, origin: &Origin, stream: S) -> Result<S, TransportError> {
    let request = request(proxy, origin)?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| diagnosis::tunnelling(proxy, error))?;
    let driver = tokio::spawn(connection.without_shutdown());
    // Whoever asks may stop waiting for the proxy.
    let _ends_with_this = Driver::of(&driver);
    let reply = sender.send_request(request).await.map_err(|error| diagnosis::tunnelling(proxy, error))?;
    if !reply.status().is_success() {
        return Err(refused(proxy, origin, reply.status()));
    }
    // hyper takes 204 for the end of an exchange, and not for the beginning of a tunnel: it would wait for the next one.
    drop(sender);
    let parts = driver.await.map_err(|error| {
        let message = format!("opening a tunnel through the proxy {proxy} was interrupted");
        TransportError::new(Kind::Other, message).with_source(error)
    })?;
    let parts = parts.map_err(|error| diagnosis::tunnelling(proxy, error))?;
    // With TLS the client speaks first; what is here already is not from the server.
    if !parts.read_buf.is_empty() {
        let message = format!("the proxy {proxy} sent more than the head of its answer to CONNECT");
        return Err(TransportError::new(Kind::Proxy, message));
    }
    Ok(parts.io.into_inner())
}

fn request(proxy: &Proxy, origin: &Origin) -> Result<Request<Body>, TransportError> {
    let target = origin.host_and_port();
    let mut request = Request::builder().method(Method::CONNECT).uri(&target).header(HOST, &target);
    if let Some(authorization) = &proxy.authorization {
        request = request.header(PROXY_AUTHORIZATION, authorization);
    }
    request.body(Body::empty()).map_err(|error| {
        TransportError::new(Kind::Other, format!("a proxy cannot be asked for the host {origin}")).with_source(error)
    })
}

/// The proxy will not carry what is asked of it, or cannot now.
pub(super) fn refused(proxy: &Proxy, origin: &Origin, status: StatusCode) -> TransportError {
    let (kind, told) = match status {
        StatusCode::PROXY_AUTHENTICATION_REQUIRED if proxy.authorization.is_some() => {
            (Kind::Proxy, "did not accept the credentials in its url".to_owned())
        }
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            let remedy = "name them in its url, as in http://user:password@host:port";
            (Kind::Proxy, format!("asks for credentials: {remedy}"))
        }
        StatusCode::GATEWAY_TIMEOUT => (Kind::ConnectTimeout, format!("did not reach {origin} in time")),
        StatusCode::TOO_MANY_REQUESTS => (Kind::Refused, format!("opens no tunnel to {origin} at present")),
        // 502 and 503, most of the time: the proxy found no way, which may be different in a moment.
        status if status.is_server_error() => (Kind::Refused, format!("could not open a tunnel to {origin}")),
        StatusCode::FORBIDDEN => {
            let remedy = "have it allowed there, or name the host in NO_PROXY if it can be reached directly";
            (Kind::Proxy, format!("forbids a tunnel to {origin}: {remedy}"))
        }
        _ => (Kind::Proxy, format!("opens no tunnel to {origin}; is it a proxy for https?")),
    };
    TransportError::new(kind, format!("the proxy {proxy} {told} ({})", status.as_u16()))
}
