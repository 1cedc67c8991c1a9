//! Time, as a parameter.

use std::fmt;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use tokio::runtime::Handle;
use tokio::time::Instant;

use crate::transport::BoxFuture;

/// What time it is, and how long to wait. Time-outs run on it, so that tests take no time.
pub trait Clock: Send + Sync + fmt::Debug + 'static {
    /// The time of day. It may jump when somebody sets it right.
    fn now(&self) -> SystemTime;

    /// How much time has passed since some moment that stays the same. It never jumps; deadlines are counted on it.
    fn elapsed(&self) -> Duration;

    /// Is ready once `duration` has passed. Dropping the future ends the wait.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The clock of the operating system, and the timer of the Tokio runtime that awaits it.
///
/// A sleep needs a runtime with a time driver (`enable_time` or `enable_all`; `#[tokio::main]` has one). Tokio offers no way
/// to ask for the driver, and panics where it is missing. Outside of any Tokio runtime a sleep never ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            // Whatever needs Tokio, such as the default transport, has its own word for its absence; a time-out must not
            // panic before it is heard.
            if Handle::try_current().is_err() {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep(duration).await;
        })
    }
}

#[cfg(test)]
mod tests {
    use std::task::{Context, Waker};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn sleeps_on_the_timer_of_the_runtime() {
        let before = SystemClock.elapsed();
        SystemClock.sleep(Duration::from_secs(3)).await;
        assert_eq!(SystemClock.elapsed().saturating_sub(before), Duration::from_secs(3));
    }

    #[test]
    fn does_not_panic_outside_of_a_runtime() {
        let mut sleep = SystemClock.sleep(Duration::ZERO);
        assert!(sleep.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
}
