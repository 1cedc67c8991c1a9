//! Requests that did not get through, and replies that did not get back.

use std::error::Error as StdError;
use std::fmt;

use crate::response::{Received, Replied, ToldBut};
use crate::transport::{TransportError, TransportErrorKind};

/// A failure between client and server. Where the head of a reply had come, it is kept.
#[derive(Debug)]
pub struct TransportFailure(Box<Parts>);

#[derive(Debug)]
struct Parts {
    operation: &'static str,
    error: TransportError,
    received: Option<Received>,
    /// The header that the service uses for it, and what was sent in it.
    sent_request_id: Option<(&'static str, Box<str>)>,
    attempts: u32,
    before: Option<Before>,
    /// Where the host comes from, where there is none of its name.
    host_from: Option<HostFrom>,
}

/// A host, and the setting of the client that it comes from.
#[derive(Debug)]
struct HostFrom {
    host: String,
    setting: String,
}

/// What came of the attempt before one that failed.
#[derive(Debug)]
pub(crate) enum Before {
    Reply(Received),
    Failure(TransportFailure),
}

impl Before {
    /// What was received of it.
    pub(crate) fn received(&self) -> Option<&Received> {
        match self {
            Self::Reply(received) => Some(received),
            Self::Failure(failure) => failure.received().or_else(|| failure.before()),
        }
    }

    /// How many times the request had been sent by then.
    pub(crate) fn attempts(&self) -> u32 {
        match self {
            Self::Reply(received) => received.attempts(),
            Self::Failure(failure) => failure.attempts(),
        }
    }
}

/// Completes "before: ".
impl fmt::Display for Before {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reply(received) => Replied(received).fmt(formatter),
            Self::Failure(failure) => failure.fmt(formatter),
        }
    }
}

impl TransportFailure {
    /// A failure before the head of a reply had come.
    pub(crate) fn before_reply(
        operation: &'static str,
        error: TransportError,
        sent_request_id: Option<(&'static str, Box<str>)>,
        attempts: u32,
    ) -> Self {
        Self(Box::new(Parts {
            operation,
            error,
            received: None,
            sent_request_id,
            attempts,
            before: None,
            host_from: None,
        }))
    }

    /// The same, knowing which setting of the client the host comes from. It is told where its name cannot be resolved.
    pub(crate) fn of_host(mut self, host: &str, setting: &str) -> Self {
        if self.0.error.is_of_host_name() {
            self.0.host_from = Some(HostFrom { host: host.to_owned(), setting: setting.to_owned() });
        }
        self
    }

    /// A failure in the body of a reply.
    pub(crate) fn within_reply(error: TransportError, received: Received) -> Self {
        Self(Box::new(Parts {
            operation: received.operation(),
            error,
            sent_request_id: received.service().request_id.zip(received.sent_request_id().map(Into::into)),
            attempts: received.attempts(),
            received: Some(received),
            before: None,
            host_from: None,
        }))
    }

    /// The same, knowing what came of the attempt before.
    pub(crate) fn after(mut self, before: Before) -> Self {
        self.0.before = Some(before);
        self
    }

    /// The same for the attempt after it. Of those before, a reply is remembered: a chain of failures would only repeat itself.
    pub(crate) fn into_before(mut self) -> Before {
        if matches!(self.0.before, Some(Before::Failure(_))) {
            self.0.before = None;
        }
        self.0.host_from = None;
        Before::Failure(self)
    }

    /// What was replied to an attempt before this one, which was no success.
    pub fn before(&self) -> Option<&Received> {
        self.0.before.as_ref()?.received()
    }

    /// What went wrong.
    pub fn kind(&self) -> TransportErrorKind {
        self.0.error.kind()
    }

    /// What the transport says.
    pub fn error(&self) -> &TransportError {
        &self.0.error
    }

    /// The head of the reply, where it had come, with as much of the body as had come and may be buffered.
    pub fn received(&self) -> Option<&Received> {
        self.0.received.as_ref()
    }

    /// The identifier that the client gave the request, by which the service may find it.
    pub fn sent_request_id(&self) -> Option<&str> {
        self.0.sent_request_id.as_ref().map(|(_, id)| &**id)
    }

    /// How many times the request was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether the service may know the request.
    fn may_have_arrived(&self) -> bool {
        matches!(self.kind(), TransportErrorKind::Timeout | TransportErrorKind::Reset | TransportErrorKind::Protocol)
    }

    pub(super) fn is_timeout(&self) -> bool {
        matches!(self.kind(), TransportErrorKind::Timeout | TransportErrorKind::ConnectTimeout)
    }

    pub(crate) fn is_retryable(&self) -> bool {
        self.is_timeout()
            || matches!(
                self.kind(),
                TransportErrorKind::Dns
                    | TransportErrorKind::Resolver
                    | TransportErrorKind::Refused
                    | TransportErrorKind::Reset
            )
    }

    /// How many attempts are worth it at most: a name that there is not comes to be in no time that is worth waiting for,
    /// but a resolver may be wrong once.
    pub(crate) fn most_attempts(&self) -> u32 {
        if self.kind() == TransportErrorKind::Dns { 2 } else { u32::MAX }
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &*self.0;
        if let Some(received) = &parts.received {
            // The limit says how much it is, and an interim reply has no body.
            let is_within = self.kind() != TransportErrorKind::BodyTooLarge && !received.status().is_informational();
            return if is_within {
                ToldBut(received, format_args!("{}, after {}", parts.error, Progress(received))).fmt(formatter)
            } else {
                ToldBut(received, &parts.error).fmt(formatter)
            };
        }
        write!(formatter, "{}: {}", parts.operation, parts.error)?;
        if let Some(HostFrom { host, setting }) = &parts.host_from {
            write!(formatter, "; the host {host} comes from {setting}")?;
        }
        let mut sign = " (";
        if let Some((header, id)) = parts.sent_request_id.as_ref().filter(|_| self.may_have_arrived()) {
            write!(formatter, "{sign}sent with {header}: {id}")?;
            sign = "; ";
        }
        if parts.attempts > 1 {
            write!(formatter, "{sign}{} attempts", parts.attempts)?;
            sign = "; ";
        }
        if let Some(before) = &parts.before {
            write!(formatter, "{sign}before: {before}")?;
            sign = "; ";
        }
        formatter.write_str(if sign == " (" { "" } else { ")" })
    }
}

/// How much of a body had come: `520 of the 1040 bytes of its body`.
struct Progress<'r>(&'r Received);

impl fmt::Display for Progress<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let came = self.0.body().len();
        match self.0.header_text("content-length").and_then(|text| text.trim().parse::<u64>().ok()) {
            Some(length) => write!(formatter, "{came} of the {length} bytes of its body"),
            None => write!(formatter, "{came} bytes of its body"),
        }
    }
}

impl StdError for TransportFailure {
    /// What the message does not tell already.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.error.source()
    }
}
