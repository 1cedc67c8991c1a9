//! Waiting for long-running work.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use trueform_runtime::testing::{FakeWork, Fault, FixedRandomness, ManualClock, ScriptedTransport};
use trueform_runtime::{
    Error, Event, Outcome, Pipeline, PipelineBuilder, RetryPolicy, Snapshot, Value, Wait, WaitError, Waited, Waiter,
};

use crate::client::{Client, GetWork, JSON, OneId, SERVICE, work};

const DONE: Waiter = Waiter {
    name: "done",
    state: "/status",
    progress: Some("/percent"),
    delay: Some("retry-after"),
    outcomes: &[
        ("DONE", Outcome::Succeeded),
        ("BROKEN", Outcome::Failed),
        ("CALLED_OFF", Outcome::Canceled),
        ("STUCK", Outcome::NeedsAttention),
    ],
    states: &["NEW", "RUNNING", "DONE", "BROKEN", "CALLED_OFF", "STUCK"],
};

pub(crate) struct Stage {
    pub(crate) transport: ScriptedTransport,
    clock: ManualClock,
    told: Arc<Mutex<Vec<String>>>,
    client: Client,
}

fn stage(transport: ScriptedTransport) -> Stage {
    staged(transport, ManualClock::automatic(), |builder| builder)
}

pub(crate) fn staged(
    transport: ScriptedTransport,
    clock: ManualClock,
    change: impl FnOnce(PipelineBuilder) -> PipelineBuilder,
) -> Stage {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let tell = Arc::clone(&told);
    let builder = Pipeline::builder(&SERVICE)
        .transport(transport.clone())
        .clock(clock.clone())
        .request_ids(OneId)
        .randomness(FixedRandomness::longest())
        .observer(move |event: &Event<'_>| {
            let line = match event {
                Event::SnapshotTaken { snapshot, state, progress, .. } => format!("{snapshot} {state} {progress:?}"),
                Event::StateUnknown { state, .. } => format!("unknown {state}"),
                Event::LookFailed { in_a_row, delay, .. } => format!("failed {in_a_row}, {delay:?}"),
                _ => return,
            };
            tell.lock().unwrap().push(line);
        });
    let pipeline = change(builder).build().unwrap();
    Stage { transport, clock, told, client: Client { pipeline } }
}

impl Stage {
    pub(crate) fn wait(&self) -> Wait<GetWork> {
        Wait::new(self.client.get_work("w"), DONE)
    }

    fn told(&self) -> Vec<String> {
        self.told.lock().unwrap().clone()
    }
}

pub(crate) fn state(state: &str, percent: u32) -> Value {
    let mut body = work(1);
    body["status"] = state.into();
    body["percent"] = percent.into();
    body
}

/// A script that shows these states.
pub(crate) fn states(states: &[&str]) -> ScriptedTransport {
    states.iter().fold(ScriptedTransport::new(), |script, name| script.json(200, &state(name, 0)))
}

fn after(script: ScriptedTransport, wait: &str, name: &str) -> ScriptedTransport {
    script.reply(200, &[JSON, ("retry-after", wait)], state(name, 0).to_string())
}

#[tokio::test]
async fn the_first_look_is_taken_at_once_and_may_be_the_last() {
    let stage = stage(states(&["DONE"]));
    let waited: Waited<GetWork> = stage.wait().await.unwrap();
    assert_eq!(waited.status, "DONE");
    assert_eq!((waited.looks(), waited.elapsed(), stage.clock.elapsed()), (1, Duration::ZERO, Duration::ZERO));
    assert!(waited.failures().is_empty());
    assert_eq!(waited.into_reply().into_response().status(), 200);
}

#[tokio::test]
async fn what_the_reply_asks_for_is_kept_to_the_millisecond() {
    let script = after(after(after(states(&[]), "1.234", "NEW"), "1.001", "NEW"), "59.999", "RUNNING");
    let stage = stage(script.json(200, &state("DONE", 100)));
    let waited = stage.wait().await.unwrap();
    assert_eq!(stage.clock.elapsed(), Duration::from_millis(1234 + 1001 + 59_999));
    assert_eq!((waited.looks(), waited.elapsed()), (4, stage.clock.elapsed()));
    assert_eq!(stage.told(), ["1 NEW Some(0.0)", "2 NEW Some(0.0)", "3 RUNNING Some(0.0)", "4 DONE Some(100.0)"]);
}

