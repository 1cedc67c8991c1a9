//! Looking again and again.

use std::time::Duration;

use super::pace::{LEAST, Pace};
use super::seen::Seen;
use super::snapshot::Snapshot;
use super::waiter::{Outcome, Sighting, Waiter};
use crate::error::Error;
use crate::observe::{Event, WaitEnding};
use crate::pipeline::{Identifiers, Limit, Limited, Operation};
use crate::response::OperationResponse;
use crate::retry::RetryPolicy;

/// How to wait: what the caller of a wait may set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) max_wait: Duration,
    pub(super) stalled_after: Option<Duration>,
    pub(super) pace: Pace,
    /// What no delay that the service asks for is less than, where the caller says.
    pub(super) least_delay: Option<Duration>,
}

/// What no delay that the service asks for is less than, unless the caller says otherwise.
const LEAST_ASKED: Duration = Duration::from_secs(1);

/// So long before its end a wait looks for the last time, so that there is time for a reply. One that has looked since
/// does not look again.
const LAST_LOOK: Duration = Duration::from_secs(1);

impl Terms {
    /// What no delay that the service asks for is less than: as the caller says, else the shortest of the pace, but never more
    /// than a second.
    fn least(&self) -> Duration {
        self.least_delay.unwrap_or_else(|| self.pace.shortest().min(LEAST_ASKED)).max(LEAST)
    }
}

