//! Looking again and again.

use std::sync::Arc;
use std::time::Duration;

use super::pace::Pace;
use super::snapshot::Snapshot;
use super::waiter::{Outcome, Sighting, Waiter};
use crate::error::Error;
use crate::observe::Event;
use crate::pipeline::{Identifiers, Limit, Limited, Operation};
use crate::response::OperationResponse;
use crate::retry::RetryPolicy;

/// So many of the failures that were survived are kept, the latest.
const KEPT: usize = 32;

/// How to wait: what the caller of a wait may set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) max_wait: Duration,
    pub(super) stalled_after: Option<Duration>,
    pub(super) pace: Pace,
}

/// What was seen so far.
pub(super) struct Seen<O: Operation> {
    pub(super) last: Option<Snapshot<O>>,
    pub(super) failures: Vec<Arc<Error<O::Error>>>,
}

impl<O: Operation> Default for Seen<O> {
    fn default() -> Self {
        Self { last: None, failures: Vec::new() }
    }
}

/// Why there are no more snapshots, but that the work is done.
pub(super) enum Stop<O: Operation> {
    /// The work has ended, or goes on no more by itself.
    Ended(Outcome),
    /// Nothing has changed for as long as the caller bears.
    Stalled,
    /// The time of the wait is over.
    TimedOut,
    /// The reply does not say how the work stands.
    Stateless,
    /// A look failed, and another would not help.
    Refused(Box<Error<O::Error>>),
}

/// A wait under way.
pub(super) struct Watch<O: Operation> {
    operation: O,
    waiter: Waiter,
    terms: Terms,
    pace: Pace,
    /// Set with the first look.
    limit: Option<Limit>,
    identifiers: Identifiers,
    delay: Option<Duration>,
    taken: u32,
    last: Option<Snapshot<O>>,
    changed: Duration,
    failures: Vec<Arc<Error<O::Error>>>,
    /// How many looks have failed in all; not all of their failures are kept.
    failed: u32,
    /// How many of the failures are of looks since the last snapshot.
    in_a_row: u32,
    unknown: Vec<String>,
    ended: bool,
    #[cfg(feature = "tracing")]
    span: crate::observe::Span,
}

impl<O: Operation> Watch<O> {
    pub(super) fn new(operation: O, waiter: Waiter, terms: Terms, seen: Seen<O>) -> Self {
        Self {
            operation,
            waiter,
            terms,
            pace: terms.pace,
            limit: None,
            identifiers: Identifiers::default(),
            delay: None,
            taken: 0,
            last: seen.last,
            changed: Duration::ZERO,
            failures: seen.failures,
            failed: 0,
            in_a_row: 0,
            unknown: Vec::new(),
            ended: false,
            #[cfg(feature = "tracing")]
            span: crate::observe::wait_span(O::FACTS.id, waiter.name),
        }
    }

    /// The next snapshot; `None` after the one that shows the work done.
    pub(super) async fn next(&mut self) -> Option<Result<Snapshot<O>, Stop<O>>> {
        if self.ended {
            return None;
        }
        #[cfg(feature = "tracing")]
        let span = self.span.clone();
        let look = self.look();
        #[cfg(feature = "tracing")]
        let look = crate::observe::within(span, look);
        let next = look.await;
        if !matches!(&next, Ok(snapshot) if snapshot.sighting().outcome.is_none()) {
            self.ended = true;
        }
        Some(match next {
            Ok(snapshot) => match snapshot.sighting().outcome {
                None | Some(Outcome::Succeeded) => Ok(snapshot),
                Some(outcome) => Err(Stop::Ended(outcome)),
            },
            Err(stop) => Err(stop),
        })
    }

    /// Looks until there is something to see.
    async fn look(&mut self) -> Result<Snapshot<O>, Stop<O>> {
        let pipeline = self.operation.call().pipeline().clone();
        let clock = pipeline.clock();
        let limit = *self.limit.get_or_insert_with(|| {
            self.changed = clock.elapsed();
            Limit::new(clock, self.terms.max_wait, Limited::Wait)
        });
        loop {
            if let Some(delay) = self.delay.take() {
                self.pause(delay, limit).await?;
            }
            // Retries would come to the same as the next look, and would not show.
            let policy = RetryPolicy::never();
            let look = self.operation.call().send_as(&self.operation, &mut self.identifiers, &policy);
            // In the heap, so that a wait between two looks, where it is nearly always, is small.
            let look = Box::pin(look);
            match limit.deadline(clock).hold(look).await {
                Err(_) => return Err(Stop::TimedOut),
                Ok(Ok(reply)) => return self.see(reply, limit),
                Ok(Err(error)) => {
                    let delay = self.survive(error)?;
                    let (operation, in_a_row) = (O::FACTS.id, self.in_a_row);
                    pipeline.tell(&Event::LookFailed { operation, in_a_row, delay });
                    self.delay = Some(delay);
                }
            }
        }
    }