#[tokio::test]
async fn without_a_word_the_looks_come_ever_slower_until_something_changes() {
    let clock = ManualClock::automatic();
    let mut names = ["NEW"; 7].to_vec();
    names.extend(["RUNNING", "RUNNING", "DONE"]);
    let stage = staged(states(&names), clock.clone(), |builder| builder);
    let mut snapshots = stage.wait().snapshots();
    let mut at = Vec::new();
    while let Some(snapshot) = snapshots.next().await {
        let snapshot: Snapshot<GetWork> = snapshot.unwrap();
        assert_eq!(snapshot.elapsed(), clock.elapsed());
        at.push(snapshot.elapsed().as_secs());
    }
    // 1, 2, 4, 8, 16, 30 seconds; the seventh is still after 30, and then it begins anew.
    assert_eq!(at, [0, 1, 3, 7, 15, 31, 61, 91, 92, 94]);
}

#[tokio::test]
async fn no_time_at_all_is_no_time_to_wait() {
    let stage = stage(after(after(states(&[]), "0", "NEW"), "0.0", "NEW").json(200, &state("DONE", 0)));
    stage.wait().await.unwrap();
    assert_eq!(stage.clock.elapsed(), Duration::from_secs(3));
}

#[tokio::test]
async fn other_ends_are_errors_of_their_own_at_first_sight_with_the_last_snapshot() {
    for name in ["BROKEN", "CALLED_OFF", "STUCK"] {
        let stage = stage(states(&["RUNNING", name, "RUNNING"]));
        let error = stage.wait().await.unwrap_err();
        assert_eq!(stage.transport.remaining(), 1);
        assert_eq!(stage.clock.elapsed(), Duration::from_secs(1));
        let last = error.last().unwrap();
        assert_eq!((last.state(), last.number(), last.status.as_str()), (name, 2, name));
        let right = match name {
            "BROKEN" => matches!(error, WaitError::Failed(_)),
            "CALLED_OFF" => matches!(error, WaitError::Canceled(_)),
            _ => matches!(error, WaitError::NeedsAttention(_)),
        };
        assert!(right, "{error:?}");
        assert!(error.to_string().contains(&format!("(after 1s; 2 looks; state {name}, 0 %)")), "{error}");
    }
}

#[tokio::test]
async fn a_wait_goes_on_where_it_stopped() {
    let stage = stage(states(&["STUCK", "RUNNING", "DONE"]));
    let error = stage.wait().await.unwrap_err();
    assert!(matches!(error, WaitError::NeedsAttention(_)));
    let waited = error.resume().await.unwrap();
    assert_eq!((waited.status.as_str(), waited.looks()), ("DONE", 2));
}

#[tokio::test]
async fn the_time_of_a_wait_is_kept_exactly() {
    let endless = || (0..100).fold(ScriptedTransport::new(), |script, _| script.json(200, &state("RUNNING", 40)));
    let stage = stage(endless());
    let error = stage.wait().await.unwrap_err();
    assert!(matches!(error, WaitError::TimedOut(_)));
    assert_eq!(stage.clock.elapsed(), Duration::from_secs(1200));
    assert_eq!(error.to_string(), "GetWork: not done in time (after 1200s; 45 looks; state RUNNING, 40 %)");
    let stage = self::stage(endless());
    let error = stage.wait().max_wait(Duration::from_millis(7500)).await.unwrap_err();
    assert_eq!(
        (stage.clock.elapsed(), error.stopped().elapsed()),
        (Duration::from_millis(7500), Duration::from_millis(7500))
    );
    assert_eq!(error.last().unwrap().number(), 4);

    // A look under way is given up.
    let stage = self::stage(states(&["RUNNING"]).fault(Fault::StalledBody { after: "{".into() }));
    let error = stage.wait().max_wait(Duration::from_secs(30)).await.unwrap_err();
    assert_eq!((stage.clock.elapsed(), error.last().unwrap().number()), (Duration::from_secs(30), 1));
}

#[tokio::test]
async fn work_that_does_not_move_is_stalled_where_that_is_asked_for() {
    let script = (0..50).fold(states(&["NEW"]), |script, _| script.json(200, &state("RUNNING", 1)));
    let stage = stage(script);
    let error = stage.wait().stalled_after(Duration::from_secs(60)).await.unwrap_err();
    assert!(matches!(error, WaitError::Stalled(_)), "{error}");
    // It changed once, after a second.
    assert_eq!(stage.clock.elapsed(), Duration::from_secs(61));
}

