//! From what libraries report to what went wrong. Messages name the server, or the proxy on the way to it, and never more of the request: a target or a
//! header may be a secret.

use std::error::Error as StdError;
use std::fmt::Display;
use std::io;

use tokio_rustls::rustls::{self, CertificateError};

use super::io_failure::{Doing, meaning};
use super::proxy::Proxy;
use super::{TransportError, TransportErrorKind as Kind};

/// Resolving the name of a machine failed; `role` is what it is to us.
pub(super) fn resolving(role: &str, host: &str, error: io::Error) -> TransportError {
    let (kind, when) = if is_of_resolver(&error) { (Kind::Resolver, " for now") } else { (Kind::Dns, "") };
    let message = format!("the name of the {role} {host} could not be resolved{when}");
    TransportError::new(kind, message).with_source(error).of_proxy(role == "proxy")
}

/// Whether it is the resolver that fails, and not the name that is unknown. The standard library hands on no code of
/// `getaddrinfo` (RFC 3493, section 6.1) but its words, which are those of the C locale: those of `EAI_AGAIN` and
/// `EAI_FAIL`, of glibc and macOS, then of musl. A code of the system is there for `EAI_SYSTEM`, and on Windows, where
/// 11001 is an unknown name (`WSAHOST_NOT_FOUND`), and 11004 one without an address (`WSANO_DATA`).
fn is_of_resolver(error: &io::Error) -> bool {
    if let Some(code) = error.raw_os_error() {
        return !(cfg!(windows) && matches!(code, 11001 | 11004));
    }
    let words = error.to_string().to_ascii_lowercase();
    ["temporary failure", "non-recoverable failure", "try again", "unrecoverable error"]
        .iter()
        .any(|known| words.contains(known))
}

/// No address of the server, or of the proxy, took the connection.
pub(super) fn connecting(peer: &dyn Display, error: io::Error) -> TransportError {
    let (kind, what) = meaning(Doing::Connecting, error.kind()).unwrap_or((Kind::Other, "could not be connected to"));
    let when = if kind == Kind::Reset { " while it was opened" } else { "" };
    TransportError::new(kind, format!("{peer} {what}{when}")).with_source(error)
}

/// The TLS handshake failed.
pub(super) fn handshaking(peer: &dyn Display, error: io::Error) -> TransportError {
    let (kind, message) = match find::<rustls::Error>(&error) {
        Some(error) => (Kind::Tls, secure(peer, error)),
        // As a server does that is about to start, or has too much to do: it says nothing of TLS.
        None => match meaning(Doing::Handshaking, error.kind()) {
            Some((kind, what)) => (kind, format!("{peer} {what} during the TLS handshake")),
            None => (Kind::Tls, format!("the TLS handshake with {peer} failed")),
        },
    };
    TransportError::new(kind, message).with_source(error)
}

/// Sending a request, or reading the head of its reply, failed.
pub(super) fn exchanging(peer: &dyn Display, error: hyper::Error) -> TransportError {
    // The body of the request is the caller's stream; what it says is better than what we could say about it.
    if error.is_user() {
        let message = match find::<TransportError>(&error) {
            Some(cause) => format!("the request to {peer} was not sent completely: {cause}"),
            None => format!("the request to {peer} could not be sent"),
        };
        return TransportError::new(Kind::Other, message).with_source(error);
    }
    diagnose(peer, error, "before the head of its reply was complete", "the head of its reply")
}

/// Asking a proxy for a tunnel failed. Nothing of the request itself has been sent then.
pub(super) fn tunnelling(proxy: &Proxy, error: hyper::Error) -> TransportError {
    let (kind, message) = if let Some(cause) = find::<rustls::Error>(&error) {
        (Kind::Tls, secure(&format_args!("the proxy {proxy}"), cause))
    } else if error.is_parse() {
        (Kind::Proxy, format!("the proxy {proxy} does not keep to HTTP/1.1 in its answer to CONNECT: {error}"))
    } else {
        (Kind::Refused, format!("the proxy {proxy} closed the connection before its answer to CONNECT was complete"))
    };
    TransportError::new(kind, message).with_source(error)
}

/// Reading the body of a reply failed.
pub(super) fn reading(peer: &dyn Display, error: hyper::Error) -> TransportError {
    diagnose(peer, error, "before the body of its reply was complete", "the body of its reply")
}

