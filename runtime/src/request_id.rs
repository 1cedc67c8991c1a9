//! Identifiers of requests, for those who search logs.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};

/// Where the identifiers of requests come from. It is a parameter so that tests know them beforehand.
pub trait RequestIds: Send + Sync + fmt::Debug + 'static {
    /// A fresh identifier, made for one attempt at a request: visible ASCII characters that the service accepts.
    fn next(&self) -> String;
}

/// Random identifiers of 32 hexadecimal digits, without a crate for it: the keys of [`RandomState`] come from the
/// operating system. They are unlikely to meet, and no secret.
#[derive(Debug, Default)]
pub struct RandomRequestIds {
    high: RandomState,
    low: RandomState,
    count: AtomicU64,
}

impl RandomRequestIds {
    /// Identifiers with keys of their own.
    pub fn new() -> Self {
        Self::default()
    }
}

impl RequestIds for RandomRequestIds {
    fn next(&self) -> String {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        // The second key of `RandomState` is the same for both halves, so each hashes something of its own.
        let high = self.high.hash_one((count, "high"));
        let low = self.low.hash_one((count, "low"));
        format!("{high:016x}{low:016x}")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{RandomRequestIds, RequestIds};

    #[test]
    fn identifiers_are_32_hexadecimal_digits_and_differ() {
        let (one, other) = (RandomRequestIds::new(), RandomRequestIds::new());
        let all: HashSet<String> = (0..100).flat_map(|_| [one.next(), other.next()]).collect();
        assert_eq!(all.len(), 200);
        assert!(all.iter().all(|id| {
            id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        }));
    }
}
