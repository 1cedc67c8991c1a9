//! The memory of waits: many at once on one client, each between its first look and its second.

mod work_request;

use std::error::Error;
use std::future::IntoFuture;
use std::task::{Context, Poll, Waker};

use bench::is_asked_for;
use bytes::Bytes;
use cdexhub::Client;
use cdexhub::runtime::testing::ManualClock;
use cdexhub::runtime::transport::{Body, BoxFuture, Transport, TransportError};
use hyper::{Request, Response};
use serde_json::Value;

const WAITS: usize = 10_000;

/// What the kernel counts memory in.
const PAGE: usize = 4096;

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    if !is_asked_for("waits") {
        return Ok(());
    }
    let mut full: Value = serde_json::from_str(&work_request::text())?;
    full["status"] = "IN_PROGRESS".into();
    let mut bare = full.clone();
    bare["resources"] = Value::Array(Vec::new());
    println!("{WAITS} waits at once on one client{:14}{:>14}{:>12}{:>8}", "", "memory each", "future", "tasks");
    for (name, body) in [("a reply without resources", bare), ("a reply with 32 resources", full)] {
        let body = Bytes::from(body.to_string());
        let title = format!("{name}, {} bytes", body.len());
        let [memory, future, tasks] = measure(body)?;
        println!("{title:46}{:>14}{:>12}{tasks:>8}", format!("{memory} bytes"), format!("{future} bytes"));
    }
    Ok(())
}

/// What one wait takes in memory, how much of that is its future, and how many tasks there are for all of them.
fn measure(body: Bytes) -> Result<[usize; 3], Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let entered = runtime.enter();
    let clock = ManualClock::new();
    let client = Client::builder().endpoint("http://localhost").transport(Always(body)).clock(clock.clone()).build()?;
    let wait = || client.get_work_request("ocid1.workrequest.oc1.us-chicago-1.aaaaaaaabbbbbbbb").wait().into_future();
    let mut context = Context::from_waker(Waker::noop());
    // Whatever is made once for all is made before.
    drop(wait().as_mut().poll(&mut context));
    let mut waits = Vec::with_capacity(WAITS);
    let before = resident()?;
    for _ in 0..WAITS {
        let mut wait = wait();
        assert!(matches!(wait.as_mut().poll(&mut context), Poll::Pending), "the work is not done");
        waits.push(wait);
    }
    let after = resident()?;
    assert_eq!(clock.waiting(), WAITS);
    let tasks = runtime.metrics().num_alive_tasks();
    drop(entered);
    Ok([after.saturating_sub(before) / WAITS, size_of_val(&*waits[0]), tasks])
}

/// The memory of this process that is there (`man 5 proc`), in bytes.
fn resident() -> Result<usize, Failure> {
    let text = std::fs::read_to_string("/proc/self/statm")?;
    let pages: usize = text.split(' ').nth(1).ok_or("there is no second number")?.parse()?;
    Ok(pages * PAGE)
}

/// Gives everybody the same reply, and remembers nothing.
#[derive(Debug)]
struct Always(Bytes);

impl Transport for Always {
    fn send(&self, _: Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let reply = Response::builder().header("content-type", "application/json").header("opc-request-id", "A1/B2/C3");
        // A copy, as a connection gives each its own.
        let body = Body::from(self.0.to_vec());
        Box::pin(std::future::ready(Ok(reply.body(body).expect("the headers are sound"))))
    }
}
