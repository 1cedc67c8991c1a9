//! Long-running work, and requests that are sent again.

use std::time::Duration;

use trueform_runtime::testing::{FakeWork, FixedRandomness, ManualClock, ScriptedTransport};
use trueform_runtime::{Outcome, RetryPolicy, Wait, WaitError};
use zoo::operations::GetJob;

use super::builder;

fn job(clock: &ManualClock) -> FakeWork {
    let body = serde_json::json!({"stage": {"name": "new", "done": 0}});
    FakeWork::new(clock.clone(), GetJob::FINISHED_WAITER, body)
        .then("running", Duration::from_secs(100))
        .asking_to_wait(Duration::from_millis(2500))
}

fn client(work: &FakeWork, clock: &ManualClock) -> zoo::Client {
    let builder = builder(&ScriptedTransport::new()).transport(work.clone()).clock(clock.clone());
    builder.build().expect("the endpoint is sound")
}

#[tokio::test]
async fn each_waiter_waits_for_its_own() {
    let clock = ManualClock::automatic();
    let work = job(&clock).then("done", Duration::from_secs(300));
    let begun = Wait::new(client(&work, &clock).get_job(1), GetJob::BEGUN_WAITER).await.expect("it begins");
    // It knows no header that says when, and each reply differs from the one before: it looks every second.
    assert_eq!((begun.stage.name.as_str(), begun.elapsed()), ("running", Duration::from_secs(100)));
    let finished = client(&work, &clock).get_job(1).wait().await.expect("it is done");
    assert_eq!(finished.stage.name.as_str(), "done");
    assert_eq!(clock.elapsed(), Duration::from_secs(100 + 120 * 5 / 2));
}

#[tokio::test]
async fn every_other_end_is_told_apart() {
    for (state, outcome) in
        [("broken", Outcome::Failed), ("dropped", Outcome::Canceled), ("stuck", Outcome::NeedsAttention)]
    {
        let clock = ManualClock::automatic();
        let work = job(&clock).then(state, Duration::from_secs(1));
        let error = client(&work, &clock).get_job(1).wait_value(true).wait().await.unwrap_err();
        let found = match error {
            WaitError::Failed(_) => Outcome::Failed,
            WaitError::Canceled(_) => Outcome::Canceled,
            WaitError::NeedsAttention(_) => Outcome::NeedsAttention,
            other => panic!("{other:?}"),
        };
        assert_eq!(found, outcome);
        assert_eq!(work.requests()[0].target(), "/jobs/1?wait=true");
    }
}

#[tokio::test]
async fn a_post_is_sent_again_with_the_same_key() {
    let transport = ScriptedTransport::new().reply(503, &[], "").reply(204, &[], "");
    let client = builder(&transport)
        .randomness(FixedRandomness::new(7))
        .retry(RetryPolicy::new())
        .build()
        .expect("the endpoint is sound");
    let reply = client.send_kinds().await.expect("the second attempt is fine");
    assert_eq!(reply.attempts(), 2);
    let requests = transport.requests();
    let keys: Vec<_> = requests.iter().map(|request| request.header_text("x-once")).collect();
    assert_eq!(keys, [Some("00000000000000070000000000000007"); 2]);
    assert_eq!(requests[0].header_text("x-request-id").map(|id| id.ends_with("-1")), Some(true));
}

#[test]
fn it_blocks_too() {
    let transport = ScriptedTransport::new().reply(204, &[], "");
    builder(&transport).build().expect("the endpoint is sound").send_kinds().send_blocking().expect("it is sound");
}

/// Checked when the tests are compiled.
const _: () = {
    const fn is_shared<T: Clone + Send + Sync + 'static>() {}
    is_shared::<zoo::Client>();
    is_shared::<cdexhub::Client>();
};
