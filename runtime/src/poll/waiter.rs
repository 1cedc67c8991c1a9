//! What a reply says of long-running work.

use std::time::Duration;

use serde_json::Value;

use crate::response::Received;

/// How the end of long-running work shows in the replies of an operation: one waiter of its `x-polling`.
///
/// It holds what the document says, and [`sighting`](Self::sighting) reads a reply by it. What asks again and again is a
/// [`Wait`](super::Wait).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiter {
    /// Its name in the document.
    pub name: &'static str,
    /// Where in the body the state stands: a JSON pointer (RFC 6901).
    pub state: &'static str,
    /// Where the progress in percent stands, likewise.
    pub progress: Option<&'static str>,
    /// The header that says when to ask again.
    pub delay: Option<&'static str>,
    /// The states in which the work goes on no more by itself, and what each means.
    pub outcomes: &'static [(&'static str, Outcome)],
    /// All states that the document knows, those of `outcomes` among them; empty where it does not say.
    pub states: &'static [&'static str],
}

/// What a state of long-running work means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The work is done.
    Succeeded,
    /// The work has ended without success.
    Failed,
    /// The work was canceled before its end.
    Canceled,
    /// A person must act before the work goes on.
    NeedsAttention,
}

/// What one reply says of long-running work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sighting {
    /// The state, as the service spells it.
    pub state: String,
    /// What the state means; `None` while the work goes on, also in a state that the document does not know.
    pub outcome: Option<Outcome>,
    /// The progress in percent, where the reply states it as a number.
    pub progress: Option<f64>,
    /// How long to wait before the next look, where the reply says so.
    pub delay: Option<Duration>,
}

impl Waiter {
    /// Reads a reply. `None` where its body is no JSON, or has no text where the state should stand.
    pub fn sighting(&self, reply: &Received) -> Option<Sighting> {
        let body: Value = serde_json::from_slice(reply.body()).ok()?;
        let state = body.pointer(self.state)?.as_str()?;
        Some(Sighting {
            outcome: self.outcome(state),
            progress: self.progress.and_then(|pointer| body.pointer(pointer)?.as_f64()),
            delay: self.delay.and_then(|header| delay(reply, header)),
            state: state.to_owned(),
        })
    }

    /// What a state means; `None` where the work goes on.
    pub fn outcome(&self, state: &str) -> Option<Outcome> {
        self.outcomes.iter().find(|(known, _)| *known == state).map(|(_, outcome)| *outcome)
    }

    /// Whether the document knows a state; any is known where it does not say which there are.
    pub fn knows(&self, state: &str) -> bool {
        self.states.is_empty() || self.states.contains(&state) || self.outcome(state).is_some()
    }
}

/// `retry-after` as HTTP means it; any other header as a number of seconds.
fn delay(reply: &Received, header: &str) -> Option<Duration> {
    if header.eq_ignore_ascii_case("retry-after") {
        return reply.retry_after();
    }
    let seconds = reply.header_text(header)?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}
