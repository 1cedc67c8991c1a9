//! Randomness, as a parameter.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

/// Where random numbers come from: delays and identifiers are drawn from it. It is a parameter so that tests know them
/// beforehand.
pub trait Randomness: Send + Sync + fmt::Debug + 'static {
    /// A number, each as likely as any other.
    fn next(&self) -> u64;
}

/// Randomness without a crate for it: `SipHash` with keys from the operating system, over a count.
///
/// Nobody can tell its numbers beforehand who does not know the keys, but it is not made to guard secrets.
#[derive(Debug, Default)]
pub struct SystemRandomness {
    keys: RandomState,
    count: AtomicU64,
}

impl SystemRandomness {
    /// Randomness with keys of its own.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Randomness for SystemRandomness {
    fn next(&self) -> u64 {
        self.keys.hash_one(self.count.fetch_add(1, Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn numbers_differ_and_fill_the_range() {
        let (one, other) = (SystemRandomness::new(), SystemRandomness::new());
        let all: HashSet<u64> = (0..100).flat_map(|_| [one.next(), other.next()]).collect();
        assert_eq!(all.len(), 200);
        assert!(all.iter().any(|number| *number < u64::MAX / 4) && all.iter().any(|number| *number > u64::MAX / 4 * 3));
    }
}
