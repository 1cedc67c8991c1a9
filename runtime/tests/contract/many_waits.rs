//! Waits that are dropped, and many at once.

use std::future::{Future, IntoFuture};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use trueform_runtime::testing::{ManualClock, ScriptedTransport};

use crate::waiting::{staged, state, states};

fn poll<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn dropping_a_wait_stops_it_at_once() {
    let clock = ManualClock::new();
    let stage = staged(states(&["RUNNING", "RUNNING", "DONE"]), clock.clone(), |builder| builder);
    {
        let mut wait = pin!(stage.wait().into_future());
        assert!(poll(wait.as_mut()).is_pending());
        assert_eq!(clock.waiting(), 1);
    }
    assert_eq!(clock.waiting(), 0);
    clock.advance(Duration::from_secs(60));
    assert_eq!(stage.transport.requests().len(), 1);
}

/// What `docs/client.md` says of their memory and of tasks.
#[test]
fn ten_thousand_waits_at_once_need_no_task_and_little_memory() {
    const WAITS: usize = 10_000;
    let clock = ManualClock::new();
    let script = (0..2 * WAITS).fold(ScriptedTransport::new(), |script, index| {
        script.json(200, &state(if index < WAITS { "RUNNING" } else { "DONE" }, 0))
    });
    let stage = staged(script, clock.clone(), |builder| builder);
    let mut waits: Vec<_> = (0..WAITS).map(|_| stage.wait().into_future()).collect();
    // Outside of any runtime: nothing can have been spawned.
    assert!(waits.iter_mut().all(|wait| poll(wait.as_mut()).is_pending()));
    assert_eq!((clock.waiting(), stage.transport.requests().len()), (WAITS, WAITS));
    clock.advance(Duration::from_secs(1));
    for wait in &mut waits {
        let Poll::Ready(Ok(waited)) = poll(wait.as_mut()) else { panic!("the work is done") };
        assert_eq!(waited.looks(), 2);
    }
    assert_eq!(clock.waiting(), 0);
    let future = size_of_val(&*waits[0]);
    eprintln!("a wait is a future of {future} bytes beside its last reply; {WAITS} waits, no task");
    assert!(future < 2048, "{future}");
}
