//! Opening a connection: name, address, proxy, TLS, HTTP.

use std::fmt::Display;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;

use super::connection::Connection;
use super::origin::Origin;
use super::proxy::Proxy;
use super::route::Route;
use super::tls::Trust;
use super::tunnel::{self, Stream};
use super::{TransportError, TransportErrorKind, diagnosis};

/// How long an address has for itself before the next one is tried beside it (RFC 8305, section 5).
const NEXT_ADDRESS_AFTER: Duration = Duration::from_millis(250);

/// Opens a connection on which requests can be sent. Its driver is a task of the current runtime and ends with it.
pub(super) async fn open(route: &Route, trust: &Trust) -> Result<Connection, TransportError> {
    // What TLS needs is read before the connection is there: a server does not wait for long.
    let is_secure = route.origin.secure || route.proxy.as_deref().is_some_and(|proxy| proxy.secure);
    let tls = if is_secure { Some(trust.configuration().await?.into()) } else { None };
    let Some(proxy) = route.proxy.as_deref() else {
        let Origin { host, port, .. } = &route.origin;
        return speak(route, tls, dial("host", host, *port, route).await?).await;
    };
    let name = format!("the proxy {proxy}");
    let stream = dial("proxy", &proxy.host, proxy.port, &name).await?;
    match tls.clone().filter(|_| proxy.secure) {
        Some(way) => through(proxy, route, tls, secure(way, &proxy.host, &name, stream).await?).await,
        None => through(proxy, route, tls, stream).await,
    }
}

/// Opens a connection to one machine; `role` is what it is to us, and `name` how messages call it.
async fn dial(role: &str, host: &str, port: u16, name: &(dyn Display + Sync)) -> Result<TcpStream, TransportError> {
    let addresses =
        tokio::net::lookup_host((host, port)).await.map_err(|error| diagnosis::resolving(role, host, error))?;
    let stream = reach(addresses.collect()).await.map_err(|error| diagnosis::connecting(name, error))?;
    // A request is written in one piece and waits for its reply; holding small ones back would only delay them.
    stream.set_nodelay(true).map_err(|error| diagnosis::connecting(name, error))?;
    Ok(stream)
}

/// Goes on from a connection to the proxy: it reads requests to plain http itself, and tunnels all others.
async fn through<S: Stream>(
    proxy: &Proxy,
    route: &Route,
    tls: Option<TlsConnector>,
    stream: S,
) -> Result<Connection, TransportError> {
    if route.reading_proxy().is_some() {
        return Connection::over(route, stream).await;
    }
    speak(route, tls, tunnel::open(proxy, &route.origin, stream).await?).await
}

/// Goes on from a connection that leads to the server.
async fn speak<S: Stream>(route: &Route, tls: Option<TlsConnector>, stream: S) -> Result<Connection, TransportError> {
    match tls.filter(|_| route.origin.secure) {
        Some(tls) => Connection::over(route, secure(tls, &route.origin.host, route, stream).await?).await,
        None => Connection::over(route, stream).await,
    }
}

async fn secure<S: Stream>(
    tls: TlsConnector,
    host: &str,
    name: &(dyn Display + Sync),
    stream: S,
) -> Result<TlsStream<S>, TransportError> {
    let server = ServerName::try_from(host.to_owned()).map_err(|error| {
        let message = format!("no certificate can be for the host name {host}");
        TransportError::new(TransportErrorKind::Tls, message).with_source(error)
    })?;
    tls.connect(server, stream).await.map_err(|error| diagnosis::handshaking(name, error))
}

/// Connects to the first address that answers; one that says nothing must not make the others wait for long.
async fn reach(addresses: Vec<SocketAddr>) -> io::Result<TcpStream> {
    if let [only] = addresses[..] {
        return TcpStream::connect(only).await;
    }
    let mut waiting = by_turns(addresses).into_iter();
    // Dropping the set stops what is still under way.
    let mut attempts = JoinSet::new();
    let mut failure = None;
    loop {
        let has_more = waiting.next().map(|address| attempts.spawn(TcpStream::connect(address))).is_some();
        if attempts.is_empty() {
            return Err(failure.unwrap_or_else(no_address));
        }
        let patience = if has_more { NEXT_ADDRESS_AFTER } else { Duration::MAX };
        let Ok(Some(outcome)) = timeout(patience, attempts.join_next()).await else { continue };
        match outcome.unwrap_or_else(|error| Err(io::Error::other(error))) {
            Ok(stream) => return Ok(stream),
            // The first failure is that of the address that the system prefers, most of the time.
            Err(error) => failure = failure.or(Some(error)),
        }
    }
}

/// The addresses with both families by turns, the one that the system prefers first (RFC 8305, section 4).
fn by_turns(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let preferred = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (first, second): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.is_ipv6() == preferred);
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut all = Vec::new();
    loop {
        match (first.next(), second.next()) {
            (None, None) => return all,
            (one, other) => all.extend(one.into_iter().chain(other)),
        }
    }
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

    #[test]
    fn families_are_tried_by_turns() {
        let [a, b, c, d]: [SocketAddr; 4] =
            ["1.1.1.1:1", "2.2.2.2:2", "[::3]:3", "3.3.3.3:3"].map(|text| text.parse().unwrap());
        assert_eq!(by_turns(vec![a, b, d, c]), [a, c, b, d]);
        assert_eq!(by_turns(vec![c, a, b]), [c, a, b]);
    }

    // All of 127/8 is this machine there.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn an_address_that_refuses_does_not_hide_one_of_its_own_family() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let open = listener.local_addr().unwrap();
        let refusing = SocketAddr::from(([127, 0, 0, 2], open.port()));
        assert_eq!(reach(vec![refusing, refusing, open]).await.unwrap().peer_addr().unwrap(), open);
        let error = reach(vec![refusing, refusing]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionRefused);
    }

    #[tokio::test]
    async fn a_name_without_addresses_is_an_error() {
        let error = reach(Vec::new()).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AddrNotAvailable);
    }
}
