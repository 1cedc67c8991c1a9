//! The mocked service, without a network: a request in, a reply out.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, SystemTime};

use percent_encoding::percent_decode_str;
use trueform::api::{Api, Carries, Name, Operation, ParameterIn, Status};

use super::life::{Life, Refusal};
use super::reply::Reply;
use super::request::RecordedRequest;
use super::route::{self, Route};
use super::{body, check};
use crate::fault::Fault;

/// Tells the time that work requests are accepted, started, updated and finished at.
pub type Clock = Box<dyn FnMut() -> SystemTime + Send>;

/// How a mock behaves.
pub struct Options {
    /// Where it listens: a loopback address; port 0 takes a free one.
    pub address: SocketAddr,
    /// Whether calls without credentials are accepted.
    pub anonymous: bool,
    /// What the time is.
    pub clock: Clock,
    /// Whether it prints a line to standard output for each request.
    pub announce: bool,
    /// What goes wrong with every request.
    pub fault: Option<Fault>,
}

impl Default for Options {
    /// As tests want it: a free port, credentials needed, silent, and a clock that starts at 2026-01-02T03:04:05Z and is a
    /// second further each time it is read.
    fn default() -> Self {
        let mut now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_323_044);
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            anonymous: false,
            clock: Box::new(move || {
                now += Duration::from_secs(1);
                now
            }),
            announce: false,
            fault: None,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Options")
            .field("address", &self.address)
            .field("anonymous", &self.anonymous)
            .field("announce", &self.announce)
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}

/// The service of a document.
pub(super) struct Service {
    api: Api,
    anonymous: bool,
    clock: Clock,
    lives: BTreeMap<String, Life>,
    answered: u64,
}

impl Service {
    pub(super) fn new(api: Api, anonymous: bool, clock: Clock) -> Self {
        Self { api, anonymous, clock, lives: BTreeMap::new(), answered: 0 }
    }

    /// Whether the document has work requests.
    pub(super) fn has_work_requests(&self) -> bool {
        self.api.operations.iter().any(|operation| work_request_id(&self.api, operation).is_some())
    }

    /// Answers a request whose body has so many bytes; nothing where it did not arrive.
    pub(super) fn answer(&mut self, request: &RecordedRequest, body: Option<usize>) -> Reply {
        let id = self.request_id(request);
        let reply = match body {
            Some(length) => self.reply(request, length),
            None => Reply::error(413, "RequestTooLarge", "the body did not arrive, or is larger than 16 MiB"),
        };
        reply.header("opc-request-id", id)
    }

    /// The id of the caller, where it sent a good one, and what a real service adds to it.
    fn request_id(&mut self, request: &RecordedRequest) -> String {
        self.answered += 1;
        let own = |salt: u64| self.answered.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29) ^ salt;
        let good = |id: &&str| id.chars().all(|it| it.is_ascii_alphanumeric() || "-_".contains(it)) && !id.is_empty();
        let first = match request.header("opc-request-id").filter(good) {
            Some(id) => id.to_owned(),
            None => format!("{:016X}", own(0x243F_6A88_85A3_08D3)),
        };
        format!("{first}/{:016X}/{:016X}", own(0x1319_8A2E_0370_7344), own(0xA409_3822_299F_31D0))
    }

    fn reply(&mut self, request: &RecordedRequest, body: usize) -> Reply {
        let path = request.target.split('?').next().unwrap_or_default();
        let (operation, values) = match route::find(&self.api, &request.method, path) {
            Route::Operation(operation, values) => (operation, values),
            Route::OtherVerbs(verbs) => {
                let message = format!("{} does not answer to {}", path, request.method);
                return Reply::error(405, "MethodNotAllowed", &message).header("allow", verbs.join(", "));
            }
            Route::Unknown => return Reply::error(404, "NotFound", &format!("there is no {path}")),
        };
        if !self.anonymous && !check::is_authorised(&self.api, operation, request) {
            let message = "the required information to complete authentication was not provided or was incorrect";
            return Reply::error(401, "NotAuthenticated", message);
        }
        let decode = |(index, value): (usize, &str)| {
            let decoded = percent_decode_str(value).decode_utf8().ok()?;
            Some((index, decoded.into_owned()))
        };
        let Some(values) = values.into_iter().map(decode).collect::<Option<Vec<_>>>() else {
            return Reply::error(400, "InvalidParameter", "the path is not UTF-8");
        };
        if let Some(complaint) = check::complaint(&self.api, operation, &values, request) {
            return Reply::error(400, "InvalidParameter", &complaint);
        }
        if body == 0 && operation.body.as_ref().is_some_and(|body| body.required) {
            return Reply::error(400, "MissingParameter", "the body is missing");
        }
        match work_request_id(&self.api, operation) {
            Some(index) => {
                let id = values.into_iter().find(|(at, _)| *at == index).map(|(_, id)| id);
                self.work_request(&id.unwrap_or_default())
            }
            None => example(&self.api, operation),
        }
    }

    fn work_request(&mut self, id: &str) -> Reply {
        let now = (self.clock)();
        if !self.lives.contains_key(id) {
            let Some(life) = Life::begin(id, now) else {
                let message = format!("the work request {id} does not exist, or you may not see it");
                return Reply::error(404, "NotAuthorizedOrNotFound", &message);
            };
            self.lives.insert(id.to_owned(), life);
        }
        let Some(life) = self.lives.get_mut(id) else {
            unreachable!("it was there, or has just been put there");
        };
        match life.refusal() {
            Some(Refusal::Throttled) => {
                let message = "there were too many requests; ask again in a second";
                return Reply::error(429, "TooManyRequests", message).header("retry-after", "1");
            }
            Some(Refusal::Broken) => {
                return Reply::error(500, "InternalServerError", "an internal error occurred");
            }
            None => {}
        }
        let snapshot = life.step(now);
        let reply = Reply { fault: life.fault, ..Reply::new(200, snapshot.body) }.header("etag", snapshot.etag);
        if snapshot.runs { reply.header("retry-after", "1") } else { reply }
    }
}

/// The status of an operation's first reply that means success, and the reply.
fn success(operation: &Operation) -> Option<(u16, &trueform::api::Reply)> {
    operation.replies.iter().find_map(|reply| match reply.status {
        Status::Code(code) if (200..300).contains(&code) => Some((code, reply)),
        Status::Range(2) => Some((200, reply)),
        _ => None,
    })
}

/// Where an operation shows a work request: the path parameter with its id.
fn work_request_id(api: &Api, operation: &Operation) -> Option<usize> {
    let (_, reply) = success(operation)?;
    let Carries::Json(ty) = reply.content.as_ref()?.carries else {
        return None;
    };
    (api.types[ty].name == Name::Declared("WorkRequest".to_owned())).then_some(())?;
    let mut parameters = operation.parameters.iter();
    parameters.position(|it| it.location == ParameterIn::Path && it.wire == "workRequestId")
}

/// A reply that is made of the document alone.
fn example(api: &Api, operation: &Operation) -> Reply {
    let made = success(operation).and_then(|(status, reply)| match &reply.content {
        None => Some(Reply::empty(status)),
        Some(content) => match content.carries {
            Carries::Json(ty) => Some(Reply::new(status, body::of(api, ty)?)),
            Carries::Text | Carries::Bytes => None,
        },
    });
    made.unwrap_or_else(|| {
        let message = format!("the mock cannot make a reply of {} from its schema", operation.id);
        Reply::error(501, "NotImplemented", &message)
    })
}
