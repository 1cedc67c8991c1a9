//! Randomness that is known beforehand.

use crate::randomness::Randomness;

/// Always the same number, so that delays are known: see [`longest`](Self::longest) and [`shortest`](Self::shortest).
#[derive(Clone, Copy, Debug)]
pub struct FixedRandomness(u64);

impl FixedRandomness {
    /// This number always.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The highest number: each delay is as long as it may be.
    pub const fn longest() -> Self {
        Self(u64::MAX)
    }

    /// The lowest number: there are no delays but those that the service asks for.
    pub const fn shortest() -> Self {
        Self(0)
    }
}

impl Randomness for FixedRandomness {
    fn next(&self) -> u64 {
        self.0
    }
}
