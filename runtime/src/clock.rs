//! Time, as a parameter.

use std::fmt;
use std::time::{Duration, SystemTime};

use crate::transport::BoxFuture;

/// What time it is, and how long to wait. Time-outs run on it, so that tests take no time.
pub trait Clock: Send + Sync + fmt::Debug + 'static {
    /// The time of day.
    fn now(&self) -> SystemTime;

    /// Is ready once `duration` has passed. Dropping the future ends the wait.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}
