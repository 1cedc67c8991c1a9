//! What observers and logs are told.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use trueform_runtime::testing::{Fault, FixedRandomness, ManualClock, ScriptedTransport};
use trueform_runtime::{Ending, Event, Outcome, Pipeline, PipelineBuilder, ResponseChecks, Wait, Waiter};

use crate::client::{Client, JSON, OneId, SERVICE, work};

fn client(transport: &ScriptedTransport, change: impl FnOnce(PipelineBuilder) -> PipelineBuilder) -> Client {
    let builder = Pipeline::builder(&SERVICE)
        .transport(transport.clone())
        .clock(ManualClock::automatic())
        .request_ids(OneId)
        .randomness(FixedRandomness::longest());
    Client { pipeline: change(builder).build().unwrap() }
}

fn line(event: &Event<'_>) -> String {
    match event {
        Event::AttemptBegins { operation, attempt, .. } => format!("{operation} begins {attempt}"),
        Event::AttemptEnds { attempt, took, ending, sent_request_id, request_id, .. } => {
            let ending = match ending {
                Ending::Reply(status) => status.as_u16().to_string(),
                ending => format!("{ending:?}"),
            };
            format!("ends {attempt} {ending} after {took:?}, {sent_request_id:?} {request_id:?}")
        }
        Event::RetryScheduled { attempt, delay, .. } => {
            format!("again after {attempt} in {:.0} s", delay.as_secs_f64())
        }
        Event::RetriesEnd { attempt, reason, .. } => format!("no more after {attempt}: {reason:?}"),
        Event::ReplyViolates { violations, first, .. } => format!("{violations} violations, first {first}"),
        Event::CallEnds { attempts, took, succeeded, status, .. } => {
            format!(
                "call ends: {attempts}, {:.0} s, {succeeded}, {:?}",
                took.as_secs_f64(),
                status.map(|it| it.as_u16())
            )
        }
        other => format!("{other:?}"),
    }
}

#[tokio::test]
async fn an_observer_sees_each_attempt_and_the_end() {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let tell = Arc::clone(&told);
    let transport = ScriptedTransport::new()
        .fault(Fault::StalledHeaders)
        .reply(503, &[JSON, ("opc-request-id", "server/1")], "{}")
        .json(200, &work(3));
    let observer = move |event: &Event<'_>| tell.lock().unwrap().push(line(event));
    client(&transport, |builder| builder.observer(observer)).get_work("w").await.unwrap();
    let told = told.lock().unwrap().clone();
    assert_eq!(
        told,
        [
            "GetWork begins 1",
            "ends 1 Failure(Timeout) after 60s, Some(\"id-1\") None",
            "again after 1 in 1 s",
            "GetWork begins 2",
            "ends 2 503 after 0ns, Some(\"id-2\") Some(\"server/1\")",
            "again after 2 in 2 s",
            "GetWork begins 3",
            "ends 3 200 after 0ns, Some(\"id-3\") None",
            "1 violations, first /resources",
            "call ends: 3, 63 s, true, Some(200)",
        ]
    );
}

#[tokio::test]
async fn what_is_refused_before_it_is_sent_ends_too() {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let tell = Arc::clone(&told);
    let observer = move |event: &Event<'_>| tell.lock().unwrap().push(line(event));
    let client =
        client(&ScriptedTransport::new(), |builder| builder.observer(observer).response_checks(ResponseChecks::Strict));
    client.get_work("").await.unwrap_err();
    assert_eq!(*told.lock().unwrap(), ["call ends: 0, 0 s, false, None"]);
}

const DONE: Waiter = Waiter {
    name: "done",
    state: "/status",
    progress: None,
    delay: None,
    outcomes: &[("DONE", Outcome::Succeeded)],
    states: &[],
};

#[tokio::test]
async fn what_begins_ends_even_if_it_is_given_up() {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let tell = Arc::clone(&told);
    let mut running = work(0);
    running["status"] = "RUNNING".into();
    let transport = ScriptedTransport::new().json(200, &running).fault(Fault::StalledHeaders);
    let observer = move |event: &Event<'_>| {
        let line = match event {
            Event::AttemptBegins { attempt, .. } => format!("begins {attempt}"),
            Event::AttemptEnds { ending, took, .. } => format!("ends {ending:?} after {took:?}"),
            Event::CallEnds { succeeded, .. } => format!("call ends {succeeded}"),
            Event::WaitEnds { snapshots, took, ending, .. } => format!("wait ends {ending:?} {snapshots} {took:?}"),
            Event::SnapshotTaken { state, .. } => (*state).to_owned(),
            other => format!("{other:?}"),
        };
        tell.lock().unwrap().push(line);
    };
    let client = client(&transport, |builder| builder.observer(observer));
    Wait::new(client.get_work("w"), DONE).max_wait(Duration::from_secs(20)).await.unwrap_err();
    assert_eq!(
        *told.lock().unwrap(),
        [
            "begins 1",
            "ends Reply(200) after 0ns",
            "call ends true",
            "RUNNING",
            "begins 1",
            "ends GivenUp after 19s",
            "call ends false",
            "wait ends TimedOut 1 20s",
        ]
    );
}
