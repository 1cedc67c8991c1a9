//! Calls that hold up their thread.

use std::thread;

use trueform_runtime::testing::{ManualClock, ScriptedTransport};
use trueform_runtime::{Error, Event, Outcome, Wait, WaitError, Waiter};

use crate::client::{Client, GetWork, builder, client, work};

const DONE: Waiter = Waiter {
    name: "done",
    state: "/status",
    progress: None,
    delay: None,
    outcomes: &[("DONE", Outcome::Succeeded)],
    states: &[],
};

fn running(times: usize) -> ScriptedTransport {
    let mut running = work(0);
    running["status"] = "RUNNING".into();
    (0..times).fold(ScriptedTransport::new(), |script, _| script.json(200, &running)).json(200, &work(0))
}

#[test]
fn a_call_and_a_wait_block_until_they_are_done() {
    let client = client(&running(1));
    assert_eq!(client.get_work("w").send_blocking().unwrap().status, "RUNNING");
    assert_eq!(client.get_work("w").customize().send_blocking().unwrap().status, "DONE");
    let waited = Wait::new(self::client(&running(5)).get_work("w"), DONE).finish_blocking().unwrap();
    assert_eq!((waited.status.as_str(), waited.looks()), ("DONE", 6));
}

#[test]
fn many_threads_block_at_once() {
    let client = client(&running(40));
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            thread::spawn(move || (0..5).filter(|_| client.get_work("w").send_blocking().is_ok()).count())
        })
        .collect();
    let done: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!(done, 40);
}

#[tokio::test]
async fn within_an_async_runtime_it_is_an_error_and_no_panic() {
    let transport = running(0);
    let client = client(&transport);
    let error = client.get_work("w").send_blocking().unwrap_err();
    assert!(matches!(error, Error::Refused(_)));
    assert!(error.to_string().starts_with("GetWork: not sent: a blocking call within an async runtime"), "{error}");
    let error: WaitError<GetWork> = Wait::new(client.get_work("w"), DONE).finish_blocking().unwrap_err();
    assert!(matches!(&error, WaitError::Refused(_, error) if matches!(**error, Error::Refused(_))), "{error:?}");
    assert!(transport.requests().is_empty());
    // It can be gone on with where it may.
    let waited = thread::spawn(move || error.resume().finish_blocking()).join().unwrap().unwrap();
    assert_eq!(waited.status, "DONE");
}

/// Where a runtime lets its threads be held up, a call may.
async fn blocks_where_it_may() {
    let client = client(&running(8));
    let one = client.clone();
    let reply = tokio::task::spawn_blocking(move || one.get_work("w").send_blocking()).await.unwrap();
    assert_eq!(reply.unwrap().status, "RUNNING");
    let one = client.clone();
    let waited = tokio::task::spawn_blocking(move || Wait::new(one.get_work("w"), DONE).finish_blocking());
    assert_eq!(waited.await.unwrap().unwrap().looks(), 8);
}

/// And where its tasks would be held up, none does, however much of its budget a task has spent; what it had left, it has.
async fn is_refused_where_it_may_not() {
    let transport = running(0);
    let client = client(&transport);
    for spent in [0, 1, 100, 127] {
        let (one, refused) = (client.clone(), client.clone());
        let task = async move {
            for _ in 0..spent {
                tokio::task::consume_budget().await;
            }
            let error = one.get_work("w").send_blocking().unwrap_err();
            assert!(matches!(error, Error::Refused(_)), "{error}");
            assert!(tokio::task::coop::has_budget_remaining());
            let wait = Wait::new(refused.get_work("w"), DONE).finish_blocking();
            assert!(matches!(wait.unwrap_err(), WaitError::Refused(..)));
        };
        tokio::spawn(task).await.unwrap();
    }
    assert!(transport.requests().is_empty());
}

#[test]
fn work_of_spawn_blocking_may_block_and_tasks_may_not() {
    use tokio::runtime::Builder;
    for mut builder in [Builder::new_current_thread(), Builder::new_multi_thread()] {
        let runtime = builder.worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(blocks_where_it_may());
        runtime.block_on(is_refused_where_it_may_not());
        // A thread that merely knows of a runtime drives none.
        let _context = runtime.enter();
        assert_eq!(client(&running(0)).get_work("w").send_blocking().unwrap().status, "DONE");
    }
    // `block_in_place` has another thread drive the tasks.
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let task = runtime.spawn(async {
        let client = client(&running(0));
        tokio::task::block_in_place(|| client.get_work("w").send_blocking()).map(|reply| reply.status.clone())
    });
    assert_eq!(runtime.block_on(task).unwrap().unwrap(), "DONE");
}

/// A call that has to wait for what another thread does in a call of its own.
#[test]
fn a_call_within_a_call_on_another_thread_is_driven_all_the_same() {
    let inner = client(&running(0));
    let clock = ManualClock::automatic();
    let observer = move |event: &Event<'_>| {
        if matches!(event, Event::AttemptBegins { .. }) {
            let inner = inner.clone();
            thread::spawn(move || inner.get_work("inner").send_blocking()).join().unwrap().unwrap();
        }
    };
    let pipeline = builder(&running(0)).clock(clock).observer(observer).build().unwrap();
    assert_eq!(Client { pipeline }.get_work("outer").send_blocking().unwrap().status, "DONE");
}
