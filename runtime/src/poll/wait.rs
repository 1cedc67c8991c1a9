//! Waiting to the end.

use std::fmt;
use std::future::IntoFuture;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use super::pace::Pace;
use super::seen::Seen;
use super::snapshot::Snapshot;
use super::snapshots::Snapshots;
use super::stopped::{Stopped, WaitError};
use super::waiter::Waiter;
use super::watch::{Stop, Terms, Watch};
#[cfg(feature = "blocking")]
use crate::blocking::block_on;
use crate::error::Error;
#[cfg(feature = "blocking")]
use crate::error::Refused;
use crate::pipeline::{Operation, Pending};

const MAX_WAIT: Duration = Duration::from_secs(20 * 60);
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);

/// A wait for the end of long-running work, to be set up. Awaited, it is the whole wait; see
/// [`snapshots`](Self::snapshots) for what happens in between.
///
/// The first look is taken at once. The next one is taken when the reply says (for example in `retry-after`; see
/// [`least_delay`](Self::least_delay)), else after a second, then two, and so on up to half a minute, and after a second
/// again when something has changed. A look that fails for a reason that may pass is survived and kept, and the next one
/// is taken after a delay of the retry policy of the call; until something was seen, no more of them in a row than that
/// policy has attempts. A state that the document does not know is no end.
///
/// Dropping the future stops the wait at once. No task is spawned.
#[must_use = "a wait does nothing until it is awaited"]
pub struct Wait<O: Operation> {
    operation: O,
    waiter: Waiter,
    terms: Terms,
    seen: Seen<O>,
}

/// The reply that shows the work done, which it derefs to.
pub struct Waited<O: Operation> {
    reply: O::Response,
    failures: Vec<Arc<Error<O::Error>>>,
    failed: u32,
    looks: u32,
    elapsed: Duration,
}

impl<O: Operation> Wait<O> {
    /// A wait for the end that this waiter tells, in replies of this operation.
    pub fn new(operation: O, waiter: Waiter) -> Self {
        let terms =
            Terms { max_wait: MAX_WAIT, stalled_after: None, pace: Pace::new(SHORTEST, LONGEST), least_delay: None };
        Self { operation, waiter, terms, seen: Seen::default() }
    }

    /// How long to wait in all; 20 minutes unless stated. It is kept exactly: a look that is under way then is given up.
    /// Where the next look would come too late, however long the service asks to wait, there is a last one a second before
    /// the end.
    pub fn max_wait(mut self, max_wait: Duration) -> Self {
        self.terms.max_wait = max_wait;
        self
    }

    /// How long nothing may change in the replies before the wait ends with [`WaitError::Stalled`]; as long as the wait
    /// itself unless stated. There is a look at that time, even if the service asks for a later one, so that the wait may
    /// end later by as long as that takes.
    pub fn stalled_after(mut self, stalled_after: Duration) -> Self {
        self.terms.stalled_after = Some(stalled_after);
        self
    }

    /// The shortest and the longest delay between two looks where the reply does not say; 1 and 30 seconds unless stated.
    pub fn pace(mut self, shortest: Duration, longest: Duration) -> Self {
        self.terms.pace = Pace::new(shortest, longest);
        self
    }

    /// The shortest delay between two looks where the reply asks for less, in `retry-after` for example; a second unless
    /// stated, or the shortest of [`pace`](Self::pace) where that is less. It is one millisecond at least.
    pub fn least_delay(mut self, least_delay: Duration) -> Self {
        self.terms.least_delay = Some(least_delay);
        self
    }

    /// A stream of what is seen: each state of the work, as it is looked at, and the error that ends the wait, if one does.
    /// After the snapshot that shows the work done, the stream ends.
    pub fn snapshots(self) -> Snapshots<O> {
        Snapshots::new(self.watch())
    }

    /// Waits until the work is done.
    ///
    /// # Errors
    ///
    /// The work came to another end, or to none in time, or the service does not tell.
    pub async fn finish(self) -> Result<Waited<O>, WaitError<O>> {
        let mut watch = Box::new(self.watch());
        let ended = watch_to_end(&mut watch).await;
        conclude(watch, ended)
    }