fn diagnose(peer: &dyn Display, error: hyper::Error, when: &str, part: &str) -> TransportError {
    let io_kind = find::<io::Error>(&error).map(io::Error::kind);
    let (kind, message) = if let Some(cause) = find::<rustls::Error>(&error) {
        (Kind::Tls, secure(peer, cause))
    } else if error.is_parse() {
        // hyper's words tell what part it was, and nothing of what stood there.
        (Kind::Protocol, format!("{peer} does not keep to HTTP/1.1 in {part}: {error}"))
    } else if let Some(cause) = find::<io::Error>(&error).filter(|cause| is_malformed(cause.kind())) {
        (Kind::Protocol, format!("{peer} does not keep to HTTP/1.1 in {part}: {cause}"))
    } else if let Some((kind, what)) = io_kind.and_then(|kind| meaning(Doing::Exchanging, kind)) {
        (kind, format!("{peer} {what} {when}"))
    } else if error.is_canceled() || error.is_closed() {
        // Either side may have ended it, for what it had seen before.
        (Kind::Reset, format!("the connection to {peer} ended {when}"))
    } else if error.is_incomplete_message() {
        (Kind::Reset, format!("{peer} closed the connection {when}"))
    } else {
        (Kind::Other, format!("the connection to {peer} failed {when}"))
    };
    TransportError::new(kind, message).with_source(error)
}

/// What TLS has to say, for those who do not know its words.
fn secure(peer: &dyn Display, error: &rustls::Error) -> String {
    use rustls::Error::{AlertReceived, InvalidCertificate, InvalidMessage};
    match error {
        InvalidCertificate(CertificateError::UnknownIssuer) => {
            format!("the certificate of {peer} is not trusted: no known root certificate vouches for it")
        }
        InvalidCertificate(CertificateError::NotValidForName) => {
            format!("the certificate of {peer} is for another name")
        }
        InvalidCertificate(CertificateError::NotValidForNameContext { presented, .. }) => {
            let presented: Vec<String> =
                presented.iter().take(5).map(|name| plain(name).escape_debug().to_string()).collect();
            let presented = if presented.is_empty() { "no name".into() } else { presented.join(", ") };
            format!("the certificate of {peer} is for another name: {presented}")
        }
        InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            format!("the certificate of {peer} has expired")
        }
        InvalidCertificate(CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. }) => {
            format!("the certificate of {peer} is not valid yet; is the clock of this machine right?")
        }
        // A root of the right name with another key: the certificate, or the root, was made anew.
        InvalidCertificate(
            CertificateError::BadSignature | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. },
        ) => {
            format!("the certificate of {peer} is not trusted: the root certificate it names did not sign it")
        }
        InvalidCertificate(_) => format!("the certificate of {peer} was not accepted: {error}"),
        InvalidMessage(_) => format!("{peer} does not speak TLS, or an unknown version of it"),
        AlertReceived(_) => format!("{peer} refused the TLS handshake: {error}"),
        _ => format!("TLS with {peer} failed: {error}"),
    }
}

/// A name of a certificate as rustls writes it, without the Rust around it: `DnsName("example.com")`.
fn plain(presented: &str) -> &str {
    let inner = presented.strip_prefix("DnsName(\"").and_then(|rest| rest.strip_suffix("\")"));
    inner.unwrap_or(presented)
}

/// How hyper reports the framing of a body that cannot be read.
fn is_malformed(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput)
}

/// The first error of a type in a chain of causes. An `io::Error` keeps what it wraps aside: its `source` is the source of
/// what it wraps.
fn find<'e, E: StdError + 'static>(error: &'e (dyn StdError + 'static)) -> Option<&'e E> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<E>() {
            return Some(found);
        }
        next = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_there_is_not_is_told_from_a_resolver_that_fails() {
        let words = |text: &str| io::Error::other(format!("failed to lookup address information: {text}"));
        for (error, kind) in [
            (words("Name or service not known"), Kind::Dns),
            (words("No address associated with hostname"), Kind::Dns),
            (words("nodename nor servname provided, or not known"), Kind::Dns),
            (words("Name does not resolve"), Kind::Dns),
            (words("Temporary failure in name resolution"), Kind::Resolver),
            (words("Non-recoverable failure in name resolution"), Kind::Resolver),
            (words("Try again"), Kind::Resolver),
            (words("Unrecoverable error"), Kind::Resolver),
            (io::Error::from_raw_os_error(11002), Kind::Resolver),
        ] {
            let shown = error.to_string();
            let error = resolving("host", "example.com", error);
            assert_eq!(error.kind(), kind, "{shown}");
            assert!(error.is_of_host_name() && error.to_string().contains("example.com"), "{error}");
        }
        assert!(!resolving("proxy", "example.com", words("Try again")).is_of_host_name());
    }
}
