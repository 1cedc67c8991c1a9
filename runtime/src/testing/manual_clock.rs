//! A clock that is moved by hand.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use crate::clock::Clock;
use crate::transport::BoxFuture;

/// 2026-01-01T00:00:00Z, in seconds since 1970.
const START: u64 = 1_767_225_600;

/// How often everything else gets its turn before a clock of its own accord moves on. Each turn takes each task that can
/// proceed one step further, so this must only be more than the steps between two points at which a test waits for time.
const TURNS: u32 = 256;

/// A clock that is moved by hand, or moves on by itself when nothing else happens. Clones show the same time.
///
/// It starts at 2026-01-01T00:00:00Z. [`ManualClock::new`] stands still until [`advance`](Self::advance).
///
/// [`ManualClock::automatic`] moves to the next deadline once the tasks that wait for it have found nothing else to do for a
/// good while: a time-out against a stalled body comes without real time, whereas a reply that is there is taken first, and
/// leaves the clock where it was. It is meant for [`ScriptedTransport`](super::ScriptedTransport) and other things that
/// need no time: it cannot see that a socket or another thread is about to have something.
#[derive(Clone)]
pub struct ManualClock {
    time: Arc<Mutex<Time>>,
    automatic: bool,
}

#[derive(Debug, Default)]
struct Time {
    /// Since the start.
    elapsed: Duration,
    sleeps: Vec<Duration>,
    /// How often something happened: time passed, or somebody went to sleep.
    events: u64,
    /// Who waits, by deadline and then by age.
    waiting: BTreeMap<(Duration, u64), Waker>,
}

impl ManualClock {
    /// A clock that stands still.
    pub fn new() -> Self {
        Self { time: Arc::default(), automatic: false }
    }

    /// A clock that moves to the next deadline when nothing else happens.
    pub fn automatic() -> Self {
        Self { automatic: true, ..Self::new() }
    }

    /// Lets time pass; whoever sleeps until then wakes up.
    pub fn advance(&self, duration: Duration) {
        let due = {
            let mut time = self.lock();
            let now = time.elapsed.saturating_add(duration);
            time.move_to(now)
        };
        due.into_iter().for_each(Waker::wake);
    }

    /// How much time has passed since the start.
    pub fn elapsed(&self) -> Duration {
        self.lock().elapsed
    }

    /// Every sleep that was asked for, in order, also those that were given up; the time-out of each call is among them.
    pub fn sleeps(&self) -> Vec<Duration> {
        self.lock().sleeps.clone()
    }

    /// How many sleeps are being waited for.
    pub fn waiting(&self) -> usize {
        self.lock().waiting.len()
    }

    fn lock(&self) -> MutexGuard<'_, Time> {
        self.time.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for ManualClock {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for ManualClock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ManualClock(start + {:?})", self.elapsed())
    }
}

impl Clock for ManualClock {
    fn now(&self) -> SystemTime {
        let start = SystemTime::UNIX_EPOCH + Duration::from_secs(START);
        // Beyond what the system can say, it stays at the start: there is no later time to tell.
        start.checked_add(self.elapsed()).unwrap_or(start)
    }

    fn elapsed(&self) -> Duration {
        self.lock().elapsed
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let mut time = self.lock();
        time.sleeps.push(duration);
        time.events += 1;
        let place = (time.elapsed.saturating_add(duration), time.events);
        Box::pin(Sleep { clock: self.clone(), seen: place.1, place, turns: 0 })
    }
}

impl Time {
    /// Gives back who is to be woken, once the lock is released.
    fn move_to(&mut self, elapsed: Duration) -> Vec<Waker> {
        self.elapsed = elapsed;
        self.events += 1;
        let later = self.waiting.split_off(&(elapsed, u64::MAX));
        std::mem::replace(&mut self.waiting, later).into_values().collect()
    }
}

struct Sleep {
    clock: ManualClock,
    /// The deadline, and which sleep this is.
    place: (Duration, u64),
    /// The events up to which `turns` counts.
    seen: u64,
    turns: u32,
}

impl Sleep {
    /// Whether everything else has had its turns, and still nothing has happened.
    fn is_at_rest(&mut self, events: u64) -> bool {
        if self.seen != events {
            self.seen = events;
            self.turns = 0;
        }
        self.turns += 1;
        self.turns > TURNS
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        let clock = this.clock.clone();
        let mut time = clock.lock();
        if this.place.0 <= time.elapsed {
            return Poll::Ready(());
        }
        time.waiting.insert(this.place, context.waker().clone());
        if !clock.automatic {
            return Poll::Pending;
        }
        let mut due = Vec::new();
        if this.is_at_rest(time.events) {
            // To the first deadline, which may be another's: whoever is due before this one must see its time too.
            let first = time.waiting.first_key_value().map_or(this.place, |(place, _)| *place);
            due = time.move_to(first.0);
        }
        let mine = this.place.0 <= time.elapsed;
        drop(time);
        due.into_iter().for_each(Waker::wake);
        if mine {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        self.clock.lock().waiting.remove(&self.place);
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use super::*;
    use crate::testing::{Fault, Piece, ScriptedTransport};
    use crate::transport::{Body, Transport, TransportError};

    /// As a pipeline does it: the call first, and the clock against it. `None` when the time is over.
    async fn within<T>(clock: &ManualClock, seconds: u64, work: impl Future<Output = T>) -> Option<T> {
        let mut sleep = clock.sleep(Duration::from_secs(seconds));
        let mut work = std::pin::pin!(work);
        poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => sleep.as_mut().poll(context).map(|()| None),
        })
        .await
    }