    /// The same, holding up the thread until the work is done.
    ///
    /// # Errors
    ///
    /// As [`finish`](Self::finish); and in a task of an async runtime, which must not be held up,
    /// [`WaitError::Refused`]. In its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn finish_blocking(self) -> Result<Waited<O>, WaitError<O>> {
        let mut watch = Box::new(self.watch());
        match block_on(watch_to_end(&mut watch)) {
            Ok(ended) => conclude(watch, ended),
            Err(reason) => {
                let error = Error::Refused(Refused::unblockable(O::FACTS.id, reason));
                Err(WaitError::new(watch, Stop::Refused(Box::new(error))))
            }
        }
    }

    fn watch(self) -> Watch<O> {
        Watch::new(self.operation, self.waiter, self.terms, self.seen)
    }
}

/// The snapshot that shows the work done, or why there is none.
async fn watch_to_end<O: Operation>(watch: &mut Watch<O>) -> Result<Snapshot<O>, Stop<O>> {
    loop {
        let next = watch.next().await.expect("a watch that has not ended has something to say");
        if !matches!(&next, Ok(snapshot) if snapshot.sighting().outcome.is_none()) {
            return next;
        }
    }
}

fn conclude<O: Operation>(
    watch: Box<Watch<O>>,
    ended: Result<Snapshot<O>, Stop<O>>,
) -> Result<Waited<O>, WaitError<O>> {
    let snapshot = match ended {
        Ok(snapshot) => snapshot,
        Err(stop) => return Err(WaitError::new(watch, stop)),
    };
    let (looks, elapsed) = (watch.taken(), watch.elapsed());
    let (_, _, _, Seen { last, failures, failed, .. }) = watch.into_parts();
    drop(last);
    let reply = snapshot.into_reply().expect("the watch had the only other clone of the snapshot");
    Ok(Waited { reply, failures, failed, looks, elapsed })
}

impl<O: Operation> Stopped<O> {
    /// Goes on with the wait, for as long again. It looks at once.
    pub fn resume(self) -> Wait<O> {
        let (operation, waiter, terms, seen) = self.into_watch().into_parts();
        Wait { operation, waiter, terms, seen }
    }
}

impl<O: Operation> WaitError<O> {
    /// Goes on with the wait, for as long again. It looks at once.
    pub fn resume(self) -> Wait<O> {
        self.into_stopped().resume()
    }
}

impl<O: Operation> IntoFuture for Wait<O> {
    type Output = Result<Waited<O>, WaitError<O>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.finish())
    }
}

impl<O: Operation> Waited<O> {
    /// The reply, with its headers and violations.
    pub fn reply(&self) -> &O::Response {
        &self.reply
    }

    /// The reply alone.
    pub fn into_reply(self) -> O::Response {
        self.reply
    }

    /// The looks that failed and were survived, the latest 32.
    pub fn failures(&self) -> &[Arc<Error<O::Error>>] {
        &self.failures
    }

    /// How many looks failed and were survived.
    pub fn failed(&self) -> u32 {
        self.failed
    }

    /// How many times the work was seen.
    pub fn looks(&self) -> u32 {
        self.looks
    }

    /// How long the wait took.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }
}

impl<O: Operation> Deref for Waited<O> {
    type Target = O::Response;

    fn deref(&self) -> &O::Response {
        &self.reply
    }
}

impl<O: Operation> fmt::Debug for Waited<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Waited")
            .field("reply", &self.reply)
            .field("failures", &self.failures)
            .field("failed", &self.failed)
            .field("looks", &self.looks)
            .field("elapsed", &self.elapsed)
            .finish()
    }
}

impl<O: Operation> fmt::Debug for Wait<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Wait")
            .field("operation", &O::FACTS.id)
            .field("waiter", &self.waiter.name)
            .field("terms", &self.terms)
            .field("last", &self.seen.last)
            .finish()
    }
}
