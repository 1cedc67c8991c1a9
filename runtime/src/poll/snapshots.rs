//! What is seen in the course of a wait.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::snapshot::Snapshot;
use super::stopped::WaitError;
use super::watch::{Stop, Watch};
use crate::pipeline::Operation;
use crate::transport::BoxFuture;

/// A stream of how work stands, until it is done. Made by [`Wait::snapshots`](super::Wait::snapshots).
///
/// An error is its last item. Dropping it stops the wait at once.
#[must_use = "a stream does nothing until it is polled"]
pub struct Snapshots<O: Operation>(State<O>);

type Next<O> = (Box<Watch<O>>, Option<Result<Snapshot<O>, Stop<O>>>);

enum State<O: Operation> {
    Resting(Box<Watch<O>>),
    Looking(BoxFuture<'static, Next<O>>),
    Ended,
}

impl<O: Operation> Snapshots<O> {
    pub(super) fn new(watch: Watch<O>) -> Self {
        Self(State::Resting(Box::new(watch)))
    }

    /// The next snapshot, for those who have no library for streams at hand. `None` after the one that shows the work
    /// done, and after an error.
    pub async fn next(&mut self) -> Option<Result<Snapshot<O>, WaitError<O>>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<O: Operation> Stream for Snapshots<O> {
    type Item = Result<Snapshot<O>, WaitError<O>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::mem::replace(&mut self.0, State::Ended) {
                State::Ended => return Poll::Ready(None),
                State::Resting(mut watch) => {
                    self.0 = State::Looking(Box::pin(async move {
                        let next = watch.next().await;
                        (watch, next)
                    }));
                }
                State::Looking(mut looking) => {
                    let looked = looking.as_mut().poll(context);
                    if looked.is_pending() {
                        self.0 = State::Looking(looking);
                    }
                    let (watch, next) = ready!(looked);
                    return Poll::Ready(match next {
                        None => None,
                        Some(Ok(snapshot)) => {
                            self.0 = State::Resting(watch);
                            Some(Ok(snapshot))
                        }
                        Some(Err(stop)) => Some(Err(WaitError::new(watch, stop))),
                    });
                }
            }
        }
    }
}

impl<O: Operation> fmt::Debug for Snapshots<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            State::Resting(_) => "Snapshots(resting)",
            State::Looking(_) => "Snapshots(looking)",
            State::Ended => "Snapshots(ended)",
        })
    }
}
