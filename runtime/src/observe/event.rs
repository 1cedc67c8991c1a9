//! What happens, one event at a time.

use std::time::Duration;

use http::StatusCode;

use crate::transport::TransportErrorKind;

/// Is told what happens in the calls of a client, as it happens: for metrics, for example. Every closure that takes an
/// [`Event`] is one.
///
/// It is called in the middle of the call, on the thread that drives it, and holds that up for as long as it takes.
pub trait Observer: Send + Sync + 'static {
    /// Something happened.
    fn observe(&self, event: &Event<'_>);
}

impl<F: Fn(&Event<'_>) + Send + Sync + 'static> Observer for F {
    fn observe(&self, event: &Event<'_>) {
        self(event);
    }
}

/// Something that happened. No event holds a secret, a header, or anything of a body but states of long-running work.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A request is about to be identified, authorised and sent.
    #[non_exhaustive]
    AttemptBegins {
        /// The identifier of the operation.
        operation: &'static str,
        /// The number of the attempt, from 1.
        attempt: u32,
    },
    /// An attempt is over.
    #[non_exhaustive]
    AttemptEnds {
        /// The identifier of the operation.
        operation: &'static str,
        /// The number of the attempt, from 1.
        attempt: u32,
        /// How long it took.
        took: Duration,
        /// What came of it.
        ending: Ending,
        /// The identifier that the request was sent with.
        sent_request_id: Option<&'a str>,
        /// The identifier that the server gave it.
        request_id: Option<&'a str>,
    },
    /// The service refused the credentials (401), and they are asked for again.
    #[non_exhaustive]
    CredentialsRefused {
        /// The identifier of the operation.
        operation: &'static str,
        /// The number of the attempt that was refused.
        attempt: u32,
    },
    /// The request will be sent again after a delay.
    #[non_exhaustive]
    RetryScheduled {
        /// The identifier of the operation.
        operation: &'static str,
        /// The number of the attempt that failed.
        attempt: u32,
        /// The delay before the next one.
        delay: Duration,
    },
    /// The request might succeed later, but is not sent again.
    #[non_exhaustive]
    RetriesEnd {
        /// The identifier of the operation.
        operation: &'static str,
        /// The number of the attempt that failed.
        attempt: u32,
        /// Why not.
        reason: GaveUp,
    },
    /// A reply was read, but breaks bounds of the document.
    #[non_exhaustive]
    ReplyViolates {
        /// The identifier of the operation.
        operation: &'static str,
        /// How many bounds it breaks.
        violations: usize,
        /// Where the first of them stands: a JSON pointer, or `header:NAME`.
        first: &'a str,
    },
    /// A call is over.
    #[non_exhaustive]
    CallEnds {
        /// The identifier of the operation.
        operation: &'static str,
        /// How many times the request was sent; 0 also where the call was dropped.
        attempts: u32,
        /// How long the call took, with all delays.
        took: Duration,
        /// Whether its reply could be returned as a success.
        succeeded: bool,
        /// The status of the last reply.
        status: Option<StatusCode>,
    },
    /// A wait has seen how the work stands.
    #[non_exhaustive]
    SnapshotTaken {
        /// The identifier of the operation.
        operation: &'static str,
        /// The number of the snapshot, from 1.
        snapshot: u32,
        /// The state, as the service spells it.
        state: &'a str,
        /// The progress in percent.
        progress: Option<f64>,
    },
    /// A wait is over, but for one that was dropped.
    #[non_exhaustive]
    WaitEnds {
        /// The identifier of the operation.
        operation: &'static str,
        /// How many snapshots were taken.
        snapshots: u32,
        /// How long the wait took.
        took: Duration,
        /// Which end it came to.
        ending: WaitEnding,
    },
    /// A wait has seen a state that the document does not know; it goes on. Told once for each such state and wait.
    #[non_exhaustive]
    StateUnknown {
        /// The identifier of the operation.
        operation: &'static str,
        /// The state, as the service spells it.
        state: &'a str,
    },
    /// A wait could not see how the work stands, and will look again.
    #[non_exhaustive]
    LookFailed {
        /// The identifier of the operation.
        operation: &'static str,
        /// How many looks have failed in a row.
        in_a_row: u32,
        /// The delay before the next one.
        delay: Duration,
    },
}

/// Which end a wait came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WaitEnding {
    /// The work is done.
    Succeeded,
    /// The work has ended without success.
    Failed,
    /// The work was canceled.
    Canceled,
    /// A person must act before the work goes on.
    NeedsAttention,
    /// Nothing has changed for too long.
    Stalled,
    /// The time of the wait is over.
    TimedOut,
    /// The replies do not say how the work stands.
    Stateless,
    /// A look failed, and another would not help.
    Refused,
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ending {
    /// A whole reply of this status.
    Reply(StatusCode),
    /// The request did not get through, or the reply did not get back.
    Failure(TransportErrorKind),
    /// It was not sent: its identifier or its credentials cannot be.
    Refused,
    /// Whoever waited for it does so no longer: the call was dropped, or the wait that it belongs to is over.
    GivenUp,
}

/// Why a request is not sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GaveUp {
    /// It has been sent as often as the policy allows, or as often as is worth it: twice where there is no such host.
    Attempts,
    /// Its method is not idempotent, and it carries no idempotency key.
    NotIdempotent,
    /// The delay would not be over before the deadline of the call.
    Deadline,
    /// The budget of the client is spent: too many requests fail.
    Budget,
}
