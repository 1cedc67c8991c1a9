//! Identifiers of requests, for those who search logs.

use std::fmt::{self, Write};

use crate::randomness::{Randomness, SystemRandomness};

/// Where the identifiers of requests come from. It is a parameter so that tests know them beforehand.
pub trait RequestIds: Send + Sync + fmt::Debug + 'static {
    /// A fresh identifier, made for one call or one wait: visible ASCII characters that the service accepts.
    ///
    /// Each attempt appends its number to it, `-1` and so on, so that attempts can be told apart and still be seen to belong
    /// together.
    fn next(&self) -> String;
}

/// Random identifiers of 24 hexadecimal digits, which leaves room for the number of an attempt where a service accepts 32
/// characters. They are unlikely to meet, and no secret.
#[derive(Debug, Default)]
pub struct RandomRequestIds {
    randomness: SystemRandomness,
}

impl RandomRequestIds {
    /// Identifiers with a randomness of their own.
    pub fn new() -> Self {
        Self::default()
    }
}

impl RequestIds for RandomRequestIds {
    fn next(&self) -> String {
        let (high, low) = (self.randomness.next(), self.randomness.next());
        // With room for the number of the attempt.
        let mut id = String::with_capacity(32);
        let written = write!(id, "{high:016x}{:08x}", low >> 32);
        written.expect("a string takes whatever is written");
        id
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{RandomRequestIds, RequestIds};

    #[test]
    fn identifiers_are_24_hexadecimal_digits_and_differ() {
        let (one, other) = (RandomRequestIds::new(), RandomRequestIds::new());
        let all: HashSet<String> = (0..100).flat_map(|_| [one.next(), other.next()]).collect();
        assert_eq!(all.len(), 200);
        assert!(all.iter().all(|id| {
            id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        }));
    }
}