#[tokio::test]
async fn however_long_the_service_asks_to_wait_there_is_a_last_look_before_the_end() {
    let stage = stage(after(after(states(&[]), "86400", "RUNNING"), "86400", "RUNNING"));
    let error = stage.wait().await.unwrap_err();
    assert!(matches!(error, WaitError::TimedOut(_)), "{error}");
    assert_eq!((stage.clock.elapsed(), error.last().unwrap().number()), (Duration::from_secs(1200), 2));
    let last = error.last().unwrap().elapsed();
    assert_eq!(last, Duration::from_secs(1199), "with time for a reply");

    let stage = self::stage(after(states(&[]), "86400", "RUNNING").json(200, &state("DONE", 100)));
    let waited = stage.wait().max_wait(Duration::from_secs(60)).await.unwrap();
    assert_eq!((waited.looks(), waited.elapsed()), (2, Duration::from_secs(59)));

    // A failure that asks for as long is none to wait for either.
    let script = states(&["RUNNING"]).reply(503, &[JSON, ("retry-after", "86400")], "{}");
    let stage = self::stage(script.json(200, &state("DONE", 100)));
    assert_eq!(stage.wait().await.unwrap().elapsed(), Duration::from_secs(1199));
}

#[tokio::test]
async fn however_long_the_service_asks_to_wait_work_that_does_not_move_is_stalled() {
    let stage = stage(after(after(states(&[]), "86400", "RUNNING"), "86400", "RUNNING"));
    let error = stage.wait().stalled_after(Duration::from_secs(60)).await.unwrap_err();
    assert!(matches!(error, WaitError::Stalled(_)), "{error}");
    assert_eq!((stage.clock.elapsed(), error.last().unwrap().number()), (Duration::from_secs(60), 2));
    // What has changed by then goes on.
    let script = after(after(states(&[]), "86400", "NEW"), "1", "RUNNING").json(200, &state("DONE", 100));
    let stage = self::stage(script);
    let waited = stage.wait().stalled_after(Duration::from_secs(60)).await.unwrap();
    assert_eq!(waited.elapsed(), Duration::from_secs(61));
    // Failures are no change.
    let script = states(&["RUNNING"]).reply(503, &[JSON, ("retry-after", "86400")], "{}").fault(Fault::Refused);
    let stage = self::stage(script);
    let error = stage.wait().stalled_after(Duration::from_secs(60)).await.unwrap_err();
    assert!(matches!(error, WaitError::Stalled(_)), "{error}");
    assert_eq!(stage.clock.elapsed(), Duration::from_secs(60));
}

#[tokio::test]
async fn a_service_that_asks_for_no_time_is_not_looked_at_in_a_circle() {
    let script = |wait| (0..500).fold(states(&[]), |script, _| after(script, wait, "RUNNING"));
    for (wait, looks) in [("0.001", 10), ("0", 5), ("0.5", 10)] {
        let stage = stage(script(wait));
        let error = stage.wait().max_wait(Duration::from_secs(10)).await.unwrap_err();
        assert!(matches!(error, WaitError::TimedOut(_)), "{error}");
        assert_eq!(stage.transport.requests().len(), looks, "{wait}");
    }
    // Who wants it faster says so.
    let stage = stage(script("0.001"));
    let wait = stage.wait().max_wait(Duration::from_secs(10)).least_delay(Duration::from_millis(100));
    wait.await.unwrap_err();
    assert_eq!(stage.transport.requests().len(), 100);
    let stage = self::stage(script("0.001"));
    let pace = stage.wait().max_wait(Duration::from_secs(10)).pace(Duration::from_millis(250), Duration::from_secs(1));
    pace.await.unwrap_err();
    assert_eq!(stage.transport.requests().len(), 40);
}

