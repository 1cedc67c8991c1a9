//! The end of the time that a call may take.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use crate::clock::Clock;
use crate::transport::{BoxFuture, TransportError, TransportErrorKind};

/// The time that a call may take. It runs through all its parts, attempts and waits alike.
pub(super) struct Deadline {
    timeout: Duration,
    over: BoxFuture<'static, ()>,
}

impl Deadline {
    /// Begins to run now.
    pub(super) fn new(clock: &dyn Clock, timeout: Duration) -> Self {
        Self { timeout, over: clock.sleep(timeout) }
    }

    /// Does this work, unless the time is over first; then the work is dropped. After that, the deadline must not be
    /// used again.
    pub(super) async fn hold<T>(&mut self, work: impl Future<Output = T>) -> Result<T, TransportError> {
        let mut work = pin!(work);
        let over = &mut self.over;
        let done = poll_fn(|context| {
            // The work goes first: what is ready in time is not lost to a slow machine.
            if let Poll::Ready(done) = work.as_mut().poll(context) {
                return Poll::Ready(Some(done));
            }
            over.as_mut().poll(context).map(|()| None)
        });
        done.await.ok_or_else(|| {
            let message = format!("not done within {:?}, the time that the call may take", self.timeout);
            TransportError::new(TransportErrorKind::Timeout, message)
        })
    }
}