/// Why there are no more snapshots, but that the work is done.
pub(super) enum Stop<O: Operation> {
    /// The work has ended without success.
    Failed,
    /// The work was canceled.
    Canceled,
    /// The work goes on no more by itself.
    NeedsAttention,
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
    seen: Seen<O>,
    changed: Duration,
    /// How many looks have failed since the last snapshot.
    in_a_row: u32,
    /// How long the wait took, once it has ended.
    took: Option<Duration>,
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
            seen,
            changed: Duration::ZERO,
            in_a_row: 0,
            took: None,
            #[cfg(feature = "tracing")]
            span: crate::observe::wait_span(O::FACTS.id, waiter.name),
        }
    }

    /// The next snapshot; `None` after the one that shows the work done.
    pub(super) async fn next(&mut self) -> Option<Result<Snapshot<O>, Stop<O>>> {
        if self.took.is_some() {
            return None;
        }
        #[cfg(feature = "tracing")]
        let span = self.span.clone();
        let look = self.look();
        #[cfg(feature = "tracing")]
        let look = crate::observe::within(span, look);
        let next = look.await.and_then(|snapshot| match snapshot.sighting().outcome.and_then(Stop::of) {
            None => Ok(snapshot),
            Some(stop) => Err(stop),
        });
        match &next {
            Ok(snapshot) if snapshot.sighting().outcome.is_none() => {}
            Ok(_) => self.end(WaitEnding::Succeeded),
            Err(stop) => self.end(stop.ending()),
        }
        Some(next)
    }

    fn end(&mut self, ending: WaitEnding) {
        let took = self.elapsed();
        self.took = Some(took);
        let (operation, snapshots) = (O::FACTS.id, self.taken);
        self.operation.call().pipeline().tell(&Event::WaitEnds { operation, snapshots, took, ending });
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
                Ok(Ok(reply)) => return self.see(reply),
                Ok(Err(error)) => {
                    let delay = self.survive(error)?;
                    let (operation, in_a_row) = (O::FACTS.id, self.in_a_row);
                    pipeline.tell(&Event::LookFailed { operation, in_a_row, delay });
                    self.delay = Some(delay);
                }
            }
        }
    }

    /// Waits for the next look, unless the wait ends before. Whatever the delay, there is a look before it is said that
    /// nothing changes, and one shortly before the end.
    async fn pause(&self, delay: Duration, limit: Limit) -> Result<(), Stop<O>> {
        let clock = self.operation.call().pipeline().clock();
        let left = limit.left(clock);
        let delay = self.until_stalled().map_or(delay, |until| until.max(LEAST).min(delay));
        if delay < left {
            clock.sleep(delay).await;
            return Ok(());
        }
        let last = left.saturating_sub(LAST_LOOK);
        clock.sleep(if last.is_zero() { left } else { last }).await;
        if last.is_zero() { Err(Stop::TimedOut) } else { Ok(()) }
    }

    fn now(&self) -> Duration {
        self.operation.call().pipeline().clock().elapsed()
    }

    /// How long it is until nothing has changed for as long as the caller bears.
    fn until_stalled(&self) -> Option<Duration> {
        let still = self.now().saturating_sub(self.changed);
        Some(self.terms.stalled_after?.saturating_sub(still))
    }

    fn is_stalled(&self) -> bool {
        self.until_stalled().is_some_and(|until| until.is_zero())
    }

    /// Takes a reply for the next snapshot.
    fn see(&mut self, reply: O::Response) -> Result<Snapshot<O>, Stop<O>> {
        let received = reply.received();
        let has_changed = self.seen.last.as_ref().is_none_or(|last| last.reply().received().body() != received.body());
        if has_changed {
            self.pace.quicken();
            self.changed = self.now();
        }
        self.taken += 1;
        let sighting = self.waiter.sighting(received);
        let is_stateless = sighting.is_none();
        let sighting = sighting.unwrap_or_default();
        if !is_stateless {
            self.tell(&sighting);
        }
        let own = self.pace.step();
        // Nothing at all is no time to wait, and looking in a circle helps nobody.
        let asked = sighting.delay.filter(|delay| !delay.is_zero());
        self.delay = Some(asked.map_or(own, |asked| asked.max(self.terms.least())));
        let since = self.seen.failures.len().saturating_sub(self.in_a_row as usize);
        let failures = self.seen.failures.iter().skip(since).cloned().collect();
        self.in_a_row = 0;
        let snapshot: Snapshot<O> = Snapshot::new(reply, sighting, self.taken, self.elapsed(), failures);
        self.seen.last = Some(snapshot.clone());
        let is_running = snapshot.sighting().outcome.is_none();
        if is_stateless {
            Err(Stop::Stateless)
        } else if is_running && self.is_stalled() {
            Err(Stop::Stalled)
        } else {
            Ok(snapshot)
        }
    }

    fn tell(&mut self, sighting: &Sighting) {
        let pipeline = self.operation.call().pipeline();
        let (operation, state) = (O::FACTS.id, sighting.state.as_str());
        let (snapshot, progress) = (self.taken, sighting.progress);
        pipeline.tell(&Event::SnapshotTaken { operation, snapshot, state, progress });
        if !self.waiter.knows(state) && self.seen.is_new(state) {
            pipeline.tell(&Event::StateUnknown { operation, state });
        }
    }

    /// Keeps a failure, and says when to look again; stops where that would not help.
    fn survive(&mut self, error: Error<O::Error>) -> Result<Duration, Stop<O>> {
        // A reply may be no more than its state; that is all that ends a wait.
        if let Error::Undecodable(undecodable) = &error
            && undecodable.received().status().is_success()
            && let Some(outcome) = self.waiter.sighting(undecodable.received()).and_then(|seen| seen.outcome)
            && let Some(stop) = Stop::of(outcome)
        {
            self.seen.survive(error);
            return Err(stop);
        }
        self.in_a_row += 1;
        let call = self.operation.call();
        let policy = call.retry();
        // Until something was seen of the work, what keeps failing is rather a mistake than a moment of weakness.
        let most = match &error {
            Error::Transport(failure) => failure.most_attempts(),
            _ => u32::MAX,
        };
        let is_in_vain = self.seen.last.is_none() && self.in_a_row >= policy.max_attempts().min(most);
        if !error.is_retryable() || is_in_vain {
            return Err(Stop::Refused(Box::new(error)));
        }
        // Many waits that fail together must not look together.
        let drawn = call.pipeline().draw(policy, self.in_a_row);
        let delay = drawn.max(error.retry_after().unwrap_or_default()).max(LEAST);
        self.pace.step();
        self.seen.survive(error);
        if self.is_stalled() { Err(Stop::Stalled) } else { Ok(delay) }
    }

    pub(super) fn seen(&self) -> &Seen<O> {
        &self.seen
    }

    pub(super) fn taken(&self) -> u32 {
        self.taken
    }

    pub(super) fn waiter(&self) -> &Waiter {
        &self.waiter
    }

    /// How long the wait has taken so far, or took.
    pub(super) fn elapsed(&self) -> Duration {
        let clock = self.operation.call().pipeline().clock();
        let passed = || self.limit.map_or(Duration::ZERO, |limit| limit.passed(clock));
        self.took.unwrap_or_else(passed)
    }

    /// Takes it apart: what is waited for, how, and what was seen.
    pub(super) fn into_parts(self) -> (O, Waiter, Terms, Seen<O>) {
        (self.operation, self.waiter, self.terms, self.seen)
    }
}

impl<O: Operation> Stop<O> {
    /// What an end of the work stops a wait with; nothing where the work is done.
    fn of(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::Succeeded => None,
            Outcome::Failed => Some(Self::Failed),
            Outcome::Canceled => Some(Self::Canceled),
            Outcome::NeedsAttention => Some(Self::NeedsAttention),
        }
    }

    fn ending(&self) -> WaitEnding {
        match self {
            Self::Failed => WaitEnding::Failed,
            Self::Canceled => WaitEnding::Canceled,
            Self::NeedsAttention => WaitEnding::NeedsAttention,
            Self::Stalled => WaitEnding::Stalled,
            Self::TimedOut => WaitEnding::TimedOut,
            Self::Stateless => WaitEnding::Stateless,
            Self::Refused(_) => WaitEnding::Refused,
        }
    }
}
