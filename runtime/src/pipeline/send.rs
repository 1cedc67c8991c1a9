//! A call from its beginning to its end.

use super::attempt::Failure;
use super::call::Call;
use super::deadline::{Limit, Limited};
use super::identify::Identifiers;
use super::operation::Operation;
use super::prepare::prepare;
use super::repeat::Repeat;
use super::watched::WatchedCall;
#[cfg(feature = "blocking")]
use crate::blocking::block_on;
use crate::error::Error;
#[cfg(feature = "blocking")]
use crate::error::Refused;
use crate::observe::Event;
use crate::response::{OperationResponse, RawReply, Received, ResponseChecks};
use crate::retry::RetryPolicy;

impl Call {
    /// Checks a request, sends it, and reads the reply.
    ///
    /// # Errors
    ///
    /// The request was refused before it was sent, it did not get through, the reply could not be read, or the service
    /// answered with an error.
    pub async fn send<O: Operation>(&self, operation: &O) -> Result<O::Response, Error<O::Error>> {
        self.send_as(operation, &mut Identifiers::default(), self.retry()).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking<O: Operation>(&self, operation: &O) -> Result<O::Response, Error<O::Error>> {
        block_on(self.send(operation)).unwrap_or_else(|reason| Err(Refused::unblockable(O::FACTS.id, reason).into()))
    }

    /// The same with these identifiers, and this policy.
    pub(crate) async fn send_as<O: Operation>(
        &self,
        operation: &O,
        identifiers: &mut Identifiers,
        retry: &RetryPolicy,
    ) -> Result<O::Response, Error<O::Error>> {
        let call = self.carry_out(operation, identifiers, retry);
        #[cfg(feature = "tracing")]
        let call = crate::observe::within(crate::observe::call_span(O::FACTS.id), call);
        call.await
    }

    async fn carry_out<O: Operation>(
        &self,
        operation: &O,
        identifiers: &mut Identifiers,
        retry: &RetryPolicy,
    ) -> Result<O::Response, Error<O::Error>> {
        let watched = WatchedCall::begin(&self.pipeline.0, O::FACTS.id);
        let result = self.repeat(operation, identifiers, retry).await;
        let (received, attempts) = match &result {
            Ok(response) => (Some(response.received()), response.received().attempts()),
            Err(error) => (error.received(), error.attempts()),
        };
        let violations = match &result {
            Ok(response) => response.violations(),
            Err(Error::Violated(response)) => response.violations(),
            Err(_) => &[],
        };
        if let Some(first) = violations.first() {
            let (operation, violations, first) = (O::FACTS.id, violations.len(), first.pointer());
            self.pipeline.tell(&Event::ReplyViolates { operation, violations, first });
        }
        watched.end(attempts, result.is_ok(), received.map(Received::status));
        result
    }

    async fn repeat<O: Operation>(
        &self,
        operation: &O,
        identifiers: &mut Identifiers,
        retry: &RetryPolicy,
    ) -> Result<O::Response, Error<O::Error>> {
        let settings = &*self.pipeline.0;
        let prepared = prepare(self, operation)?;
        let checks = self.options.response_checks.unwrap_or(settings.response_checks);
        let deadline = self.options.deadline.unwrap_or(settings.deadline);
        let repeat = Repeat {
            settings,
            prepared: &prepared,
            policy: retry,
            attempt_timeout: self.options.attempt_timeout.unwrap_or(settings.attempt_timeout),
            limit: Limit::new(&*settings.clock, deadline, Limited::Call),
        };
        let received = repeat.run(identifiers).await.map_err(|failure| match failure {
            Failure::Refused(refused) => Error::Refused(refused),
            Failure::Transport(failure) => Error::Transport(failure),
        })?;
        let response = O::decode(RawReply::new(received, checks))?;
        if checks == ResponseChecks::Strict && !response.violations().is_empty() {
            return Err(Error::Violated(Box::new(response)));
        }
        Ok(response)
    }
}
