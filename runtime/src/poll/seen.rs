//! What a wait has seen so far.

use std::sync::Arc;

use bytes::Bytes;

use super::snapshot::Snapshot;
use crate::error::Error;
use crate::pipeline::Operation;

/// So many of the failures that were survived are kept, the latest.
const KEPT: usize = 32;

/// So many bytes of their bodies, but for the latest, which is kept in any case.
const KEPT_BYTES: usize = 1 << 20;

/// What a wait has seen so far, which goes on with it when it is resumed.
pub(super) struct Seen<O: Operation> {
    pub(super) last: Option<Snapshot<O>>,
    pub(super) failures: Vec<Arc<Error<O::Error>>>,
    /// How many looks have failed in all; not all of their failures are kept.
    pub(super) failed: u32,
    /// The states that the document does not know, each of which is told once.
    pub(super) unknown: Vec<String>,
}

impl<O: Operation> Default for Seen<O> {
    fn default() -> Self {
        Self { last: None, failures: Vec::new(), failed: 0, unknown: Vec::new() }
    }
}

impl<O: Operation> Seen<O> {
    /// Keeps a failure; the oldest go where there are too many.
    pub(super) fn survive(&mut self, error: Error<O::Error>) {
        self.failed = self.failed.saturating_add(1);
        self.failures.push(Arc::new(error));
        let mut bytes = 0;
        let kept = self.failures.iter().rev().enumerate().take_while(|(index, failure)| {
            bytes += failure.raw_body().map_or(0, Bytes::len);
            *index == 0 || (*index < KEPT && bytes <= KEPT_BYTES)
        });
        let kept = kept.count();
        self.failures.drain(..self.failures.len() - kept);
    }

    /// Whether this is the first time that a state is seen which nobody knows.
    pub(super) fn is_new(&mut self, state: &str) -> bool {
        let is_new = !self.unknown.iter().any(|known| known == state);
        if is_new {
            self.unknown.push(state.to_owned());
        }
        is_new
    }
}
