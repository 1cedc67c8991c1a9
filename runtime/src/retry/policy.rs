//! How often, and after how long.

use std::time::Duration;

use crate::randomness::Randomness;

/// How often a request is sent again, and how long to wait before.
///
/// What is worth it: time-outs, connections that fail or break, a host whose name is not known (once), 408, 429, 5xx but 501, and the codes that the service names. A wait
/// that the service asks for with `retry-after` is the least, and whatever would not be over before the deadline of the
/// call is not waited for. All clients that are clones of each other share a budget of retries beside this, so that a
/// service in trouble does not get a multiple of its load.
///
/// After a 401, other credentials are asked for, once in a call, and the request is sent with them whatever the policy says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    first_delay: Duration,
    longest_delay: Duration,
    any_method: bool,
}

/// At most 8 attempts; delays up to 1 s before the second, twice as much before each further one, and never more than 30 s;
/// idempotent methods only.
impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 8,
            first_delay: Duration::from_secs(1),
            longest_delay: Duration::from_secs(30),
            any_method: false,
        }
    }
}

impl RetryPolicy {
    /// The default policy.
    pub fn new() -> Self {
        Self::default()
    }

    /// One attempt, whatever comes of it but a 401.
    pub fn never() -> Self {
        Self::default().attempts(1)
    }

    /// How many times a request is sent at most; 8 unless stated, and at least once.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The longest delay before the second attempt; it doubles with each further one. One second unless stated.
    ///
    /// A delay is drawn between nothing and the longest (full jitter), so that clients that failed together do not come
    /// back together.
    #[must_use]
    pub fn first_delay(mut self, first_delay: Duration) -> Self {
        self.first_delay = first_delay;
        self
    }

    /// What no delay exceeds, but one that the service asks for; 30 seconds unless stated.
    #[must_use]
    pub fn longest_delay(mut self, longest_delay: Duration) -> Self {
        self.longest_delay = longest_delay;
        self
    }

    /// Whether requests are sent again whose method is not idempotent (RFC 9110, section 9.2.2): POST and PATCH. They may
    /// have done their work already, so they are not unless stated, or unless they carry an idempotency key.
    #[must_use]
    pub fn any_method(mut self, any_method: bool) -> Self {
        self.any_method = any_method;
        self
    }

    /// How many times a request is sent at most.
    pub fn max_attempts(&self) -> u32 {
        self.attempts
    }

    /// Whether a request may be sent again at all, that is `repeatable` by itself or not.
    pub(crate) fn allows(&self, repeatable: bool) -> bool {
        repeatable || self.any_method
    }

    /// The delay after this many attempts.
    pub(crate) fn delay(&self, attempts: u32, randomness: &dyn Randomness) -> Duration {
        let doublings = attempts.saturating_sub(1).min(31);
        let longest = self.first_delay.saturating_mul(1 << doublings).min(self.longest_delay);
        // A number of 64 bits as a fraction of its range; 53 of them are all that it can hold.
        #[expect(clippy::cast_precision_loss, reason = "the lowest bits of a random number are not missed")]
        let fraction = (randomness.next() >> 11) as f64 / (1_u64 << 53) as f64;
        longest.mul_f64(fraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Always(u64);

    impl Randomness for Always {
        fn next(&self) -> u64 {
            self.0
        }
    }

    #[test]
    fn the_longest_delay_doubles_up_to_the_limit() {
        let policy = RetryPolicy::new();
        let hair = Duration::from_micros(1);
        let delays: Vec<u64> =
            (1..9).map(|attempts| (policy.delay(attempts, &Always(u64::MAX)) + hair).as_secs()).collect();
        assert_eq!(delays, [1, 2, 4, 8, 16, 30, 30, 30]);
        assert_eq!(policy.delay(3, &Always(1 << 63)), Duration::from_secs(2));
        assert_eq!(policy.delay(7, &Always(0)), Duration::ZERO);
        assert!(policy.delay(u32::MAX, &Always(u64::MAX)) <= Duration::from_secs(30));
        let endless = RetryPolicy::new().first_delay(Duration::MAX).longest_delay(Duration::MAX);
        assert!(endless.delay(9, &Always(1 << 62)) > Duration::from_secs(1 << 32));
    }

    #[test]
    fn at_least_one_attempt_is_made() {
        assert_eq!(RetryPolicy::new().attempts(0), RetryPolicy::never());
        assert!(!RetryPolicy::new().allows(false) && RetryPolicy::new().any_method(true).allows(false));
    }
}
