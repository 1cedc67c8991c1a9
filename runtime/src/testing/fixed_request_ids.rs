//! Identifiers of requests that are known beforehand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::request_id::RequestIds;

/// Identifiers of requests that are counted instead of drawn: `request-1`, `request-2`, and so on. Clones count together.
#[derive(Clone, Debug, Default)]
pub struct FixedRequestIds {
    given: Arc<AtomicU64>,
}

impl FixedRequestIds {
    /// A count that begins at 1.
    pub fn new() -> Self {
        Self::default()
    }
}

impl RequestIds for FixedRequestIds {
    fn next(&self) -> String {
        format!("request-{}", self.given.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_one_across_clones() {
        let ids = FixedRequestIds::new();
        assert_eq!([ids.next(), ids.clone().next(), ids.next()], ["request-1", "request-2", "request-3"]);
    }
}
