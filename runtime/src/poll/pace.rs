//! How long to wait between two looks.

use std::time::Duration;

/// No delay is less than this: nobody is to look in a circle.
pub(super) const LEAST: Duration = Duration::from_millis(1);

/// How long to wait between two looks, where the service does not say: longer and longer while nothing changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    shortest: Duration,
    longest: Duration,
    next: Duration,
}

impl Pace {
    pub(super) fn new(shortest: Duration, longest: Duration) -> Self {
        let longest = longest.max(LEAST);
        let shortest = shortest.clamp(LEAST, longest);
        Self { shortest, longest, next: shortest }
    }

    pub(super) fn shortest(&self) -> Duration {
        self.shortest
    }

    /// Something has changed: more may soon.
    pub(super) fn quicken(&mut self) {
        self.next = self.shortest;
    }

    /// The delay before the next look, and the one after that is twice as long.
    pub(super) fn step(&mut self) -> Duration {
        let delay = self.next;
        self.next = delay.saturating_mul(2).min(self.longest);
        delay
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_the_longest_until_something_changes() {
        let mut pace = Pace::new(Duration::from_secs(1), Duration::from_secs(30));
        let steps = |pace: &mut Pace| [0; 7].map(|_| pace.step().as_secs());
        assert_eq!(steps(&mut pace), [1, 2, 4, 8, 16, 30, 30]);
        pace.quicken();
        assert_eq!(pace.step(), Duration::from_secs(1));
        assert_eq!(Pace::new(Duration::ZERO, Duration::ZERO).step(), Duration::from_millis(1));
        assert_eq!(Pace::new(Duration::from_secs(9), Duration::from_secs(3)).step(), Duration::from_secs(3));
    }
}
