//! What all clones of a client may spend on retries.

use std::sync::atomic::{AtomicU32, Ordering};

/// Retries that are in the budget at the beginning, and at most.
const RETRIES: u32 = 100;

/// What one retry costs. A reply that is no reason to try again gives one unit back, so that in the long run one request in five is a retry at most.
const COST: u32 = 5;

/// What all clones of a client may spend on retries. While a service is down, it is soon spent, and each call is one
/// request; when it is up, its replies fill it again.
#[derive(Debug)]
pub(crate) struct RetryBudget(AtomicU32);

impl RetryBudget {
    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(RETRIES * COST))
    }

    /// Takes the cost of a retry; `false` where there is not enough left.
    pub(crate) fn take(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(COST)).is_ok()
    }

    /// A reply has come that is no reason to try again.
    pub(crate) fn refill(&self) {
        let more = |left: u32| (left < RETRIES * COST).then_some(left + 1);
        // Full is as good as filled.
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_spent_and_successes_fill_it_again() {
        let budget = RetryBudget::new();
        assert_eq!((0..200).filter(|_| budget.take()).count(), 100);
        (0..4).for_each(|_| budget.refill());
        assert!(!budget.take());
        budget.refill();
        assert!(budget.take() && !budget.take());
        (0..10_000).for_each(|_| budget.refill());
        assert_eq!((0..200).filter(|_| budget.take()).count(), 100);
    }
}
