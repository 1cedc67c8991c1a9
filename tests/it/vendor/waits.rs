//! The same work is waited for, on clocks that need no time.

use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use cdexhub::runtime::{BoxFuture, Clock, WaitError};
use serde_json::{Value, json};
use xtask::mock::Mock;

use super::library::Library;
use super::replies::{client, mock};

const PREFIX: &str = "ocid1.workrequest.demo.";

/// The mock says `retry-after: 1`, so that sleeps up to this are those between two looks. All others are time-outs.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// A clock whose sleeps between two looks are over at once, and whose time-outs never come: a socket needs real time.
#[derive(Debug, Default)]
struct Hasty(Mutex<Duration>);

impl Clock for Hasty {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn elapsed(&self) -> Duration {
        *self.0.lock().expect("no other thread has it")
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if duration > BETWEEN_LOOKS {
            return Box::pin(std::future::pending());
        }
        *self.0.lock().expect("no other thread has it") += duration;
        Box::pin(std::future::ready(()))
    }
}

/// How our wait ended: by which name, in which state, after how many looks, and how many seconds.
async fn ours(library: &Library, name: &str) -> (&'static str, String, usize, u64) {
    let mock = mock().await;
    let client = client(library, &mock).clock(Hasty::default()).build().expect("loopback may be called in plain text");
    let outcome = client.get_work_request(format!("{PREFIX}{name}")).wait().await;
    let (end, state, elapsed) = match &outcome {
        Ok(done) => ("done", done.status.as_str(), done.elapsed()),
        Err(error) => {
            let end = match error {
                WaitError::Failed(_) => "failed",
                WaitError::Canceled(_) => "canceled",
                WaitError::NeedsAttention(_) => "needs attention",
                other => panic!("{other}"),
            };
            (end, error.last().expect("it was seen").state(), error.stopped().elapsed())
        }
    };
    (end, state.to_owned(), mock.requests().len(), elapsed.as_secs())
}

/// How the vendor's waits for these states of these work requests ended, each after how many looks, and how many seconds.
async fn theirs(library: &Library, waits: &[(&str, &[&str])]) -> Vec<(String, usize, u64)> {
    let mut mocks = Vec::new();
    let mut questions = Vec::new();
    for (name, states) in waits {
        let mock = mock().await;
        questions.push(json!({ "url": mock.url(), "id": format!("{PREFIX}{name}"), "states": states }));
        mocks.push(mock);
    }
    let answers = library.answers("wait", &questions).await;
    let told = |(answer, mock): (&Value, &Mock)| {
        let end = answer["end"].as_str().expect("a text").to_owned();
        (end, mock.requests().len(), answer["elapsed"].as_u64().expect("a number"))
    };
    answers.iter().zip(&mocks).map(told).collect()
}

#[tokio::test]
async fn both_wait_until_work_succeeds() {
    let Some(library) = Library::installed() else { return };
    assert_eq!(ours(&library, "succeeds").await, ("done", "SUCCEEDED".to_owned(), 4, 3));
    assert_eq!(ours(&library, "waits").await, ("done", "SUCCEEDED".to_owned(), 5, 4));
    let theirs = theirs(&library, &[("succeeds", &["SUCCEEDED"]), ("waits", &["SUCCEEDED"])]).await;
    // Deaf to `retry-after`, it sleeps for 1, 2, 4 and 8 seconds.
    assert_eq!(theirs, [("SUCCEEDED".to_owned(), 4, 7), ("SUCCEEDED".to_owned(), 5, 15)]);
}

/// The vendor's wait sees a failure only where its caller has named it as a state to wait for, and then calls it no error.
#[tokio::test]
async fn only_ours_sees_a_failure_by_itself() {
    let Some(library) = Library::installed() else { return };
    let failed = |end, state: &str, looks| (end, state.to_owned(), looks, looks as u64 - 1);
    assert_eq!(ours(&library, "fails").await, failed("failed", "FAILED", 3));
    assert_eq!(ours(&library, "canceled").await, failed("canceled", "CANCELED", 4));
    assert_eq!(ours(&library, "needs-attention").await, failed("needs attention", "NEEDS_ATTENTION", 3));
    let named: [(&str, &[&str]); 4] = [
        ("fails", &["SUCCEEDED", "FAILED"]),
        ("canceled", &["SUCCEEDED", "CANCELED"]),
        ("needs-attention", &["SUCCEEDED", "NEEDS_ATTENTION"]),
        ("fails", &["SUCCEEDED"]),
    ];
    let ended = |end: &str, looks, seconds| (end.to_owned(), looks, seconds);
    let expected = [
        ended("FAILED", 3, 3),
        ended("CANCELED", 4, 7),
        ended("NEEDS_ATTENTION", 3, 3),
        // Its limit is 20 minutes; it sleeps beyond it.
        ended("MaximumWaitTimeExceeded", 45, 1201),
    ];
    assert_eq!(theirs(&library, &named).await, expected);
}