    async fn call(script: &ScriptedTransport) -> Result<usize, TransportError> {
        let request = http::Request::get("https://example.com/").body(Body::empty()).unwrap();
        let mut reply = script.send(request).await?;
        let mut length = 0;
        while let Some(chunk) = reply.body_mut().next_chunk().await {
            length += chunk?.len();
        }
        Ok(length)
    }

    fn is_woken(sleep: &mut BoxFuture<'static, ()>) -> bool {
        sleep.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready()
    }

    #[test]
    fn stands_still_until_it_is_moved() {
        let clock = ManualClock::new();
        let start = clock.now();
        assert_eq!(start.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs(), START);
        let (mut short, mut long) = (clock.sleep(Duration::from_secs(2)), clock.sleep(Duration::from_secs(5)));
        assert!(!is_woken(&mut short) && !is_woken(&mut long));
        clock.clone().advance(Duration::from_secs(2));
        assert!(is_woken(&mut short) && !is_woken(&mut long));
        clock.advance(Duration::from_secs(3));
        assert!(is_woken(&mut long));
        assert_eq!(clock.now(), start + Duration::from_secs(5));
        assert_eq!(clock.sleeps(), [2, 5].map(Duration::from_secs));
        assert!(is_woken(&mut clock.sleep(Duration::ZERO)));
        assert!(clock.lock().waiting.is_empty());
    }

    #[tokio::test]
    async fn moving_it_wakes_other_tasks() {
        let clock = ManualClock::new();
        let task = tokio::spawn(clock.sleep(Duration::from_secs(60)));
        tokio::task::yield_now().await;
        clock.advance(Duration::from_secs(60));
        task.await.unwrap();
    }

    #[tokio::test]
    async fn a_stalled_reply_runs_into_its_time_out_and_a_healthy_one_does_not() {
        let clock = ManualClock::automatic();
        let script = ScriptedTransport::new()
            .reply(200, &[], "abc")
            .fault(Fault::StalledHeaders)
            .fault(Fault::StalledBody { after: "ab".into() })
            .reply_stream(200, &[], [Piece::from("abcd")]);
        assert_eq!(within(&clock, 60, call(&script)).await.unwrap().unwrap(), 3);
        assert_eq!(clock.elapsed(), Duration::ZERO);
        assert!(within(&clock, 60, call(&script)).await.is_none());
        assert_eq!(clock.elapsed(), Duration::from_secs(60));
        assert!(within(&clock, 30, call(&script)).await.is_none());
        assert_eq!(clock.elapsed(), Duration::from_secs(90));
        assert_eq!(within(&clock, 60, call(&script)).await.unwrap().unwrap(), 4);
        assert_eq!(clock.elapsed(), Duration::from_secs(90));
        assert_eq!(clock.sleeps(), [60, 60, 30, 60].map(Duration::from_secs));
    }

    #[tokio::test]
    async fn the_first_deadline_comes_first_and_other_tasks_have_their_turns() {
        let clock = ManualClock::automatic();
        let pauses = async {
            for _ in 0..3 {
                clock.sleep(Duration::from_secs(10)).await;
            }
            // Three tasks that hand a word on: more than one turn, and no time at all.
            let first = tokio::spawn(async { "done" });
            let second = tokio::spawn(async { first.await.unwrap() });
            tokio::spawn(async { second.await.unwrap() }).await.unwrap()
        };
        assert_eq!(within(&clock, 35, pauses).await, Some("done"));
        assert_eq!(clock.elapsed(), Duration::from_secs(30));
        let pauses = async {
            for _ in 0..4 {
                clock.sleep(Duration::from_secs(10)).await;
            }
        };
        assert_eq!(within(&clock, 35, pauses).await, None);
        assert_eq!(clock.elapsed(), Duration::from_secs(65));
    }

    #[tokio::test]
    async fn a_deadline_that_nobody_looks_at_holds_nobody_up() {
        let clock = ManualClock::automatic();
        let mut forgotten = clock.sleep(Duration::from_secs(1));
        assert!(!is_woken(&mut forgotten));
        clock.sleep(Duration::from_secs(2)).await;
        assert_eq!(clock.elapsed(), Duration::from_secs(2));
        assert!(is_woken(&mut forgotten));
    }
}
