//! Events and spans of the crate `tracing`.

use std::future::Future;

use tracing::Instrument;
pub(crate) use tracing::Span;

use super::event::{Ending, Event};

/// The span of a call; all of its events lie within.
pub(crate) fn call_span(operation: &'static str) -> Span {
    tracing::info_span!(target: "trueform", "call", operation)
}

/// The span of a wait; the spans of its calls lie within.
pub(crate) fn wait_span(operation: &'static str, waiter: &'static str) -> Span {
    tracing::info_span!(target: "trueform", "wait", operation, waiter)
}

/// Does this work within a span.
pub(crate) fn within<F: Future>(span: Span, work: F) -> impl Future<Output = F::Output> {
    work.instrument(span)
}

/// Writes an event to the log.
pub(crate) fn log(event: &Event<'_>) {
    match *event {
        Event::AttemptBegins { operation, attempt } => {
            tracing::trace!(target: "trueform", operation, attempt, "attempt begins");
        }
        Event::AttemptEnds { operation, attempt, took, ending, sent_request_id, request_id } => {
            let (status, failure) = match ending {
                Ending::Reply(status) => (Some(status.as_u16()), None),
                ending => (None, Some(tracing::field::debug(ending))),
            };
            tracing::debug!(
                target: "trueform",
                operation,
                attempt,
                took_ms = milliseconds(took),
                status,
                failure,
                sent_request_id,
                request_id,
                "attempt ends"
            );
        }
        Event::CredentialsRefused { operation, attempt } => {
            tracing::warn!(target: "trueform", operation, attempt, "credentials refused, asking for others");
        }
        Event::RetryScheduled { operation, attempt, delay } => {
            tracing::info!(target: "trueform", operation, attempt, delay_ms = milliseconds(delay), "sending again");
        }
        Event::RetriesEnd { operation, attempt, reason } => {
            tracing::info!(target: "trueform", operation, attempt, ?reason, "not sending again");
        }
        Event::ReplyViolates { operation, violations, first } => {
            tracing::warn!(target: "trueform", operation, violations, first, "the reply breaks bounds of the document");
        }
        Event::CallEnds { operation, attempts, took, succeeded, status } => {
            tracing::debug!(
                target: "trueform",
                operation,
                attempts,
                took_ms = milliseconds(took),
                succeeded,
                status = status.map(|status| status.as_u16()),
                "call ends"
            );
        }
        Event::SnapshotTaken { operation, snapshot, state, progress } => {
            tracing::debug!(target: "trueform", operation, snapshot, state, progress, "snapshot");
        }
        Event::WaitEnds { operation, snapshots, took, ending } => {
            tracing::debug!(target: "trueform", operation, snapshots, took_ms = milliseconds(took), ?ending, "wait ends");
        }
        Event::StateUnknown { operation, state } => {
            tracing::warn!(target: "trueform", operation, state, "the document does not know this state; waiting on");
        }
        Event::LookFailed { operation, in_a_row, delay } => {
            tracing::info!(
                target: "trueform",
                operation,
                in_a_row,
                delay_ms = milliseconds(delay),
                "could not look, looking again"
            );
        }
    }
}

fn milliseconds(duration: std::time::Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
