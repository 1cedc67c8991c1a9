//! The end of the time that something may take.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use crate::clock::Clock;
use crate::transport::{BoxFuture, TransportError, TransportErrorKind};

/// A moment on a clock by which something must be done, and how much time that was at its beginning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    begun: Duration,
    end: Duration,
    time: Duration,
    what: Limited,
}

/// What must be done by then.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Limited {
    Attempt,
    Call,
    Wait,
}

impl Limit {
    /// This much time from now.
    pub(crate) fn new(clock: &dyn Clock, time: Duration, what: Limited) -> Self {
        let begun = clock.elapsed();
        Self { begun, end: begun.saturating_add(time), time, what }
    }

    /// The one of two that comes first.
    pub(crate) fn sooner(self, other: Self) -> Self {
        if other.end < self.end { other } else { self }
    }

    /// How much time is left.
    pub(crate) fn left(&self, clock: &dyn Clock) -> Duration {
        self.end.saturating_sub(clock.elapsed())
    }

    /// How much time has passed since its beginning.
    pub(crate) fn passed(&self, clock: &dyn Clock) -> Duration {
        clock.elapsed().saturating_sub(self.begun)
    }

    /// Runs out on this clock.
    pub(crate) fn deadline(self, clock: &dyn Clock) -> Deadline {
        Deadline { limit: self, over: clock.sleep(self.left(clock)) }
    }
}

/// Completes "not done within TIME, ".
impl fmt::Display for Limited {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Attempt => "the time that an attempt may take",
            Self::Call => "the time that the call may take",
            Self::Wait => "the time that the wait may take",
        })
    }
}

/// A limit that is running out.
pub(crate) struct Deadline {
    limit: Limit,
    over: BoxFuture<'static, ()>,
}

impl Deadline {
    /// Does this work, unless the time is over first; then the work is dropped. After that, the deadline must not be
    /// used again.
    ///
    /// Where it does not lie in the heap, the caller pins it: to take it in would give it room twice, where it comes from
    /// and where it is held.
    pub(crate) async fn hold<T>(&mut self, mut work: impl Future<Output = T> + Unpin) -> Result<T, TransportError> {
        let over = &mut self.over;
        let done = poll_fn(|context| {
            // The work goes first: what is ready in time is not lost to a slow machine.
            if let Poll::Ready(done) = Pin::new(&mut work).poll(context) {
                return Poll::Ready(Some(done));
            }
            over.as_mut().poll(context).map(|()| None)
        });
        done.await.ok_or_else(|| {
            let message = format!("not done within {:?}, {}", self.limit.time, self.limit.what);
            TransportError::new(TransportErrorKind::Timeout, message)
        })
    }
}
