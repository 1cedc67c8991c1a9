//! A reply that was read.

use std::fmt;
use std::ops::Deref;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::received::Received;
use crate::validate::Violation;

/// A reply with its body read as `T`, which it derefs to. Nothing of what came is lost: see [`Response::received`].
#[derive(Clone)]
pub struct Response<T>(Box<Parts<T>>);

#[derive(Clone)]
struct Parts<T> {
    body: T,
    received: Received,
    violations: Vec<Violation>,
}

/// What every reply of an operation can tell, whatever its body is.
pub trait OperationResponse: fmt::Debug + Send + Sync + 'static {
    /// The reply as it came.
    fn received(&self) -> &Received;

    /// What the reply breaks of what the document states.
    fn violations(&self) -> &[Violation];
}

impl<T> Response<T> {
    pub(super) fn new(body: T, received: Received, violations: Vec<Violation>) -> Self {
        Self(Box::new(Parts { body, received, violations }))
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.received().status()
    }

    /// The headers, as received.
    pub fn headers(&self) -> &HeaderMap {
        self.received().headers()
    }

    /// The reply as it came.
    pub fn received(&self) -> &Received {
        &self.0.received
    }

    /// The body, as received.
    pub fn raw_body(&self) -> &Bytes {
        self.received().body()
    }

    /// What the reply breaks of what the document states; empty where nothing is checked.
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }

    /// See [`Received::request_id`].
    pub fn request_id(&self) -> Option<&str> {
        self.received().request_id()
    }

    /// See [`Received::retry_after`].
    pub fn retry_after(&self) -> Option<Duration> {
        self.received().retry_after()
    }

    /// See [`Received::header_text`].
    pub fn header_text(&self, name: &str) -> Option<&str> {
        self.received().header_text(name)
    }

    /// See [`Received::header`].
    pub fn header<H: DeserializeOwned>(&self, name: &str) -> Option<H> {
        self.received().header(name)
    }

    /// How many times the request was sent.
    pub fn attempts(&self) -> u32 {
        self.received().attempts()
    }

    /// The body alone.
    pub fn into_body(self) -> T {
        self.0.body
    }

    /// The body, the reply as it came, and what it breaks.
    pub fn into_parts(self) -> (T, Received, Vec<Violation>) {
        let parts = *self.0;
        (parts.body, parts.received, parts.violations)
    }

    /// The same reply with another body.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        let (body, received, violations) = self.into_parts();
        Response::new(change(body), received, violations)
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.body
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Response")
            .field("body", &self.0.body)
            .field("received", &self.0.received)
            .field("violations", &self.0.violations)
            .finish()
    }
}

impl<T: fmt::Debug + Send + Sync + 'static> OperationResponse for Response<T> {
    fn received(&self) -> &Received {
        self.received()
    }

    fn violations(&self) -> &[Violation] {
        self.violations()
    }
}
