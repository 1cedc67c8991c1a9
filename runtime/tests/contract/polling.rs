//! What a reply says of long-running work.

use std::time::Duration;

use trueform_runtime::{Outcome, Sighting, Waiter};

use crate::client::{JSON, answer, work};

const DONE: Waiter = Waiter {
    name: "done",
    state: "/status",
    progress: Some("/percent~1all"),
    delay: Some("retry-after"),
    outcomes: &[("DONE", Outcome::Succeeded), ("BROKEN", Outcome::Failed), ("STUCK", Outcome::NeedsAttention)],
    states: &[],
};

/// What the waiter sees in a reply of this state, with these headers.
async fn sighting(waiter: Waiter, state: &str, headers: &[(&str, &str)]) -> Option<Sighting> {
    let mut body = work(1);
    body["status"] = state.into();
    body["percent/all"] = 12.5.into();
    let headers = [&[JSON], headers].concat();
    let reply = answer(200, &headers, &body.to_string()).await.unwrap();
    waiter.sighting(reply.received())
}

#[tokio::test]
async fn a_state_that_ends_a_wait_says_how() {
    for (state, outcome) in [
        ("DONE", Some(Outcome::Succeeded)),
        ("BROKEN", Some(Outcome::Failed)),
        ("STUCK", Some(Outcome::NeedsAttention)),
        ("RUNNING", None),
        ("NEVER_HEARD_OF", None),
    ] {
        let seen = sighting(DONE, state, &[]).await.unwrap();
        let expected = Sighting { state: state.to_owned(), outcome, progress: Some(12.5), delay: None };
        assert_eq!(seen, expected);
        assert_eq!(DONE.outcome(state), outcome);
    }
}

#[tokio::test]
async fn the_delay_is_that_of_its_header() {
    let seen = sighting(DONE, "RUNNING", &[("retry-after", "1.5"), ("x-wait", "3")]).await.unwrap();
    assert_eq!(seen.delay, Some(Duration::from_millis(1500)));
    let other = Waiter { delay: Some("x-wait"), ..DONE };
    let seen = sighting(other, "RUNNING", &[("retry-after", "1.5"), ("x-wait", "3")]).await.unwrap();
    assert_eq!(seen.delay, Some(Duration::from_secs(3)));
    let seen = sighting(other, "RUNNING", &[("x-wait", "-1")]).await.unwrap();
    assert_eq!(seen.delay, None);
}

#[tokio::test]
async fn where_no_state_stands_nothing_is_seen() {
    assert_eq!(sighting(Waiter { state: "/nowhere", ..DONE }, "DONE", &[]).await, None);
    assert_eq!(sighting(Waiter { state: "/resources", ..DONE }, "DONE", &[]).await, None);
    let blind = Waiter { progress: None, delay: None, ..DONE };
    assert_eq!(sighting(blind, "DONE", &[]).await.unwrap().progress, None);
}
