//! The error of a call.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use super::documented::DocumentedError;
use super::refused::Refused;
use super::transport_failure::TransportFailure;
use crate::response::{OperationResponse, Received, Told, ToldBut, Undecodable, Unexpected};
use crate::validate::Violation;

/// Why a call has no reply, or none that it can return. `E` are the errors that the document states.
///
/// `Display` is one line: what failed, the status, code and message of the service, the identifier to give to its
/// people, and where help stands.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E: DocumentedError> {
    /// The service answered with an error that the document states.
    Documented(E),
    /// The service answered with a status that the document does not mention.
    Unexpected(Unexpected),
    /// The service answered, but the body is not what the document says.
    Undecodable(Undecodable),
    /// All is well but for bounds of the document that the reply breaks; only in
    /// [`ResponseChecks::Strict`](crate::ResponseChecks::Strict). The whole reply is within.
    Violated(Box<E::Success>),
    /// The request did not get through, or the reply did not get back.
    Transport(TransportFailure),
    /// The request was not sent.
    Refused(Refused),
}

impl<E: DocumentedError> Error<E> {
    /// The reply as it came; `None` where none came. Of a request that was not sent again, the one before.
    pub fn received(&self) -> Option<&Received> {
        match self {
            Self::Documented(error) => Some(error.received()),
            Self::Unexpected(error) => Some(error.received()),
            Self::Undecodable(error) => Some(error.received()),
            Self::Violated(reply) => Some(reply.received()),
            Self::Transport(failure) => failure.received(),
            Self::Refused(refused) => refused.before(),
        }
    }

    /// The status of the reply.
    pub fn status(&self) -> Option<StatusCode> {
        self.received().map(Received::status)
    }

    /// The service's code of the error, for programs.
    pub fn code(&self) -> Option<&str> {
        self.received()?.code()
    }

    /// The service's words on the error, for people.
    pub fn message(&self) -> Option<&str> {
        self.received()?.message()
    }

    /// The identifier that the service gives the request: what its people ask for.
    pub fn request_id(&self) -> Option<&str> {
        self.received()?.request_id()
    }

    /// How long the service asks to wait before the next try.
    pub fn retry_after(&self) -> Option<Duration> {
        self.received()?.retry_after()
    }

    /// Whether the same request may succeed later: the service or the network had no time for it. It does not say
    /// that the request may be sent twice: one that changes something may have done so.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(failure) => failure.is_retryable(),
            Self::Refused(refused) => refused.is_retryable(),
            Self::Violated(_) => false,
            Self::Documented(_) | Self::Unexpected(_) | Self::Undecodable(_) => {
                self.received().is_some_and(Received::is_retryable)
            }
        }
    }

    /// Whether the time for the call or for its connection was over.
    pub fn is_timeout(&self) -> bool {
        matches!(self, Self::Transport(failure) if failure.is_timeout())
    }

    /// What the request or the reply breaks of what the document states.
    pub fn violations(&self) -> &[Violation] {
        match self {
            Self::Documented(error) => error.violations(),
            Self::Violated(reply) => reply.violations(),
            Self::Refused(refused) => refused.violations(),
            Self::Unexpected(_) | Self::Undecodable(_) | Self::Transport(_) => &[],
        }
    }

    /// The body, as received; as much of it as had come, where the transport failed.
    pub fn raw_body(&self) -> Option<&Bytes> {
        self.received().map(Received::body)
    }

    /// How many times the request was sent.
    pub fn attempts(&self) -> u32 {
        match self {
            Self::Transport(failure) => failure.attempts(),
            Self::Refused(refused) => refused.attempts(),
            _ => self.received().map_or(0, Received::attempts),
        }
    }

    /// The error that the document states, where it is one.
    pub fn documented(&self) -> Option<&E> {
        match self {
            Self::Documented(error) => Some(error),
            _ => None,
        }
    }
}

impl<E: DocumentedError> From<E> for Error<E> {
    fn from(error: E) -> Self {
        Self::Documented(error)
    }
}

impl<E: DocumentedError> From<Undecodable> for Error<E> {
    fn from(error: Undecodable) -> Self {
        Self::Undecodable(error)
    }
}

impl<E: DocumentedError> From<Unexpected> for Error<E> {
    fn from(error: Unexpected) -> Self {
        Self::Unexpected(error)
    }
}

impl<E: DocumentedError> From<TransportFailure> for Error<E> {
    fn from(failure: TransportFailure) -> Self {
        Self::Transport(failure)
    }
}

impl<E: DocumentedError> From<Refused> for Error<E> {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl<E: DocumentedError> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Documented(error) => Told(error.received()).fmt(formatter),
            Self::Unexpected(error) => error.fmt(formatter),
            Self::Undecodable(error) => error.fmt(formatter),
            Self::Violated(reply) => ToldBut(reply.received(), Listed(reply.violations())).fmt(formatter),
            Self::Transport(failure) => failure.fmt(formatter),
            Self::Refused(refused) => refused.fmt(formatter),
        }
    }
}

/// The message above tells what these know; what they come from is the source.
impl<E: DocumentedError> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Undecodable(error) => error.source(),
            Self::Transport(failure) => failure.source(),
            Self::Refused(refused) => refused.source(),
            Self::Documented(_) | Self::Unexpected(_) | Self::Violated(_) => None,
        }
    }
}

/// `the reply breaks the document: …; …`.
struct Listed<'v>(&'v [Violation]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the reply breaks what the document states: ")?;
        for (index, violation) in self.0.iter().enumerate() {
            let sign = if index == 0 { "" } else { "; " };
            write!(formatter, "{sign}{violation}")?;
        }
        Ok(())
    }
}
