//! What can be made to go wrong.

use std::fmt;

use bytes::Bytes;

use crate::transport::{TransportError, TransportErrorKind};

/// What goes wrong with a reply.
///
/// [`fault`](super::ScriptedTransport::fault) has it go wrong with a reply of status 200, `content-type: application/json`
/// and the body `{}`, [`faulty`](super::ScriptedTransport::faulty) with any other. For a body that comes in pieces before it
/// breaks, see [`reply_stream`](super::ScriptedTransport::reply_stream).
///
/// What comes of a fault is what the default transport makes of it. Therefore some things that servers do are none:
/// interim replies (1xx) and old versions of HTTP are never seen beyond a transport, and whatever spoils the head is
/// [`NotHttp`](Self::NotHttp) or [`WrongLength`](Self::WrongLength).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// There is no host of this name: [`TransportErrorKind::Dns`].
    Dns,
    /// The resolver of names cannot be reached: [`TransportErrorKind::Resolver`].
    Resolver,
    /// Nobody listens there: [`TransportErrorKind::Refused`].
    Refused,
    /// The server's certificate is not accepted: [`TransportErrorKind::Tls`].
    Tls,
    /// The transport gives up opening a connection, at once: [`TransportErrorKind::ConnectTimeout`].
    ConnectTimeout,
    /// The connection is closed before the head of the reply: [`TransportErrorKind::Reset`].
    ClosedBeforeHeaders,
    /// The connection is reset before the head of the reply: [`TransportErrorKind::Reset`].
    ResetBeforeHeaders,
    /// The head of the reply never comes.
    StalledHeaders,
    /// What comes is not HTTP: [`TransportErrorKind::Protocol`].
    NotHttp,
    /// The head of the reply is larger than any client reads: [`TransportErrorKind::Protocol`].
    OversizedHeaders,
    /// The head of the reply states a length that cannot be read: [`TransportErrorKind::Protocol`].
    WrongLength,
    /// The body is longer than the length that the head states: it ends too early, and nobody can tell.
    LengthTooShort {
        /// The part that the length covers.
        after: Bytes,
    },
    /// The connection is reset within the body, after these bytes of it: [`TransportErrorKind::Reset`].
    ResetInBody {
        /// What comes before.
        after: Bytes,
    },
    /// The connection is closed within the body, after these bytes of it: [`TransportErrorKind::Reset`].
    CutBody {
        /// What comes before.
        after: Bytes,
    },
    /// The rest of the body never comes.
    StalledBody {
        /// What comes before.
        after: Bytes,
    },
    /// What comes is not a body of HTTP/1.1, after these bytes of it: [`TransportErrorKind::Protocol`].
    MalformedBody {
        /// What comes before.
        after: Bytes,
    },
    /// There is no body.
    EmptyBody,
    /// The head announces a body of a terabyte: [`TransportErrorKind::BodyTooLarge`].
    OversizedBody,
    /// The body has no end: [`TransportErrorKind::BodyTooLarge`].
    EndlessBody,
    /// The body calls itself `text/plain`.
    WrongContentType,
    /// A page in HTML comes in place of the body.
    Html,
    /// A gateway answers in place of the service: 502, and a page in HTML.
    BadGateway,
    /// The body is compressed, although nobody asked for that. It is that of `{}`, whatever was to come.
    UnaskedGzip,
    /// Headers that may come once come twice, and differ: `content-type`, `etag`, `retry-after`, those that are there.
    DuplicateHeaders,
    /// The server switches to a protocol that nobody asked for: 101.
    SwitchedProtocols,
    /// The reply is elsewhere: 307.
    Redirect,
}

impl Fault {
    /// One of each; where something comes before, it is `{"`.
    pub fn all() -> impl Iterator<Item = Self> {
        let after = Bytes::from_static(b"{\"");
        [
            Self::Dns,
            Self::Resolver,
            Self::Refused,
            Self::Tls,
            Self::ConnectTimeout,
            Self::ClosedBeforeHeaders,
            Self::ResetBeforeHeaders,
            Self::StalledHeaders,
            Self::NotHttp,
            Self::OversizedHeaders,
            Self::WrongLength,
            Self::LengthTooShort { after: after.clone() },
            Self::ResetInBody { after: after.clone() },
            Self::CutBody { after: after.clone() },
            Self::StalledBody { after: after.clone() },
            Self::MalformedBody { after },
            Self::EmptyBody,
            Self::OversizedBody,
            Self::EndlessBody,
            Self::WrongContentType,
            Self::Html,
            Self::BadGateway,
            Self::UnaskedGzip,
            Self::DuplicateHeaders,
            Self::SwitchedProtocols,
            Self::Redirect,
        ]
        .into_iter()
    }