    /// Waits for the next look, unless the wait ends before.
    async fn pause(&self, delay: Duration, limit: Limit) -> Result<(), Stop<O>> {
        let clock = self.operation.call().pipeline().clock();
        let left = limit.left(clock);
        let until_stalled = self.terms.stalled_after.map(|bearable| {
            let still = clock.elapsed().saturating_sub(self.changed);
            bearable.saturating_sub(still)
        });
        let (sleep, stop) = match until_stalled {
            Some(until) if until < left && until <= delay => (until, Some(Stop::Stalled)),
            _ if left <= delay => (left, Some(Stop::TimedOut)),
            _ => (delay, None),
        };
        clock.sleep(sleep).await;
        match stop {
            Some(stop) => Err(stop),
            None => Ok(()),
        }
    }

    /// Takes a reply for the next snapshot.
    fn see(&mut self, reply: O::Response, limit: Limit) -> Result<Snapshot<O>, Stop<O>> {
        let Some(sighting) = self.waiter.sighting(reply.received()) else {
            return Err(Stop::Stateless);
        };
        let pipeline = self.operation.call().pipeline().clone();
        let clock = pipeline.clock();
        let has_changed =
            self.last.as_ref().is_none_or(|last| last.reply().received().body() != reply.received().body());
        if has_changed {
            self.pace.quicken();
            self.changed = clock.elapsed();
        }
        self.taken += 1;
        self.tell(&sighting);
        let own = self.pace.step();
        // Nothing at all is no time to wait, and looking in a circle helps nobody.
        self.delay = Some(sighting.delay.filter(|delay| !delay.is_zero()).unwrap_or(own));
        let since = self.failures.len().saturating_sub(self.in_a_row as usize);
        let failures = self.failures.iter().skip(since).cloned().collect();
        self.in_a_row = 0;
        let snapshot: Snapshot<O> = Snapshot::new(reply, sighting, self.taken, limit.passed(clock), failures);
        self.last = Some(snapshot.clone());
        Ok(snapshot)
    }

    fn tell(&mut self, sighting: &Sighting) {
        let pipeline = self.operation.call().pipeline();
        let (operation, state) = (O::FACTS.id, sighting.state.as_str());
        let (snapshot, progress) = (self.taken, sighting.progress);
        pipeline.tell(&Event::SnapshotTaken { operation, snapshot, state, progress });
        if !self.waiter.knows(state) && !self.unknown.iter().any(|known| known == state) {
            pipeline.tell(&Event::StateUnknown { operation, state });
            self.unknown.push(state.to_owned());
        }
    }

    /// Keeps a failure, and says when to look again; stops where that would not help.
    fn survive(&mut self, error: Error<O::Error>) -> Result<Duration, Stop<O>> {
        self.in_a_row += 1;
        self.failed += 1;
        // Until something was seen of the work, what keeps failing is rather a mistake than a moment of weakness.
        let tries = self.operation.call().retry().max_attempts();
        let is_in_vain = self.last.is_none() && self.in_a_row >= tries;
        if !error.is_retryable() || is_in_vain {
            return Err(Stop::Refused(Box::new(error)));
        }
        let delay = self.pace.step().max(error.retry_after().unwrap_or_default());
        if self.failures.len() == KEPT {
            self.failures.remove(0);
        }
        self.failures.push(Arc::new(error));
        Ok(delay)
    }

    pub(super) fn last(&self) -> Option<&Snapshot<O>> {
        self.last.as_ref()
    }

    pub(super) fn taken(&self) -> u32 {
        self.taken
    }

    pub(super) fn failed(&self) -> u32 {
        self.failed
    }

    pub(super) fn waiter(&self) -> &Waiter {
        &self.waiter
    }

    pub(super) fn failures(&self) -> &[Arc<Error<O::Error>>] {
        &self.failures
    }

    /// How long the wait has taken so far.
    pub(super) fn elapsed(&self) -> Duration {
        let clock = self.operation.call().pipeline().clock();
        self.limit.map_or(Duration::ZERO, |limit| limit.passed(clock))
    }

    /// Takes it apart: what is waited for, how, and what was seen.
    pub(super) fn into_parts(self) -> (O, Waiter, Terms, Seen<O>) {
        (self.operation, self.waiter, self.terms, Seen { last: self.last, failures: self.failures })
    }
}
