//! Opening a connection: name, address, TLS, HTTP.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use super::origin::Origin;
use super::tls::Trust;
use super::{Body, TransportError, TransportErrorKind, diagnosis};

/// How long the first family of addresses has for itself before the other one is tried beside it (RFC 8305, section 5).
const SECOND_FAMILY_AFTER: Duration = Duration::from_millis(250);

/// Opens a connection on which requests can be sent. Its driver is a task of the current runtime and ends with it.
pub(super) async fn open(origin: &Origin, trust: &Trust) -> Result<SendRequest<Body>, TransportError> {
    // What TLS needs is read before the connection is there: a server does not wait for long.
    let tls = if origin.secure { Some(trust.configuration().await?) } else { None };
    let addresses = tokio::net::lookup_host((origin.host.as_str(), origin.port))
        .await
        .map_err(|error| diagnosis::resolving(origin, error))?;
    let stream = reach(addresses.collect()).await.map_err(|error| diagnosis::connecting(origin, error))?;
    // A request is written in one piece and waits for its reply; holding small ones back would only delay them.
    stream.set_nodelay(true).map_err(|error| diagnosis::connecting(origin, error))?;
    let Some(tls) = tls else {
        return speak_http(origin, stream).await;
    };
    let name = ServerName::try_from(origin.host.clone()).map_err(|error| {
        let message = format!("no certificate can be for the host name {}", origin.host);
        TransportError::new(TransportErrorKind::Tls, message).with_source(error)
    })?;
    let stream =
        TlsConnector::from(tls).connect(name, stream).await.map_err(|error| diagnosis::handshaking(origin, error))?;
    speak_http(origin, stream).await
}

async fn speak_http<S>(origin: &Origin, stream: S) -> Result<SendRequest<Body>, TransportError>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let (sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| diagnosis::exchanging(origin, error))?;
    // Its error reaches whoever waits for a reply on it; nobody else wants to know.
    tokio::spawn(async move { drop(connection.await) });
    Ok(sender)
}

/// Connects to the first address that answers; one family of addresses alone must not make the others wait for long.
async fn reach(addresses: Vec<SocketAddr>) -> io::Result<TcpStream> {
    let preferred = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (first, second): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_ipv6() == preferred);
    if second.is_empty() {
        return try_in_turn(first).await;
    }
    // Dropping the set stops what is still under way.
    let mut attempts = JoinSet::new();
    attempts.spawn(try_in_turn(first));
    let mut failure = None;
    if let Ok(Some(outcome)) = timeout(SECOND_FAMILY_AFTER, attempts.join_next()).await {
        match outcome.unwrap_or_else(|error| Err(io::Error::other(error))) {
            Ok(stream) => return Ok(stream),
            Err(error) => failure = Some(error),
        }
    }
    attempts.spawn(try_in_turn(second));
    while let Some(outcome) = attempts.join_next().await {
        match outcome.unwrap_or_else(|error| Err(io::Error::other(error))) {
            Ok(stream) => return Ok(stream),
            // The first failure is that of the family that the system prefers, most of the time.
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    Err(failure.unwrap_or_else(no_address))
}

async fn try_in_turn(addresses: Vec<SocketAddr>) -> io::Result<TcpStream> {
    let mut failure = None;
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    Err(failure.unwrap_or_else(no_address))
}

fn no_address() -> io::Error {
    io::Error::new(io::ErrorKind::AddrNotAvailable, "the name of the host has no address")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_family_that_refuses_does_not_hide_the_other() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let open = listener.local_addr().unwrap();
        let refusing = SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], open.port()));
        assert_eq!(reach(vec![refusing, open]).await.unwrap().peer_addr().unwrap(), open);
    }

    #[tokio::test]
    async fn a_name_without_addresses_is_an_error() {
        let error = reach(Vec::new()).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AddrNotAvailable);
    }
}
