//! Work that lives by a clock.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Request, Response, StatusCode};
use serde_json::Value;

use super::fault::Fault;
use super::recorded_request::{RecordedRequest, record};
use super::spoiled::spoil;
use crate::clock::Clock;
use crate::poll::Waiter;
use crate::transport::{Body, BoxFuture, Transport, TransportError};

/// Long-running work with a life of its own: a transport that answers every request with how the work stands by then.
///
/// It begins in the state that its body has, when it is made, and lives by a clock, mostly a
/// [`ManualClock`](super::ManualClock): a wait of twenty minutes takes no time. Clones are the same work.
///
/// ```
/// use std::time::Duration;
/// use trueform_runtime::testing::{FakeWork, Fault, ManualClock};
/// use trueform_runtime::{Outcome, Waiter};
/// # const WAITER: Waiter = Waiter {
/// #     name: "done", state: "/status", progress: Some("/percent"), delay: Some("retry-after"),
/// #     outcomes: &[("DONE", Outcome::Succeeded)], states: &[],
/// # };
///
/// let clock = ManualClock::automatic();
/// let body = serde_json::json!({ "status": "NEW", "percent": 0 });
/// let work = FakeWork::new(clock.clone(), WAITER, body)
///     .then("RUNNING", Duration::from_secs(10))
///     .then("DONE", Duration::from_secs(600))
///     .asking_to_wait(Duration::from_secs(5))
///     .fault_at(3, Fault::ResetBeforeHeaders);
/// // … give `work.clone()` and `clock` to a client, wait with it, and then:
/// assert_eq!(work.requests().len(), 0);
/// assert_eq!(work.state(), "NEW");
/// ```
#[derive(Clone, Debug)]
pub struct FakeWork {
    clock: Arc<dyn Clock>,
    waiter: Waiter,
    born: Duration,
    life: Arc<Mutex<Life>>,
}

#[derive(Debug)]
struct Life {
    body: Value,
    /// The states to come, each with the age that it begins at.
    stages: Vec<(Duration, String)>,
    asks_to_wait: Option<Duration>,
    /// What goes wrong with which request, by its number from 1.
    faults: Vec<(usize, Fault)>,
    requests: Vec<RecordedRequest>,
}

#[expect(
    clippy::return_self_not_must_use,
    reason = "a life can go on through any clone, whose return value nobody needs"
)]
impl FakeWork {
    /// Work that begins now, in the state of this body.
    pub fn new(clock: impl Clock, waiter: Waiter, body: Value) -> Self {
        let life = Life { body, stages: Vec::new(), asks_to_wait: None, faults: Vec::new(), requests: Vec::new() };
        let born = clock.elapsed();
        Self { clock: Arc::new(clock), waiter, born, life: Arc::new(Mutex::new(life)) }
    }

    /// Then it goes over to this state, so long after the state before began.
    pub fn then(self, state: impl Into<String>, after: Duration) -> Self {
        {
            let mut life = self.lock();
            let begins = life.stages.last().map_or(Duration::ZERO, |(begins, _)| *begins).saturating_add(after);
            life.stages.push((begins, state.into()));
        }
        self
    }

    /// Each reply says in the header of the waiter, in seconds, when to ask again.
    pub fn asking_to_wait(self, delay: Duration) -> Self {
        self.lock().asks_to_wait = Some(delay);
        self
    }

    /// The request of this number, counted from 1, goes wrong.
    pub fn fault_at(self, request: usize, fault: Fault) -> Self {
        self.lock().faults.push((request, fault));
        self
    }

    /// The state by now.
    pub fn state(&self) -> String {
        let body = self.lock().at(self.age(), &self.waiter);
        body.pointer(self.waiter.state).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// What was asked so far, in order.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.lock().requests.clone()
    }

    fn age(&self) -> Duration {
        self.clock.elapsed().saturating_sub(self.born)
    }

    async fn answer(&self, request: Request<Body>) -> Result<Response<Body>, TransportError> {
        let recorded = record(request).await?;
        let (reply, fault) = {
            let mut life = self.lock();
            life.requests.push(recorded);
            let number = life.requests.len();
            let fault = life.faults.iter().find(|(at, _)| *at == number).map(|(_, fault)| fault.clone());
            (life.reply(self.age(), &self.waiter), fault)
        };
        match fault {
            Some(fault) => spoil(fault, reply).come().await,
            None => Ok(reply.map(Body::from)),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Life> {
        self.life.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Life {
    /// The body at this age.
    fn at(&self, age: Duration, waiter: &Waiter) -> Value {
        let mut body = self.body.clone();
        let stage = self.stages.iter().rev().find(|(begins, _)| *begins <= age);
        if let (Some((_, state)), Some(place)) = (stage, body.pointer_mut(waiter.state)) {
            *place = state.as_str().into();
        }
        // Without a way to go there is no progress but that of the body.
        let Some((whole, _)) = self.stages.last() else { return body };
        if let Some(place) = waiter.progress.and_then(|progress| body.pointer_mut(progress)) {
            let done = if age >= *whole { 1.0 } else { age.as_secs_f64() / whole.as_secs_f64() };
            // In tenths of a percent, as services round.
            *place = ((done * 1000.0).floor() / 10.0).into();
        }
        body
    }

    fn reply(&self, age: Duration, waiter: &Waiter) -> Response<Bytes> {
        let mut reply = Response::new(Bytes::from(self.at(age, waiter).to_string()));
        *reply.status_mut() = StatusCode::OK;
        let headers = reply.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let header = waiter.delay.and_then(|name| HeaderName::from_bytes(name.as_bytes()).ok());
        if let (Some(delay), Some(header)) = (self.asks_to_wait, header) {
            let seconds = HeaderValue::try_from(delay.as_secs_f64().to_string());
            headers.insert(header, seconds.expect("a number can stand in a header"));
        }
        reply
    }
}

impl Transport for FakeWork {
    fn send(&self, request: Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(self.answer(request))
    }
}
