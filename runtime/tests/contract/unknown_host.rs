//! A host of which nobody knows: a region that is misspelt, most of the time.

use std::time::Duration;

use trueform_runtime::testing::{Fault, FixedRandomness, ManualClock, ScriptedTransport};
use trueform_runtime::{Error, PipelineBuilder, RetryPolicy, Wait, WaitError, Waiter};

use crate::client::{Client, builder, work};

const DONE: Waiter = Waiter { name: "done", state: "/status", progress: None, delay: None, outcomes: &[], states: &[] };

fn client(
    transport: &ScriptedTransport,
    clock: &ManualClock,
    change: impl FnOnce(PipelineBuilder) -> PipelineBuilder,
) -> Client {
    let builder = builder(transport).clock(clock.clone()).randomness(FixedRandomness::longest());
    Client { pipeline: change(builder.retry(RetryPolicy::new())).build().expect("sound settings") }
}

fn failing(fault: &Fault) -> ScriptedTransport {
    (0..20).fold(ScriptedTransport::new(), |script, _| script.fault(fault.clone()))
}

#[tokio::test]
async fn a_name_that_there_is_not_is_tried_once_more_and_told_with_its_setting() {
    let (transport, clock) = (failing(&Fault::Dns), ManualClock::automatic());
    let client = client(&transport, &clock, |builder| builder.server_variable("region", "us-chcago-1"));
    let error = client.get_work("w").await.unwrap_err();
    assert_eq!((transport.requests().len(), error.attempts()), (2, 2));
    assert_eq!(clock.elapsed(), Duration::from_secs(1));
    let shown = error.to_string();
    let expected = "GetWork: scripted: the name of the host could not be resolved; the host \
                    shelf.us-chcago-1.example.com comes from the server variable region (\"us-chcago-1\") (2 attempts";
    assert!(shown.starts_with(expected), "{shown}");
}

#[tokio::test]
async fn a_wait_for_it_ends_as_soon() {
    let (transport, clock) = (failing(&Fault::Dns), ManualClock::automatic());
    let client = client(&transport, &clock, |builder| builder.server_variable("region", "us-chcago-1"));
    let error = Wait::new(client.get_work("w"), DONE).await.unwrap_err();
    assert!(matches!(&error, WaitError::Refused(_, error) if matches!(**error, Error::Transport(_))), "{error:?}");
    assert_eq!((transport.requests().len(), clock.elapsed()), (2, Duration::from_secs(1)));
    assert!(error.to_string().contains("comes from the server variable region (\"us-chcago-1\")"), "{error}");
}

#[tokio::test]
async fn a_host_comes_from_the_endpoint_or_from_a_default_too() {
    let error = |change: fn(PipelineBuilder) -> PipelineBuilder| async move {
        let (transport, clock) = (failing(&Fault::Dns), ManualClock::automatic());
        client(&transport, &clock, change).get_work("w").await.unwrap_err().to_string()
    };
    let shown = error(|builder| builder.endpoint("https://shelf.exampel.com:8443/x")).await;
    assert!(shown.contains("; the host shelf.exampel.com comes from the endpoint of the client ("), "{shown}");
    let shown = error(|builder| builder).await;
    assert!(shown.contains("the server variable region (\"us-chicago-1\", its default)"), "{shown}");
}

#[tokio::test]
async fn a_resolver_that_cannot_be_reached_is_waited_for() {
    let (transport, clock) = (failing(&Fault::Resolver), ManualClock::automatic());
    let error = client(&transport, &clock, |builder| builder).get_work("w").await.unwrap_err();
    assert_eq!((error.attempts(), clock.elapsed()), (8, Duration::from_secs(1 + 2 + 4 + 8 + 16 + 30 + 30)));
    // A name that was not known for a moment is.
    let (transport, clock) = (ScriptedTransport::new().fault(Fault::Dns).json(200, &work(0)), ManualClock::automatic());
    assert_eq!(client(&transport, &clock, |builder| builder).get_work("w").await.unwrap().attempts(), 2);
}
