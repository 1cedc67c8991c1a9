//! A call from its beginning to its end.

use super::attempt::{Failure, attempt};
use super::call::Call;
use super::deadline::Deadline;
use super::operation::Operation;
use super::prepare::prepare;
use crate::error::Error;
use crate::response::{OperationResponse, RawReply, ResponseChecks};

impl Call {
    /// Checks a request, sends it, and reads the reply.
    ///
    /// # Errors
    ///
    /// The request was refused before it was sent, it did not get through, the reply could not be read, or the service
    /// answered with an error.
    pub async fn send<O: Operation>(&self, operation: &O) -> Result<O::Response, Error<O::Error>> {
        let settings = &*self.pipeline.0;
        let checks = self.options.response_checks.unwrap_or(settings.response_checks);
        let prepared = prepare(self, operation)?;
        let timeout = self.options.timeout.unwrap_or(settings.timeout);
        let mut deadline = Deadline::new(&*settings.clock, timeout);
        let received = attempt(settings, &prepared, &mut deadline, 1).await;
        let received = received.map_err(|failure| match failure {
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
