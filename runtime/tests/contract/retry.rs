//! When a request is sent again, and when not.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use trueform_runtime::testing::{Fault, FixedRandomness, ManualClock, ScriptedTransport};
use trueform_runtime::{Bytes, Error, Event, GaveUp, Pipeline, PipelineBuilder, RetryPolicy, Service, StatusCode};

use crate::client::{Client, GetWork, GetWorkError, GetWorkResponse, JSON, OneId, SERVICE, SERVICE_FACTS, work};
use crate::put_work::PutWork;

pub(crate) struct Stage {
    pub(crate) transport: ScriptedTransport,
    pub(crate) clock: ManualClock,
    delays: Arc<Mutex<Vec<Duration>>>,
    ends: Arc<Mutex<Vec<GaveUp>>>,
    client: Client,
}

fn stage(transport: ScriptedTransport) -> Stage {
    staged(transport, |builder| builder)
}

pub(crate) fn staged(transport: ScriptedTransport, change: impl FnOnce(PipelineBuilder) -> PipelineBuilder) -> Stage {
    staged_of(&SERVICE, transport, change)
}

fn staged_of(
    service: &'static Service,
    transport: ScriptedTransport,
    change: impl FnOnce(PipelineBuilder) -> PipelineBuilder,
) -> Stage {
    let clock = ManualClock::automatic();
    let delays: Arc<Mutex<Vec<Duration>>> = Arc::default();
    let ends: Arc<Mutex<Vec<GaveUp>>> = Arc::default();
    let (seen, seen_ends) = (Arc::clone(&delays), Arc::clone(&ends));
    let builder = Pipeline::builder(service)
        .transport(transport.clone())
        .clock(clock.clone())
        .request_ids(OneId)
        .randomness(FixedRandomness::longest())
        .observer(move |event: &Event<'_>| match event {
            Event::RetryScheduled { delay, .. } => seen.lock().unwrap().push(*delay),
            Event::RetriesEnd { reason, .. } => seen_ends.lock().unwrap().push(*reason),
            _ => {}
        });
    let pipeline = change(builder).build().unwrap();
    Stage { transport, clock, delays, ends, client: Client { pipeline } }
}

impl Stage {
    pub(crate) async fn call(&self) -> Result<GetWorkResponse, Error<GetWorkError>> {
        self.client.get_work("w").await
    }

    fn delays(&self) -> Vec<f64> {
        self.delays.lock().unwrap().iter().map(|delay| (delay.as_secs_f64() * 1000.0).round() / 1000.0).collect()
    }

    fn ends(&self) -> Vec<GaveUp> {
        self.ends.lock().unwrap().clone()
    }
}

const BUSY: &str = r#"{"code": "Busy", "message": "later"}"#;

fn failing(times: usize) -> ScriptedTransport {
    (0..times).fold(ScriptedTransport::new(), |script, _| script.reply(503, &[JSON], BUSY))
}

#[tokio::test]
async fn eight_attempts_are_made_with_growing_delays_and_the_last_reply_is_the_error() {
    let stage = stage(failing(9));
    let error = stage.call().await.unwrap_err();
    assert_eq!(
        (error.status(), error.code(), error.attempts()),
        (Some(StatusCode::SERVICE_UNAVAILABLE), Some("Busy"), 8)
    );
    assert_eq!(stage.delays(), [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]);
    assert_eq!(stage.ends(), [GaveUp::Attempts]);
    assert_eq!(stage.transport.remaining(), 1);
}

