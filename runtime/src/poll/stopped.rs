//! Waits that did not end well.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::snapshot::Snapshot;
use super::watch::{Stop, Watch};
use crate::error::Error;
use crate::one_line::OneLine;
use crate::pipeline::Operation;
use crate::response::OperationResponse;

/// Why a wait ended before the work was done. Each keeps what was seen, and can be gone on with: see [`Stopped`].
#[non_exhaustive]
pub enum WaitError<O: Operation> {
    /// The work has ended without success.
    Failed(Stopped<O>),
    /// The work was canceled.
    Canceled(Stopped<O>),
    /// A person must act before the work goes on.
    NeedsAttention(Stopped<O>),
    /// Nothing has changed for as long as [`Wait::stalled_after`](super::Wait::stalled_after) says.
    Stalled(Stopped<O>),
    /// The work was not done within [`Wait::max_wait`](super::Wait::max_wait).
    TimedOut(Stopped<O>),
    /// The reply has no text where the state of the work should stand.
    Stateless(Stopped<O>),
    /// The service does not tell, or cannot be reached, and asking again would not help.
    Refused(Stopped<O>, Box<Error<O::Error>>),
}

/// A wait that has stopped, with what was seen so far.
pub struct Stopped<O: Operation>(Box<Watch<O>>);

impl<O: Operation> Stopped<O> {
    /// What was seen last; `None` where nothing was.
    pub fn last(&self) -> Option<&Snapshot<O>> {
        self.0.seen().last.as_ref()
    }

    /// The looks that failed and were survived, the latest 32.
    pub fn failures(&self) -> &[Arc<Error<O::Error>>] {
        &self.0.seen().failures
    }

    /// How many looks failed and were survived.
    pub fn failed(&self) -> u32 {
        self.0.seen().failed
    }

    /// How long the wait had taken.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    pub(super) fn into_watch(self) -> Watch<O> {
        *self.0
    }
}

impl<O: Operation> WaitError<O> {
    pub(super) fn new(watch: Box<Watch<O>>, stop: Stop<O>) -> Self {
        let stopped = Stopped(watch);
        match stop {
            Stop::Failed => Self::Failed(stopped),
            Stop::Canceled => Self::Canceled(stopped),
            Stop::NeedsAttention => Self::NeedsAttention(stopped),
            Stop::Stalled => Self::Stalled(stopped),
            Stop::TimedOut => Self::TimedOut(stopped),
            Stop::Stateless => Self::Stateless(stopped),
            Stop::Refused(error) => Self::Refused(stopped, error),
        }
    }

    /// The wait, as far as it came.
    pub fn stopped(&self) -> &Stopped<O> {
        match self {
            Self::Failed(stopped)
            | Self::Canceled(stopped)
            | Self::NeedsAttention(stopped)
            | Self::Stalled(stopped)
            | Self::TimedOut(stopped)
            | Self::Stateless(stopped)
            | Self::Refused(stopped, _) => stopped,
        }
    }

    /// What was seen last; `None` where nothing was.
    pub fn last(&self) -> Option<&Snapshot<O>> {
        self.stopped().last()
    }

    /// The looks that failed and were survived, the latest 32.
    pub fn failures(&self) -> &[Arc<Error<O::Error>>] {
        self.stopped().failures()
    }

    /// The error of the look that ended the wait, where it is [`Refused`](Self::Refused).
    pub fn error(&self) -> Option<&Error<O::Error>> {
        match self {
            Self::Refused(_, error) => Some(error),
            _ => None,
        }
    }

    /// The wait itself, to be gone on with.
    pub fn into_stopped(self) -> Stopped<O> {
        match self {
            Self::Failed(stopped)
            | Self::Canceled(stopped)
            | Self::NeedsAttention(stopped)
            | Self::Stalled(stopped)
            | Self::TimedOut(stopped)
            | Self::Stateless(stopped)
            | Self::Refused(stopped, _) => stopped,
        }
    }
}

impl<O: Operation> fmt::Debug for Stopped<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Stopped")
            .field("operation", &O::FACTS.id)
            .field("elapsed", &self.elapsed())
            .field("last", &self.last())
            .field("failures", &self.failures())
            .finish()
    }
}

impl<O: Operation> fmt::Debug for WaitError<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Failed(_) => "Failed",
            Self::Canceled(_) => "Canceled",
            Self::NeedsAttention(_) => "NeedsAttention",
            Self::Stalled(_) => "Stalled",
            Self::TimedOut(_) => "TimedOut",
            Self::Stateless(_) => "Stateless",
            Self::Refused(stopped, error) => {
                return formatter.debug_tuple("Refused").field(stopped).field(error).finish();
            }
        };
        formatter.debug_tuple(name).field(self.stopped()).finish()
    }
}

/// One line: what was waited for, how it stands, after how long, and the identifier to give to the people of the service.
impl<O: Operation> fmt::Display for WaitError<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stopped = self.stopped();
        let what = stopped.0.waiter().name;
        match self {
            Self::Refused(_, error) => {
                let (elapsed, looks) =
                    (Milliseconds(stopped.elapsed()), Looks(stopped.0.taken() + stopped.failed() + 1));
                return write!(formatter, "while waiting for {what}, after {elapsed} and {looks}: {error}");
            }
            Self::Failed(_) => write!(formatter, "{}: the work has failed", O::FACTS.id),
            Self::Canceled(_) => write!(formatter, "{}: the work was canceled", O::FACTS.id),
            Self::NeedsAttention(_) => write!(formatter, "{}: the work waits for a person to act", O::FACTS.id),
            Self::Stalled(_) => write!(formatter, "{}: the work does not move, not {what}", O::FACTS.id),
            Self::TimedOut(_) => write!(formatter, "{}: not {what} in time", O::FACTS.id),
            Self::Stateless(_) => {
                let state = stopped.0.waiter().state;
                write!(formatter, "{}: the reply does not say at {state} how the work stands", O::FACTS.id)
            }
        }?;
        write!(formatter, " (after {}; {}", Milliseconds(stopped.elapsed()), Looks(stopped.0.taken()))?;
        if let Some(last) = stopped.last() {
            write!(formatter, "; state {}", OneLine(last.state()))?;
            if let Some(progress) = last.progress() {
                write!(formatter, ", {progress} %")?;
            }
            let received = last.reply().received();
            if let (Some(header), Some(id)) = (received.service().request_id, received.request_id()) {
                write!(formatter, "; {header}: {}", OneLine(id))?;
            }
        }
        if let Some(failure) = stopped.failures().last() {
            write!(formatter, "; {} failed, the last: {failure}", Looks(stopped.failed()))?;
        }
        formatter.write_str(")")
    }
}

impl<O: Operation> StdError for WaitError<O> {
    /// What the message does not tell already.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error().and_then(StdError::source)
    }
}

/// A duration in milliseconds: nobody looks more closely.
struct Milliseconds(Duration);

impl fmt::Display for Milliseconds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = u64::try_from(self.0.as_millis()).map_or(Duration::MAX, Duration::from_millis);
        write!(formatter, "{whole:?}")
    }
}

/// `1 look`, `2 looks`.
struct Looks(u32);

impl fmt::Display for Looks {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} look{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}
