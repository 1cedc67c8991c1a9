//! What came of it.

use std::error::Error as StdError;
use std::fmt::{self, Write};
use std::time::Duration;

use cdexhub::operations::{GetWorkRequest, GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::{Error, OperationResponse, Received, Snapshot, WaitError, Waited};

use super::stage::Stage;

/// What came of one way to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) is_fine: bool,
    /// What kind of outcome it is.
    class: String,
    /// How many requests were sent.
    requests: usize,
    pub(super) elapsed: Duration,
    /// What of the last reply is kept.
    pub(super) kept: Option<String>,
    /// What a person reads, where it is an error.
    pub(super) message: String,
}

type CallError = Error<GetWorkRequestError>;

impl Cell {
    fn new(stage: &Stage, is_fine: bool, class: String, kept: Option<&Received>, message: String) -> Self {
        assert!(!message.contains(char::is_control) && message.len() < 900, "one line, and short: {message}");
        let kept = kept.map(|kept| format!("{} with {} bytes", kept.status().as_u16(), kept.body().len()));
        let requests = stage.transport.requests();
        let ids: Vec<_> = requests.iter().map(|request| request.header_text("opc-request-id").unwrap()).collect();
        let mut different = ids.clone();
        different.dedup();
        assert_eq!(ids, different, "each attempt has an identifier of its own");
        let begins = |id: &str| id.rsplit_once('-').map(|(beginning, _)| beginning.to_owned());
        assert!(ids.iter().all(|id| begins(id) == begins(ids[0])), "and all begin alike: {ids:?}");
        // Delays are a hair shorter than they may be.
        let elapsed = stage.clock.elapsed() + Duration::from_micros(500);
        let elapsed = Duration::from_millis(u64::try_from(elapsed.as_millis()).expect("tests do not live for ages"));
        Self { is_fine, class, requests: requests.len(), elapsed, kept, message }
    }

    pub(super) fn of_a_call(stage: &Stage, outcome: &Result<GetWorkRequestResponse, CallError>) -> Self {
        match outcome {
            Ok(reply) => Self::new(stage, true, fine(reply), Some(reply.received()), String::new()),
            Err(error) => {
                assert_eq!(error.attempts() as usize, stage.transport.requests().len(), "{error}");
                Self::new(stage, false, class(error).to_owned(), error.received(), shown(error))
            }
        }
    }

    pub(super) fn of_a_wait(
        stage: &Stage,
        outcome: &Result<Waited<GetWorkRequest>, WaitError<GetWorkRequest>>,
    ) -> Self {
        match outcome {
            Ok(waited) => {
                let class = format!("{}, {} failed", fine(waited), waited.failures().len());
                Self::new(stage, true, class, Some(waited.received()), String::new())
            }
            Err(error) => Self::of_a_wait_error(stage, error, ""),
        }
    }

    pub(super) fn of_a_stream(
        stage: &Stage,
        seen: &[Result<Snapshot<GetWorkRequest>, WaitError<GetWorkRequest>>],
    ) -> Self {
        let states: Vec<&str> = seen.iter().flatten().map(Snapshot::state).collect();
        let states = states.join(", ");
        match seen.last().expect("something is seen") {
            Ok(last) => {
                let failed: usize = seen.iter().flatten().map(|snapshot| snapshot.failures().len()).sum();
                Self::new(stage, true, format!("{states}, {failed} failed"), Some(last.received()), String::new())
            }
            Err(error) => Self::of_a_wait_error(stage, error, &format!("{states}, then ")),
        }
    }

    fn of_a_wait_error(stage: &Stage, error: &WaitError<GetWorkRequest>, before: &str) -> Self {
        let name = format!("{error:?}");
        let name = name.split('(').next().unwrap_or_default();
        let last = error.last().expect("the first look was fine");
        assert_eq!(last.state(), "IN_PROGRESS");
        let why = error.error().map_or("", class);
        let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
        let class = format!("{before}{name}{why}, {} failed, last {}", error.failures().len(), last.state());
        Self::new(stage, false, class, error.error().and_then(Error::received), shown(error))
    }
}

fn fine(reply: &GetWorkRequestResponse) -> String {
    match reply.violations().len() {
        0 => "a reply".to_owned(),
        violations => format!("a reply with {violations} violations"),
    }
}

fn class(error: &CallError) -> &'static str {
    match error {
        Error::Documented(GetWorkRequestError::Unauthorized(_)) => "documented as unauthorized",
        Error::Documented(GetWorkRequestError::NotFound(_)) => "documented as not found",
        Error::Documented(GetWorkRequestError::TooManyRequests(_)) => "documented as too many requests",
        Error::Documented(GetWorkRequestError::InternalServerError(_)) => "documented as internal server error",
        Error::Documented(_) => "documented as any error",
        Error::Unexpected(_) => "unexpected",
        Error::Undecodable(_) => "undecodable",
        Error::Transport(failure) if error.is_timeout() && failure.received().is_some() => "timeout within the reply",
        Error::Transport(_) if error.is_timeout() => "timeout",
        Error::Transport(failure) if failure.received().is_some() => "transport within the reply",
        Error::Transport(_) => "transport",
        Error::Violated(_) | Error::Refused(_) => "refused",
        _ => "something else",
    }
}

/// What a person reads, with its causes; no secret is in it.
fn shown(error: &(impl StdError + 'static)) -> String {
    let message = error.to_string();
    let mut all = format!("{message} {error:?}");
    let mut cause = error.source();
    while let Some(because) = cause {
        let _ = write!(all, " {because} {because:?}");
        cause = because.source();
    }
    assert!(!all.contains("s3cret"), "{all}");
    // Identifiers are random.
    let ids = message.split("opc-request-id: ").skip(1).filter_map(|rest| rest.split([';', ')']).next());
    let ids: Vec<String> = ids.filter(|id| id.len() > 24).map(str::to_owned).collect();
    ids.iter().fold(message, |message, id| message.replace(id.as_str(), "ID"))
}

impl Cell {
    /// As a line of the table, and the message below where it was not told yet.
    pub(super) fn shown(&self, with_message: bool) -> String {
        let mut shown = self.to_string();
        if with_message && !self.message.is_empty() {
            let _ = write!(shown, "\n{:20}{}", "", self.message);
        }
        shown
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { class, requests, elapsed, kept, .. } = self;
        write!(formatter, "{class}; {requests} requests, {elapsed:?}")?;
        match kept.as_ref().filter(|_| !self.is_fine) {
            Some(kept) => write!(formatter, "; kept {kept}"),
            None => Ok(()),
        }
    }
}
