//! A request with options of its own.

use std::future::IntoFuture;
use std::time::Duration;

use super::operation::Operation;
use super::pending::Pending;
use crate::error::Error;
use crate::response::ResponseChecks;

/// A request whose call does something differently from its client.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct Customize<O>(O);

impl<O: Operation> Customize<O> {
    /// This request, without options so far.
    pub fn new(operation: O) -> Self {
        Self(operation)
    }

    /// How long this call may take in all.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.0.call_mut().options_mut().timeout(timeout);
        self
    }

    /// Another header for this call; it replaces one of the same name, whoever has set that. With `authorization`, no
    /// other credentials are asked for. What cannot be sent refuses the call.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.call_mut().options_mut().header(name, value);
        self
    }

    /// What becomes of the reply if it breaks a bound of the document.
    pub fn response_checks(mut self, response_checks: ResponseChecks) -> Self {
        self.0.call_mut().options_mut().response_checks(response_checks);
        self
    }

    /// Checks the request, sends it, and reads the reply.
    ///
    /// # Errors
    ///
    /// The request was refused before it was sent, it did not get through, the reply could not be read, or the service
    /// answered with an error.
    pub async fn send(self) -> Result<O::Response, Error<O::Error>> {
        self.0.call().send(&self.0).await
    }
}

impl<O: Operation> IntoFuture for Customize<O> {
    type Output = Result<O::Response, Error<O::Error>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
