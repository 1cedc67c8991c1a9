//! What happens in calls and waits, for those who watch: metrics, logs, progress.

mod event;
#[cfg(feature = "tracing")]
mod trace;

pub use event::{Ending, Event, GaveUp, Observer, WaitEnding};

#[cfg(feature = "tracing")]
pub(crate) use trace::{Span, call_span, log, wait_span, within};
