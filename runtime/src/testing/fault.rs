//! What can be made to go wrong.

use bytes::Bytes;

use crate::transport::{TransportError, TransportErrorKind};

/// What goes wrong instead of a reply.
///
/// The faults within a body come after a head with status 200 and `content-type: application/json`;
/// [`reply_stream`](super::ScriptedTransport::reply_stream) has them after any other head.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The name of the host cannot be resolved: [`TransportErrorKind::Dns`].
    Dns,
    /// Nobody listens there: [`TransportErrorKind::Refused`].
    Refused,
    /// The server's certificate is not accepted: [`TransportErrorKind::Tls`].
    Tls,
    /// The transport gives up opening a connection, at once: [`TransportErrorKind::ConnectTimeout`].
    ConnectTimeout,
    /// The connection is reset before the head of the reply: [`TransportErrorKind::Reset`].
    ResetBeforeHeaders,
    /// The connection is reset within the body, after these bytes of it: [`TransportErrorKind::Reset`].
    ResetInBody {
        /// What comes before.
        after: Bytes,
    },
    /// The head of the reply never comes.
    StalledHeaders,
    /// The rest of the body never comes.
    StalledBody {
        /// What comes before.
        after: Bytes,
    },
    /// The head of the reply states a length that cannot be read: [`TransportErrorKind::Protocol`].
    WrongLength,
}

impl Fault {
    /// The error of a fault that ends the exchange before there is a reply.
    pub(super) fn error(&self) -> Option<TransportError> {
        let (kind, message) = match self {
            Self::Dns => (TransportErrorKind::Dns, "scripted: the name of the host could not be resolved"),
            Self::Refused => (TransportErrorKind::Refused, "scripted: the host refused the connection"),
            Self::Tls => (TransportErrorKind::Tls, "scripted: the certificate of the host is not trusted"),
            Self::ConnectTimeout => (TransportErrorKind::ConnectTimeout, "scripted: no connection was there in time"),
            Self::ResetBeforeHeaders => (
                TransportErrorKind::Reset,
                "scripted: the host closed the connection before the head of its reply was complete",
            ),
            Self::WrongLength => {
                (TransportErrorKind::Protocol, "scripted: the host does not keep to HTTP/1.1 in the head of its reply")
            }
            Self::ResetInBody { .. } | Self::StalledHeaders | Self::StalledBody { .. } => {
                return None;
            }
        };
        Some(TransportError::new(kind, message))
    }
}
