//! How work stands at one moment.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use super::waiter::Sighting;
use crate::error::Error;
use crate::pipeline::Operation;

/// How work stands at one moment: the reply that says so, which it derefs to. Cheap to clone.
pub struct Snapshot<O: Operation>(Arc<Parts<O>>);

struct Parts<O: Operation> {
    reply: O::Response,
    sighting: Sighting,
    number: u32,
    elapsed: Duration,
    failures: Vec<Arc<Error<O::Error>>>,
}

impl<O: Operation> Snapshot<O> {
    pub(super) fn new(
        reply: O::Response,
        sighting: Sighting,
        number: u32,
        elapsed: Duration,
        failures: Vec<Arc<Error<O::Error>>>,
    ) -> Self {
        Self(Arc::new(Parts { reply, sighting, number, elapsed, failures }))
    }

    /// The reply, with its headers and violations.
    pub fn reply(&self) -> &O::Response {
        &self.0.reply
    }

    /// What the reply says of the work.
    pub fn sighting(&self) -> &Sighting {
        &self.0.sighting
    }

    /// The state, as the service spells it.
    pub fn state(&self) -> &str {
        &self.0.sighting.state
    }

    /// The progress in percent, where the service states it.
    pub fn progress(&self) -> Option<f64> {
        self.0.sighting.progress
    }

    /// Its number within the wait, from 1.
    pub fn number(&self) -> u32 {
        self.0.number
    }

    /// How long the wait had taken by then.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// The looks since the snapshot before this one that failed, and were survived.
    pub fn failures(&self) -> &[Arc<Error<O::Error>>] {
        &self.0.failures
    }

    /// The reply alone; `None` while another clone of this snapshot is about. A stream keeps one until its next item.
    pub fn into_reply(self) -> Option<O::Response> {
        Arc::into_inner(self.0).map(|parts| parts.reply)
    }
}

impl<O: Operation> Clone for Snapshot<O> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<O: Operation> Deref for Snapshot<O> {
    type Target = O::Response;

    fn deref(&self) -> &O::Response {
        &self.0.reply
    }
}

impl<O: Operation> fmt::Debug for Snapshot<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Snapshot")
            .field("number", &self.0.number)
            .field("elapsed", &self.0.elapsed)
            .field("sighting", &self.0.sighting)
            .field("reply", &self.0.reply)
            .field("failures", &self.0.failures)
            .finish()
    }
}
