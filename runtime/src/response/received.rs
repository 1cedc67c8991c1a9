//! What came from the server, before anybody reads it.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{header_value, retry_after};
use crate::service::{RetryableCode, Service};

/// How far the clocks of client and server may differ before signatures are refused.
const SKEW: Duration = Duration::from_secs(300);

/// A reply as it came: status, headers, and the whole body. Every reply and every error that a server caused has one.
#[derive(Clone)]
pub struct Received(
    // On the heap: it passes through many hands, most of which hold it beside other outcomes of the same size.
    Box<Inner>,
);

#[derive(Clone)]
struct Inner {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    receipt: Receipt,
    said: OnceLock<Said>,
}

/// The circumstances of a reply.
#[derive(Clone, Debug)]
pub(crate) struct Receipt {
    /// The service that was called.
    pub(crate) service: &'static Service,
    /// The identifier of the operation.
    pub(crate) operation: &'static str,
    /// The identifier that the request went out with.
    pub(crate) sent_request_id: Option<Box<str>>,
    /// How many times the request was sent.
    pub(crate) attempts: u32,
    /// When the head of the reply came.
    pub(crate) at: SystemTime,
}

/// What the body says about an error, by the service's conventions.
#[derive(Clone, Default)]
struct Said {
    code: Option<Box<str>>,
    message: Option<Box<str>>,
}

impl Received {
    pub(crate) fn new(status: StatusCode, mut headers: HeaderMap, body: Bytes, receipt: Receipt) -> Self {
        // A session is a secret: `Debug` must not show it.
        // The entry of a header that is missing would make room for it first.
        if headers.contains_key(SET_COOKIE)
            && let http::header::Entry::Occupied(mut cookies) = headers.entry(SET_COOKIE)
        {
            cookies.iter_mut().for_each(|cookie| cookie.set_sensitive(true));
        }
        Self(Box::new(Inner { status, headers, body, receipt, said: OnceLock::new() }))
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers, as received.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The body, as received. Within a failure of the transport, it is what came before the failure.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// The identifier that the server gives the request, from the header that the service uses for it.
    pub fn request_id(&self) -> Option<&str> {
        self.header_text(self.0.receipt.service.request_id?)
    }

    /// The identifier that the client gave the request.
    pub fn sent_request_id(&self) -> Option<&str> {
        self.0.receipt.sent_request_id.as_deref()
    }

    /// The service's code of the error, for programs. `None` in a success, and where the body is not JSON or has none.
    pub fn code(&self) -> Option<&str> {
        self.said().code.as_deref()
    }

    /// The service's words on the error, for people. `None` in a success, and where the body is not JSON or has none.
    pub fn message(&self) -> Option<&str> {
        self.said().message.as_deref()
    }

    /// How long the server asks to wait, from the header `retry-after`: seconds, with a fraction or without, or a
    /// date, which counts from the header `date`, or from the time of receipt where that is missing.
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after::retry_after(&self.0.headers, self.0.receipt.at)
    }

    /// A header as text, the first where there are several; `None` where it is missing or no UTF-8.
    pub fn header_text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.0.headers.get(name)?.as_bytes()).ok()
    }

    /// A header read as a type; `None` where it is missing or its text does not parse. Several headers of one name are
    /// one list.
    pub fn header<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        header_value::read(&self.header_list(name)?).ok()
    }

    /// How many times the request was sent.
    pub fn attempts(&self) -> u32 {
        self.0.receipt.attempts
    }

    /// The identifier of the operation, as the document has it.
    pub fn operation(&self) -> &'static str {
        self.0.receipt.operation
    }

    /// The text of all headers of a name, behind commas, as HTTP has it.
    pub(super) fn header_list(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut texts = self.0.headers.get_all(name).into_iter();
        let first = std::str::from_utf8(texts.next()?.as_bytes()).ok()?;
        let mut all = Cow::Borrowed(first);
        for text in texts {
            let all = all.to_mut();
            all.push_str(", ");
            all.push_str(std::str::from_utf8(text.as_bytes()).ok()?);
        }
        Some(all)
    }

    pub(crate) fn service(&self) -> &'static Service {
        self.0.receipt.service
    }

    /// By how much the clocks of client and server differ, where that is enough to spoil a signature.
    pub(super) fn clock_skew(&self) -> Option<Duration> {
        let theirs = retry_after::date(&self.0.headers)?;
        let ours = Timestamp::try_from(self.0.receipt.at).ok()?;
        Some(theirs.duration_since(ours).unsigned_abs()).filter(|skew| *skew > SKEW)
    }

    /// Whether the same request may succeed later: 408, 429, 5xx but 501, and the codes that the service names.
    pub(crate) fn is_retryable(&self) -> bool {
        let status = self.0.status.as_u16();
        let by_status = matches!(status, 408 | 429 | 500 | 502..=599);
        // A status that the service names without codes is meant whatever its code.
        let named = |retryable: &RetryableCode| {
            retryable.status == status
                && (retryable.codes.is_empty() || self.code().is_some_and(|code| retryable.codes.contains(&code)))
        };
        by_status || self.0.receipt.service.retryable.iter().any(named)
    }

    fn said(&self) -> &Said {
        self.0.said.get_or_init(|| {
            let service = self.0.receipt.service;
            if self.0.status.is_success() || (service.error_code, service.error_message) == (None, None) {
                return Said::default();
            }
            let Ok(body) = serde_json::from_slice::<Value>(&self.0.body) else {
                return Said::default();
            };
            let text = |pointer: Option<&str>| match body.pointer(pointer?)? {
                Value::String(text) => Some(text.as_str().into()),
                Value::Number(number) => Some(number.to_string().into()),
                _ => None,
            };
            Said { code: text(service.error_code), message: text(service.error_message) }
        })
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Received")
            .field("operation", &self.0.receipt.operation)
            .field("status", &self.0.status)
            .field("headers", &self.0.headers)
            .field("body", &format_args!("{} bytes", self.0.body.len()))
            .field("attempts", &self.0.receipt.attempts)
            .finish_non_exhaustive()
    }
}