    /// Its name, for example `cut-body`: what the mock of trueform calls it too.
    pub fn name(&self) -> &'static str {
        self.told().0
    }

    /// Its name, and what it does.
    fn told(&self) -> (&'static str, &'static str) {
        match self {
            Self::Dns => ("dns", "There is no host of this name"),
            Self::Resolver => ("resolver", "The resolver of names cannot be reached"),
            Self::Refused => ("refused", "Nobody listens there"),
            Self::Tls => ("tls", "The server's certificate is not accepted"),
            Self::ConnectTimeout => ("connect-timeout", "The transport gives up opening a connection"),
            Self::ClosedBeforeHeaders => {
                ("closed-before-headers", "The connection is closed before the head of the reply")
            }
            Self::ResetBeforeHeaders => {
                ("reset-before-headers", "The connection is reset before the head of the reply")
            }
            Self::StalledHeaders => ("stalled-headers", "The head of the reply never comes"),
            Self::NotHttp => ("not-http", "What comes is not HTTP"),
            Self::OversizedHeaders => ("oversized-headers", "The head of the reply is larger than any client reads"),
            Self::WrongLength => ("wrong-length", "The head of the reply states a length that cannot be read"),
            Self::LengthTooShort { .. } => {
                ("length-too-short", "The body is longer than the length that the head states")
            }
            Self::ResetInBody { .. } => ("reset-in-body", "The connection is reset within the body"),
            Self::CutBody { .. } => ("cut-body", "The connection is closed within the body"),
            Self::StalledBody { .. } => ("stalled-body", "The rest of the body never comes"),
            Self::MalformedBody { .. } => ("malformed-body", "What comes is not a body of HTTP/1.1"),
            Self::EmptyBody => ("empty-body", "There is no body"),
            Self::OversizedBody => ("oversized-body", "The head announces a body of a terabyte"),
            Self::EndlessBody => ("endless-body", "The body has no end"),
            Self::WrongContentType => ("wrong-content-type", "The body calls itself `text/plain`"),
            Self::Html => ("html", "A page in HTML comes in place of the body"),
            Self::BadGateway => ("bad-gateway", "A gateway answers in place of the service: 502, and a page in HTML"),
            Self::UnaskedGzip => ("unasked-gzip", "The body is compressed, although nobody asked for that"),
            Self::DuplicateHeaders => ("duplicate-headers", "Headers that may come once come twice, and differ"),
            Self::SwitchedProtocols => {
                ("switched-protocols", "The server switches to a protocol that nobody asked for: 101")
            }
            Self::Redirect => ("redirect-307", "The reply is elsewhere: 307"),
        }
    }

    /// The error of a fault that ends the exchange before there is a reply.
    pub(super) fn error(&self) -> Option<TransportError> {
        use TransportErrorKind as Kind;

        let (kind, message) = match self {
            Self::Dns => (Kind::Dns, "the name of the host could not be resolved"),
            Self::Resolver => (Kind::Resolver, "the name of the host could not be resolved for now"),
            Self::Refused => (Kind::Refused, "the host refused the connection"),
            Self::Tls => (Kind::Tls, "the certificate of the host is not trusted"),
            Self::ConnectTimeout => (Kind::ConnectTimeout, "no connection to the host was there in time"),
            Self::ClosedBeforeHeaders => {
                (Kind::Reset, "the host closed the connection before the head of its reply was complete")
            }
            Self::ResetBeforeHeaders => {
                (Kind::Reset, "the host reset the connection before the head of its reply was complete")
            }
            Self::NotHttp => (Kind::Protocol, "the host does not keep to HTTP/1.1 in the head of its reply: no HTTP"),
            Self::OversizedHeaders => {
                (Kind::Protocol, "the host does not keep to HTTP/1.1 in the head of its reply: it is too large")
            }
            Self::WrongLength => {
                (Kind::Protocol, "the host does not keep to HTTP/1.1 in the head of its reply: a wrong length")
            }
            _ => return None,
        };
        Some(TransportError::new(kind, format!("scripted: {message}")))
    }
}

impl fmt::Display for Fault {
    /// What it does, in a sentence without a full stop.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.told().1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_has_a_name_of_its_own_and_a_sentence() {
        let names: BTreeSet<&str> = Fault::all().map(|fault| fault.told().0).collect();
        assert_eq!(names.len(), Fault::all().count());
        let sentences: BTreeSet<String> = Fault::all().map(|fault| fault.to_string()).collect();
        assert_eq!(sentences.len(), names.len());
    }
}
