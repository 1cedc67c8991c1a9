//! A request with options of its own.

use std::future::IntoFuture;
use std::time::Duration;

use super::operation::Operation;
use super::pending::Pending;
use crate::error::Error;
use crate::response::ResponseChecks;
use crate::retry::RetryPolicy;

/// A request whose call does something differently from its client.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct Customize<O>(O);

impl<O: Operation> Customize<O> {
    /// This request, without options so far.
    pub fn new(operation: O) -> Self {
        Self(operation)
    }

    /// How long one attempt of this call may take.
    pub fn attempt_timeout(mut self, attempt_timeout: Duration) -> Self {
        self.0.call_mut().options_mut().attempt_timeout(attempt_timeout);
        self
    }

    /// How long this call may take in all, its attempts and the delays between them included.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.0.call_mut().options_mut().deadline(deadline);
        self
    }

    /// When this request is sent again.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.0.call_mut().options_mut().retry(retry);
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

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<O::Response, Error<O::Error>> {
        self.0.call().send_blocking(&self.0)
    }

    /// The request with these options, for example to wait with it for long-running work.
    pub fn into_request(self) -> O {
        self.0
    }
}

impl<O: Operation> IntoFuture for Customize<O> {
    type Output = Result<O::Response, Error<O::Error>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
