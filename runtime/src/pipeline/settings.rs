//! What all calls of a client share.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName};

use crate::auth::Credentials;
use crate::clock::Clock;
use crate::endpoint::Endpoint;
use crate::observe::{Event, Observer};
use crate::randomness::Randomness;
use crate::request_id::RequestIds;
use crate::response::ResponseChecks;
use crate::retry::{RetryBudget, RetryPolicy};
use crate::service::{Requirement, Service};
use crate::transport::Transport;

/// What carries out calls: settings and connections of a client. Cheap to clone; all clones share them.
///
/// Made by [`Pipeline::builder`].
#[derive(Clone)]
pub struct Pipeline(pub(super) Arc<Settings>);

pub(super) struct Settings {
    pub(super) service: &'static Service,
    pub(super) endpoint: Endpoint,
    /// The setting that its host comes from: completes "comes from …".
    pub(super) host_from: String,
    pub(super) credentials: Vec<Arc<dyn Credentials>>,
    /// What authorises a call of an operation that says nothing of it, each by itself.
    pub(super) ways_for_all: Vec<[Requirement; 1]>,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) request_ids: Arc<dyn RequestIds>,
    pub(super) request_id_header: Option<HeaderName>,
    /// What goes with every request: `host`, `user-agent`, and the headers of the service.
    pub(super) headers: HeaderMap,
    /// What the caller states for every request.
    pub(super) stated_headers: HeaderMap,
    /// The header that makes a request whose method is not idempotent repeatable.
    pub(super) idempotency_header: Option<HeaderName>,
    pub(super) randomness: Arc<dyn Randomness>,
    pub(super) retry: RetryPolicy,
    pub(super) budget: RetryBudget,
    pub(super) observer: Option<Arc<dyn Observer>>,
    pub(super) attempt_timeout: Duration,
    pub(super) deadline: Duration,
    pub(super) body_limit: usize,
    pub(super) response_checks: ResponseChecks,
}

impl Settings {
    /// Whether anybody might be told.
    pub(super) fn is_watched(&self) -> bool {
        cfg!(feature = "tracing") || self.observer.is_some()
    }

    /// Tells those who watch that something happened.
    pub(super) fn tell(&self, event: &Event<'_>) {
        #[cfg(feature = "tracing")]
        crate::observe::log(event);
        if let Some(observer) = &self.observer {
            observer.observe(event);
        }
    }
}

impl Pipeline {
    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// A delay of this policy after so many attempts.
    pub(crate) fn draw(&self, policy: &RetryPolicy, attempts: u32) -> Duration {
        policy.delay(attempts, &*self.0.randomness)
    }

    pub(crate) fn tell(&self, event: &Event<'_>) {
        self.0.tell(event);
    }
}

/// Of credentials only their number: their own `Debug` is not ours to trust.
impl fmt::Debug for Pipeline {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &*self.0;
        formatter
            .debug_struct("Pipeline")
            .field("service", &settings.service.name)
            .field(
                "endpoint",
                &format_args!(
                    "{}://{}{}",
                    settings.endpoint.scheme, settings.endpoint.authority, settings.endpoint.base_path
                ),
            )
            .field("credentials", &settings.credentials.len())
            .field("transport", &settings.transport)
            .field("attempt_timeout", &settings.attempt_timeout)
            .field("deadline", &settings.deadline)
            .field("retry", &settings.retry)
            .field("body_limit", &settings.body_limit)
            .field("response_checks", &settings.response_checks)
            .finish_non_exhaustive()
    }
}
