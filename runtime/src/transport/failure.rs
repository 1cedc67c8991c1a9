//! What can go wrong between a client and a server.

use std::error::Error as StdError;
use std::fmt;

/// What went wrong between the client and the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// There is no host of this name, as far as is known. It is tried once more at most.
    Dns,
    /// Whether there is a host of this name could not be found out for now: the resolver cannot be reached, or fails.
    Resolver,
    /// Nobody listens there, or no route leads there: neither from here nor from the proxy on the way.
    Refused,
    /// The proxy on the way asks for other credentials, forbids the connection, or does not speak HTTP. Trying again does not
    /// help.
    Proxy,
    /// TLS could not be agreed upon, or the server's certificate was not accepted.
    Tls,
    /// The connection could not be opened in time.
    ConnectTimeout,
    /// The call took longer than it may, or the peer gave no sign of life for longer than the system waits.
    Timeout,
    /// The connection was closed or reset before the reply was complete.
    Reset,
    /// What came is not HTTP/1.1 that can be read, for example a wrong length.
    Protocol,
    /// The body of the reply is longer than the client reads.
    BodyTooLarge,
    /// Anything else.
    Other,
}

/// A failure between the client and the server.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
    of_proxy: bool,
}

impl TransportError {
    /// A failure of this kind; `message` says what happened in one line.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), source: None, of_proxy: false }
    }

    /// The same failure with its cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The same failure as one of a proxy: the host of the request has no part in it.
    #[must_use]
    pub(super) fn of_proxy(mut self, of_proxy: bool) -> Self {
        self.of_proxy = of_proxy;
        self
    }

    /// Whether the name of the host of the request could not be resolved.
    pub(crate) fn is_of_host_name(&self) -> bool {
        matches!(self.kind, TransportErrorKind::Dns | TransportErrorKind::Resolver) && !self.of_proxy
    }

    /// What went wrong.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