#[tokio::test]
async fn failures_that_may_pass_are_survived_and_kept() {
    let script = states(&["RUNNING"])
        .reply(503, &[JSON, ("retry-after", "5")], r#"{"code": "Busy", "message": "later"}"#)
        .fault(Fault::ResetBeforeHeaders)
        .json(200, &state("DONE", 100));
    let stage = stage(script);
    let waited = stage.wait().await.unwrap();
    let failures: Vec<String> = waited.failures().iter().map(ToString::to_string).collect();
    assert_eq!(failures.len(), 2);
    assert!(failures[0].contains("503") && failures[1].contains("reset"), "{failures:?}");
    // One second after the snapshot; five as the service asks; then two, as the policy has it.
    assert_eq!(stage.clock.elapsed(), Duration::from_secs(1 + 5 + 2));
    assert_eq!(stage.told(), ["1 RUNNING Some(0.0)", "failed 1, 5s", "failed 2, 2s", "2 DONE Some(100.0)"]);
    let ids: Vec<_> = stage.transport.requests();
    let ids: Vec<_> = ids.iter().map(|request| request.header_text("opc-request-id").unwrap()).collect();
    assert_eq!(ids, ["id-1", "id-2", "id-3", "id-4"]);
}

#[tokio::test]
async fn a_snapshot_knows_the_failures_before_it() {
    let script = states(&["NEW"]).fault(Fault::Dns).json(200, &state("RUNNING", 1)).json(200, &state("DONE", 2));
    let stage = stage(script);
    let mut snapshots = stage.wait().snapshots();
    let mut failures = Vec::new();
    while let Some(snapshot) = snapshots.next().await {
        failures.push(snapshot.unwrap().failures().len());
    }
    assert_eq!(failures, [0, 1, 0]);
}

#[tokio::test]
async fn what_keeps_failing_before_anything_was_seen_is_a_mistake() {
    let script = (0..20).fold(ScriptedTransport::new(), |script, _| script.fault(Fault::Refused));
    let stage = stage(script);
    let error = stage.wait().await.unwrap_err();
    assert!(matches!(&error, WaitError::Refused(_, error) if matches!(**error, Error::Transport(_))));
    assert_eq!((stage.transport.requests().len(), error.failures().len()), (8, 7));
    assert_eq!(stage.clock.elapsed(), Duration::from_secs(1 + 2 + 4 + 8 + 16 + 30 + 30));
}

#[tokio::test]
async fn how_many_failures_are_too_many_is_the_policy_of_the_call() {
    let script = (0..20).fold(ScriptedTransport::new(), |script, _| script.fault(Fault::Refused));
    let stage = stage(script);
    let request = stage.client.get_work("w").customize().retry(RetryPolicy::new().attempts(3)).into_request();
    Wait::new(request, DONE).await.unwrap_err();
    assert_eq!(stage.transport.requests().len(), 3);
}

#[tokio::test]
async fn later_it_is_survived_as_long_as_the_wait_lasts() {
    let script = (0..60).fold(states(&["RUNNING"]), |script, _| script.fault(Fault::Refused));
    let stage = stage(script);
    let error = stage.wait().await.unwrap_err();
    assert!(matches!(error, WaitError::TimedOut(_)));
    assert_eq!((error.last().unwrap().number(), error.failures().len()), (1, 32));
    assert!(error.to_string().contains("45 looks failed, the last: GetWork: scripted: the host refused"), "{error}");
}

#[tokio::test]
async fn a_refusal_ends_the_wait_with_what_was_seen() {
    let script = states(&["RUNNING"]).reply(404, &[JSON], r#"{"code": "NotFound", "message": "gone"}"#);
    let stage = stage(script.json(200, &state("DONE", 100)));
    let error = stage.wait().await.unwrap_err();
    assert_eq!(error.error().unwrap().code(), Some("NotFound"));
    assert_eq!(error.last().unwrap().state(), "RUNNING");
    assert_eq!(error.to_string(), format!("while waiting for done, after 1s and 2 looks: {}", error.error().unwrap()));
    assert_eq!(error.resume().await.unwrap().status, "DONE");

    // What cannot even be sent is refused, too.
    let error = Wait::new(self::stage(states(&[])).client.get_work(""), DONE).await.unwrap_err();
    assert!(matches!(&error, WaitError::Refused(_, error) if !error.violations().is_empty()));
}

#[tokio::test]
async fn a_state_that_nobody_knows_is_no_end_and_told_once() {
    let stage = stage(states(&["NEW", "SHINY", "SHINY", "NEW", "SHINY", "SHINIER", "DONE"]));
    stage.wait().await.unwrap();
    let told = stage.told();
    let unknown: Vec<_> = told.iter().filter(|line| line.starts_with("unknown")).collect();
    assert_eq!(unknown, ["unknown SHINY", "unknown SHINIER"]);
}

#[tokio::test]
async fn a_reply_without_a_state_ends_the_wait() {
    let stage = stage(states(&["RUNNING", "DONE"]));
    let elsewhere = Waiter { state: "/nowhere", ..DONE };
    let error = Wait::new(stage.client.get_work("w"), elsewhere).await.unwrap_err();
    assert!(matches!(error, WaitError::Stateless(_)), "{error:?}");
    assert_eq!(error.last().unwrap().reply().status, "RUNNING", "what came is kept");
}

#[tokio::test]
async fn the_stream_ends_with_an_error_or_with_the_work() {
    let stage = stage(states(&["RUNNING", "BROKEN"]));
    let mut snapshots = stage.wait().snapshots();
    assert_eq!(snapshots.next().await.unwrap().unwrap().state(), "RUNNING");
    assert!(matches!(snapshots.next().await.unwrap().unwrap_err(), WaitError::Failed(_)));
    assert!(snapshots.next().await.is_none());
    let stage = self::stage(states(&["DONE"]));
    let mut snapshots = stage.wait().snapshots();
    assert_eq!(snapshots.next().await.unwrap().unwrap().state(), "DONE");
    assert!(snapshots.next().await.is_none() && snapshots.next().await.is_none());
}

#[tokio::test]
async fn work_with_a_life_of_its_own_is_waited_for() {
    let clock = ManualClock::automatic();
    let fake = FakeWork::new(clock.clone(), DONE, state("NEW", 0))
        .then("RUNNING", Duration::from_secs(10))
        .then("DONE", Duration::from_secs(890))
        .asking_to_wait(Duration::from_secs(300))
        .fault_at(2, Fault::ResetBeforeHeaders);
    let pipeline = Pipeline::builder(&SERVICE)
        .transport(fake.clone())
        .clock(clock.clone())
        .randomness(FixedRandomness::longest())
        .build()
        .unwrap();
    let mut snapshots = Wait::new(Client { pipeline }.get_work("w"), DONE).snapshots();
    let mut seen = Vec::new();
    while let Some(snapshot) = snapshots.next().await {
        let snapshot = snapshot.unwrap();
        seen.push((snapshot.elapsed().as_secs(), snapshot.state().to_owned(), snapshot.progress().unwrap()));
    }
    // The second look fails after 300 seconds, the next comes as the policy has it.
    let expected = [(0, "NEW", 0.0), (301, "RUNNING", 33.4), (601, "RUNNING", 66.7), (901, "DONE", 100.0)];
    assert_eq!(seen, expected.map(|(at, state, progress)| (at, state.to_owned(), progress)));
    assert_eq!((fake.requests().len(), fake.state().as_str()), (5, "DONE"));
}

#[tokio::test]
async fn a_state_ends_a_wait_although_the_rest_of_the_body_cannot_be_read() {
    let stage = stage(states(&["RUNNING"]).json(200, &serde_json::json!({"status": "BROKEN"})));
    let error = stage.wait().await.unwrap_err();
    assert!(matches!(error, WaitError::Failed(_)), "{error:?}");
    assert_eq!((error.last().unwrap().state(), error.failures().len()), ("RUNNING", 1), "and why is kept");
    // That the work is done is nothing without the reply.
    let stage = self::stage(states(&["RUNNING"]).json(200, &serde_json::json!({"status": "DONE"})));
    assert!(matches!(stage.wait().await.unwrap_err(), WaitError::Refused(..)));
}

#[tokio::test]
async fn a_wait_that_has_ended_grows_no_older_and_remembers_what_it_was_told() {
    let clock = ManualClock::automatic();
    let script = states(&["SHINY", "BROKEN", "SHINY", "DONE"]);
    let stage = staged(script, clock.clone(), |builder| builder);
    let error = stage.wait().await.unwrap_err();
    clock.advance(Duration::from_secs(3600));
    assert_eq!(error.stopped().elapsed(), Duration::from_secs(1));
    error.resume().max_wait(Duration::MAX).await.unwrap();
    let unknown = stage.told().iter().filter(|line| line.starts_with("unknown")).count();
    assert_eq!(unknown, 1);
}

#[tokio::test]
async fn nobody_looks_in_a_circle() {
    let script = (0..50).fold(states(&[]), |script, _| script.json(200, &state("RUNNING", 0)));
    let stage = stage(script);
    let wait = stage.wait().pace(Duration::ZERO, Duration::ZERO).max_wait(Duration::from_millis(20));
    let error = wait.await.unwrap_err();
    assert!(matches!(error, WaitError::TimedOut(_)));
    assert_eq!((stage.clock.elapsed(), error.last().unwrap().number()), (Duration::from_millis(20), 20));
    // Nor where looks fail, and every delay is drawn as short as can be.
    let script = (0..50).fold(states(&["RUNNING"]), |script, _| script.fault(Fault::Dns));
    let stage = staged(script, ManualClock::automatic(), |builder| builder.randomness(FixedRandomness::shortest()));
    let error = stage.wait().max_wait(Duration::from_millis(1020)).await.unwrap_err();
    assert_eq!((error.stopped().failed(), stage.clock.elapsed()), (20, Duration::from_millis(1020)));
}

#[tokio::test]
async fn failures_are_kept_as_far_as_their_bodies_are_small() {
    let page = "x".repeat(600 << 10);
    let script = (0..5).fold(states(&["RUNNING"]), |script, _| script.reply(503, &[], page.clone()));
    let stage = stage(script.json(200, &state("DONE", 100)));
    let waited = stage.wait().await.unwrap();
    assert_eq!((waited.failed(), waited.failures().len()), (5, 1));
}
