//! Attempts, until one is good enough or there is no point in another.

use std::time::Duration;

use http::StatusCode;

use super::attempt::{Attempt, Attempted, Failure, credentials_for};
use super::deadline::{Deadline, Limit, Limited};
use super::identify::Identifiers;
use super::prepare::Prepared;
use super::settings::Settings;
use super::watched::WatchedAttempt;
use crate::auth::Chosen;
use crate::error::Before;
use crate::observe::{Event, GaveUp};
use crate::response::Received;
use crate::retry::RetryPolicy;

/// A request that may be sent several times, and how.
pub(super) struct Repeat<'a> {
    pub(super) settings: &'a Settings,
    pub(super) prepared: &'a Prepared,
    pub(super) policy: &'a RetryPolicy,
    pub(super) attempt_timeout: Duration,
    /// When all attempts and the delays between them must be over.
    pub(super) limit: Limit,
}

impl Repeat<'_> {
    /// Sends the request until there is a reply that is no reason to send it again, or no more attempts are to be made.
    /// Then the last outcome is the one.
    pub(super) async fn run(&self, identifiers: &mut Identifiers) -> Result<Received, Failure> {
        let mut number = 0;
        let mut sent = 0;
        let mut before: Option<Before> = None;
        let mut renewed: Option<Chosen> = None;
        let mut is_renewed = false;
        loop {
            number += 1;
            let attempted = self.attempt(number, sent, renewed.take(), identifiers).await;
            sent = attempted.sent;
            let result = attempted.result.map_err(|failure| failure.after(before.take()));
            before = match result {
                Ok(reply) if self.is_refused(&reply, &attempted.credentials) && !is_renewed => {
                    is_renewed = true;
                    match self.renew(number, sent, &attempted.credentials).await {
                        // Another attempt would be refused again.
                        Ok(None) => return Ok(reply),
                        Ok(other) => renewed = other,
                        Err(failure) => return Err(failure.after(Some(Before::Reply(reply)))),
                    }
                    Some(Before::Reply(reply))
                }
                result => {
                    let Some(delay) = self.delay(number, &result) else { return result };
                    self.settings.clock.sleep(delay).await;
                    result.map_or_else(Failure::into_before, |reply| Some(Before::Reply(reply)))
                }
            };
        }
    }

    async fn attempt(
        &self,
        number: u32,
        sent: u32,
        credentials: Option<Chosen>,
        identifiers: &mut Identifiers,
    ) -> Attempted {
        let watched = WatchedAttempt::begin(self.settings, self.prepared.facts.id, number);
        let attempt = Attempt { settings: self.settings, prepared: self.prepared, sent, credentials };
        let attempted = attempt.make(identifiers, &mut self.deadline()).await;
        watched.end(&attempted);
        attempted
    }

    /// The end of an attempt that begins now.
    fn deadline(&self) -> Deadline {
        let clock = &*self.settings.clock;
        self.limit.sooner(Limit::new(clock, self.attempt_timeout, Limited::Attempt)).deadline(clock)
    }

    /// Whether the service has refused these credentials.
    fn is_refused(&self, reply: &Received, credentials: &Chosen) -> bool {
        reply.status() == StatusCode::UNAUTHORIZED && !self.prepared.authorised && !credentials.is_empty()
    }

    /// Asks for other credentials than those that were refused; `None` where they are the same again.
    async fn renew(&self, number: u32, sent: u32, refused: &Chosen) -> Result<Option<Chosen>, Failure> {
        self.tell(&Event::CredentialsRefused { operation: self.prepared.facts.id, attempt: number });
        let chosen = credentials_for(self.settings, self.prepared, &mut self.deadline(), sent, Some(refused)).await?;
        Ok((chosen != *refused).then_some(chosen))
    }

    /// The delay before the next attempt; `None` where none is to be made.
    fn delay(&self, number: u32, result: &Result<Received, Failure>) -> Option<Duration> {
        let (is_retryable, received) = match result {
            Ok(received) => (received.is_retryable(), Some(received)),
            Err(Failure::Transport(failure)) => (failure.is_retryable(), failure.received()),
            Err(Failure::Refused(refused)) => (refused.is_retryable(), None),
        };
        if !is_retryable {
            if result.is_ok() {
                self.settings.budget.refill();
            }
            return None;
        }
        let operation = self.prepared.facts.id;
        let most = match result {
            Err(Failure::Transport(failure)) => failure.most_attempts(),
            _ => u32::MAX,
        };
        match self.retry(number, most, received.and_then(Received::retry_after)) {
            Ok(delay) => {
                self.tell(&Event::RetryScheduled { operation, attempt: number, delay });
                Some(delay)
            }
            Err(reason) => {
                // Who never retries gives nothing up.
                if self.policy.max_attempts() > 1 {
                    self.tell(&Event::RetriesEnd { operation, attempt: number, reason });
                }
                None
            }
        }
    }

    /// The delay before another attempt, at least that which the service asks for.
    fn retry(&self, number: u32, most: u32, asked: Option<Duration>) -> Result<Duration, GaveUp> {
        if number >= self.policy.max_attempts().min(most) {
            return Err(GaveUp::Attempts);
        }
        if !self.policy.allows(self.prepared.repeatable) {
            return Err(GaveUp::NotIdempotent);
        }
        let delay = self.policy.delay(number, &*self.settings.randomness).max(asked.unwrap_or_default());
        if delay >= self.limit.left(&*self.settings.clock) {
            return Err(GaveUp::Deadline);
        }
        if self.settings.budget.take() { Ok(delay) } else { Err(GaveUp::Budget) }
    }

    fn tell(&self, event: &Event<'_>) {
        self.settings.tell(event);
    }
}