#[tokio::test]
async fn what_is_worth_it_is_sent_again_and_the_rest_is_not() {
    let conflict = |code: &str| format!(r#"{{"code": "{code}", "message": "m"}}"#);
    for (status, body, again) in [
        (408, BUSY.to_owned(), true),
        (429, BUSY.to_owned(), true),
        (500, BUSY.to_owned(), true),
        (501, BUSY.to_owned(), false),
        (502, "<html>".to_owned(), true),
        (503, String::new(), true),
        (504, BUSY.to_owned(), true),
        (409, conflict("IncorrectState"), true),
        (409, conflict("LockConflict"), true),
        (409, conflict("AlreadyThere"), false),
        (400, BUSY.to_owned(), false),
        (404, BUSY.to_owned(), false),
        (302, String::new(), false),
    ] {
        let stage = stage(ScriptedTransport::new().reply(status, &[JSON], body).json(200, &work(0)));
        let result = stage.call().await;
        assert_eq!((result.is_ok(), stage.transport.requests().len()), (again, if again { 2 } else { 1 }), "{status}");
        if let Ok(reply) = result {
            assert_eq!(reply.attempts(), 2);
        }
    }
}

#[tokio::test]
async fn failures_of_the_network_are_survived_where_they_may_pass() {
    for fault in Fault::all() {
        let stage = stage(ScriptedTransport::new().fault(fault.clone()).json(200, &work(0)));
        let again = matches!(
            fault,
            Fault::Dns
                | Fault::Resolver
                | Fault::Refused
                | Fault::ConnectTimeout
                | Fault::ClosedBeforeHeaders
                | Fault::ResetBeforeHeaders
                | Fault::StalledHeaders
                | Fault::ResetInBody { .. }
                | Fault::CutBody { .. }
                | Fault::StalledBody { .. }
                | Fault::BadGateway
        );
        assert_eq!(stage.call().await.is_ok(), again, "{fault:?}");
        assert_eq!(stage.transport.remaining(), usize::from(!again), "{fault:?}");
    }
}

#[tokio::test]
async fn what_the_service_asks_for_is_the_least_delay() {
    let script = ["7", "0.25", "Thu, 01 Jan 2026 00:01:00 GMT", "soon", "-5"]
        .into_iter()
        .fold(ScriptedTransport::new(), |script, wait| script.reply(429, &[JSON, ("retry-after", wait)], BUSY));
    let stage = stage(script.json(200, &work(0)));
    assert_eq!(stage.call().await.unwrap().attempts(), 6);
    // 7; the own 2; until 00:01:00, when it is 00:00:09; the own 8 and 16.
    assert_eq!(stage.delays(), [7.0, 2.0, 51.0, 8.0, 16.0]);
}

#[tokio::test]
async fn a_delay_that_does_not_fit_the_deadline_is_not_waited_for() {
    for wait in ["601", "99999999999", "Sun, 01 Mar 2099 00:00:00 GMT"] {
        let stage = stage(ScriptedTransport::new().reply(503, &[JSON, ("retry-after", wait)], BUSY));
        let error = stage.call().await.unwrap_err();
        assert_eq!((error.code(), error.attempts()), (Some("Busy"), 1));
        assert_eq!(stage.ends(), [GaveUp::Deadline]);
        assert_eq!(stage.clock.elapsed(), Duration::ZERO);
    }
    let stage = stage(failing(9));
    let error = stage.client.get_work("w").customize().deadline(Duration::from_secs(3)).await.unwrap_err();
    assert_eq!((error.attempts(), stage.delays()), (2, vec![1.0]));
    assert!(stage.clock.elapsed() <= Duration::from_secs(1));
}

#[tokio::test]
async fn one_deadline_bounds_everything() {
    let stalled =
        |times: usize| (0..times).fold(ScriptedTransport::new(), |script, _| script.fault(Fault::StalledHeaders));
    // A delay of 30 seconds after the tenth minute's last attempt would not fit.
    let stage = staged(stalled(12), |builder| builder.retry(RetryPolicy::new().attempts(100)));
    let error = stage.call().await.unwrap_err();
    assert!(error.is_timeout() && error.attempts() == 8, "{error}");
    assert_eq!((stage.ends(), stage.clock.elapsed().as_secs()), (vec![GaveUp::Deadline], 571));

    let stage = staged(stalled(1), |builder| builder.attempt_timeout(Duration::MAX));
    let error = stage.call().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(stage.clock.elapsed(), Duration::from_secs(600));
    assert!(error.to_string().contains("600s, the time that the call may take"), "{error}");
}

#[tokio::test]
async fn a_failure_tells_what_was_replied_before() {
    let stage = stage(failing(1).fault(Fault::Tls));
    let error = stage.call().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GetWork: scripted: the certificate of the host is not trusted (2 attempts; before: 503 Service Unavailable, \
         Busy: later (see https://help.example.com/errors#503_busy))"
    );
    let Error::Transport(failure) = &error else { panic!("{error:?}") };
    assert_eq!(failure.before().unwrap().status(), 503);
}

#[tokio::test]
async fn each_attempt_has_an_identifier_of_its_own_and_all_begin_alike() {
    let stage = stage(failing(2).json(200, &work(0)));
    stage.call().await.unwrap();
    let ids: Vec<String> = stage
        .transport
        .requests()
        .iter()
        .map(|request| request.header_text("opc-request-id").unwrap().to_owned())
        .collect();
    assert_eq!(ids, ["id-1", "id-2", "id-3"]);
}

#[tokio::test]
async fn a_request_that_is_not_idempotent_is_sent_again_only_with_a_key_or_on_demand() {
    let stage = stage(failing(1).json(200, &work(0)));
    let reply = PutWork::post(&stage.client).send().await.unwrap();
    assert_eq!(reply.attempts(), 2);
    let requests = stage.transport.requests();
    let keys: Vec<&str> = requests.iter().map(|request| request.header_text("opc-retry-token").unwrap()).collect();
    assert_eq!(keys[0], keys[1]);
    assert_eq!(keys[0].len(), 32);

    let stage = staged_without_key(failing(1).json(200, &work(0)));
    let error = PutWork::post(&stage.client).send().await.unwrap_err();
    assert_eq!((error.attempts(), stage.ends()), (1, vec![GaveUp::NotIdempotent]));
    assert_eq!(stage.transport.requests()[0].header_text("opc-retry-token"), None);
    let retry = RetryPolicy::new().any_method(true);
    let reply = PutWork::post(&stage.client).customize().retry(retry).await.unwrap();
    assert_eq!(reply.attempts(), 1);

    // A key of the caller's own is kept; a method that is idempotent needs none.
    let stage = self::stage(ScriptedTransport::new().json(200, &work(0)).json(200, &work(0)));
    PutWork::post(&stage.client).customize().header("opc-retry-token", "mine").await.unwrap();
    PutWork::put(&stage.client).send().await.unwrap();
    let requests = stage.transport.requests();
    assert_eq!(requests[0].header_text("opc-retry-token"), Some("mine"));
    assert_eq!(requests[1].header_text("opc-retry-token"), None);
}

fn staged_without_key(transport: ScriptedTransport) -> Stage {
    static KEYLESS: Service = Service { idempotency_key: None, ..SERVICE_FACTS };
    staged_of(&KEYLESS, transport, |builder| builder)
}

#[tokio::test]
async fn clones_share_a_budget_so_that_a_service_that_is_down_gets_no_storm() {
    let stage = stage(failing(1000));
    for _ in 0..100 {
        stage.client.clone().get_work("w").await.unwrap_err();
    }
    // A hundred first attempts, and the hundred retries of the budget.
    assert_eq!(stage.transport.requests().len(), 200);
    assert_eq!(stage.ends().iter().filter(|reason| **reason == GaveUp::Budget).count(), 86);
}

#[tokio::test]
async fn the_body_of_each_attempt_is_the_same() {
    let stage = stage(failing(1).json(200, &work(0)));
    PutWork::put(&stage.client).send().await.unwrap();
    let bodies: Vec<Bytes> = stage.transport.requests().iter().map(|request| request.body().clone()).collect();
    assert_eq!(bodies, ["{\"a\":1}", "{\"a\":1}"]);
}

fn crosses<T: Send + Sync + 'static>() {}

#[test]
fn policies_cross_threads() {
    crosses::<RetryPolicy>();
    crosses::<GetWork>();
}
