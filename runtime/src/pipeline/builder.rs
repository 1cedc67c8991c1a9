//! Clients that are being set up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::build_error::BuildError;
use super::headers;
use super::settings::{Pipeline, Settings};
use crate::auth::{Credentials, Given, held_against, ways_for_all};
use crate::clock::{Clock, SystemClock};
use crate::endpoint::{self, Endpoint};
use crate::observe::Observer;
use crate::randomness::{Randomness, SystemRandomness};
use crate::request_id::{RandomRequestIds, RequestIds};
use crate::response::ResponseChecks;
use crate::retry::{RetryBudget, RetryPolicy};
use crate::service::{SecurityScheme, Service};
use crate::transport::{HyperTransport, Transport};

const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(60);
const DEADLINE: Duration = Duration::from_secs(600);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// A [`Pipeline`] that is being set up.
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct PipelineBuilder {
    service: &'static Service,
    endpoint: Option<String>,
    server_variables: Vec<(&'static str, String)>,
    credentials: Vec<Given>,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
    request_ids: Option<Arc<dyn RequestIds>>,
    randomness: Option<Arc<dyn Randomness>>,
    retry: RetryPolicy,
    observer: Option<Arc<dyn Observer>>,
    attempt_timeout: Duration,
    deadline: Duration,
    connect_timeout: Duration,
    body_limit: usize,
    response_checks: ResponseChecks,
    allow_plain_http: bool,
    user_agent: Option<String>,
    headers: Vec<(String, String)>,
}

impl Pipeline {
    /// A pipeline for this service, to be set up.
    pub fn builder(service: &'static Service) -> PipelineBuilder {
        PipelineBuilder {
            service,
            endpoint: None,
            server_variables: Vec::new(),
            credentials: Vec::new(),
            transport: None,
            clock: None,
            request_ids: None,
            randomness: None,
            retry: RetryPolicy::default(),
            observer: None,
            attempt_timeout: ATTEMPT_TIMEOUT,
            deadline: DEADLINE,
            connect_timeout: CONNECT_TIMEOUT,
            body_limit: BODY_LIMIT,
            response_checks: ResponseChecks::default(),
            allow_plain_http: false,
            user_agent: None,
            headers: Vec::new(),
        }
    }
}

impl PipelineBuilder {
    /// The url that all paths are appended to, a path of its own included. It wins over the servers of the document.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// A value for a variable in the url of the document's first server.
    pub fn server_variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.server_variables.push((name, value.into()));
        self
    }

    /// What authorises calls. May be called several times: the first that has an answer for a scheme is taken, those that
    /// are for one scheme by its name before all others.
    pub fn credentials(mut self, credentials: impl Credentials) -> Self {
        self.credentials.push(Given::new(credentials));
        self
    }

    /// What authorises calls under one security scheme of the document, and under no other.
    pub fn credentials_for(mut self, scheme: &'static SecurityScheme, credentials: impl Credentials) -> Self {
        self.credentials.push(Given::new_for(scheme, credentials));
        self
    }

    /// What carries requests; HTTP/1.1 over the network unless stated.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// What time-outs run on; the clock of the system and the timer of Tokio unless stated.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Where the identifiers of requests come from; they are random unless stated.
    pub fn request_ids(mut self, request_ids: impl RequestIds) -> Self {
        self.request_ids = Some(Arc::new(request_ids));
        self
    }

    /// Where delays and idempotency keys are drawn from; the system's randomness unless stated.
    pub fn randomness(mut self, randomness: impl Randomness) -> Self {
        self.randomness = Some(Arc::new(randomness));
        self
    }

    /// When a request is sent again; see [`RetryPolicy`] for what holds unless stated.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Who is told what happens in calls and waits; nobody unless stated.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// How long one attempt may take, credentials and the body of the reply included; 60 seconds unless stated.
    pub fn attempt_timeout(mut self, attempt_timeout: Duration) -> Self {
        self.attempt_timeout = attempt_timeout;
        self
    }

    /// How long a call may take in all, its attempts, the delays between them, and credentials included; 600 seconds unless
    /// stated.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// How long a connection may take to open; 10 seconds unless stated. A transport that was stated has its own.
    pub fn connect_timeout(mut self, connect_timeout: Duration) -> Self {
        self.connect_timeout = connect_timeout;
        self
    }

    /// How many bytes of a reply's body are read at most; 16 MiB unless stated.
    pub fn body_limit(mut self, body_limit: usize) -> Self {
        self.body_limit = body_limit;
        self
    }

    /// What becomes of a reply that breaks a bound of the document; it is reported unless stated otherwise.
    pub fn response_checks(mut self, response_checks: ResponseChecks) -> Self {
        self.response_checks = response_checks;
        self
    }

    /// Whether requests may travel unencrypted to other machines than this one; they may not unless stated.
    pub fn allow_plain_http(mut self, allow_plain_http: bool) -> Self {
        self.allow_plain_http = allow_plain_http;
        self
    }

    /// The header `user-agent`; name and version of the client unless stated.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// A header for every call, in place of one of the same name that the client or the document would send. A parameter of an
    /// operation wins over it, and so does a header of the call. `build` refuses what cannot be sent, what belongs to the
    /// connection (`host`, `content-length`, …), and what is written anew for each request: what credentials write
    /// (`authorization`, the keys of the document, `date` and the like), and the idempotency key.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The pipeline. Nothing is sent, and nothing is looked up.
    ///
    /// # Errors
    ///
    /// The endpoint, a server variable or a header cannot be used, or there are credentials that no operation could use.
    pub fn build(self) -> Result<Pipeline, BuildError> {
        let credentials = held_against(&self.credentials, &self.service.security)?;
        let (endpoint, host_from) = self.parsed_endpoint()?;
        let headers = headers::of_service(self.service, &endpoint, self.user_agent.as_deref())?;
        let stated_headers = headers::stated(&self.headers, self.service, !credentials.is_empty())?;
        let request_id_header = self.service.request_id.map(headers::name).transpose()?;
        let idempotency_header = self.service.idempotency_key.map(headers::name).transpose()?;
        let connect_timeout = self.connect_timeout;
        Ok(Pipeline(Arc::new(Settings {
            service: self.service,
            endpoint,
            host_from,
            credentials,
            ways_for_all: ways_for_all(&self.service.security),
            transport: self.transport.unwrap_or_else(|| Arc::new(HyperTransport::new(connect_timeout))),
            clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock)),
            request_ids: self.request_ids.unwrap_or_else(|| Arc::new(RandomRequestIds::new())),
            request_id_header,
            headers,
            stated_headers,
            idempotency_header,
            randomness: self.randomness.unwrap_or_else(|| Arc::new(SystemRandomness::new())),
            retry: self.retry,
            budget: RetryBudget::new(),
            observer: self.observer,
            attempt_timeout: self.attempt_timeout,
            deadline: self.deadline,
            body_limit: self.body_limit,
            response_checks: self.response_checks,
        })))
    }

    /// The endpoint, and the setting that its host comes from.
    fn parsed_endpoint(&self) -> Result<(Endpoint, String), BuildError> {
        let (url, host_from) = if let Some(url) = &self.endpoint {
            (url.clone(), "the endpoint of the client".to_owned())
        } else {
            let server = self.service.servers.first().ok_or(BuildError::NoEndpoint)?;
            if !server.url.contains("://") {
                return Err(BuildError::NoEndpoint);
            }
            let url = endpoint::url_of(server, &self.server_variables)
                .map_err(|(name, reason)| BuildError::ServerVariable { name, reason })?;
            (url, endpoint::setting_of_host(server, &self.server_variables))
        };
        let endpoint = Endpoint::parse(&url, self.allow_plain_http)
            .map_err(|reason| BuildError::Endpoint { url: without_user(&url), reason })?;
        Ok((endpoint, host_from))
    }
}

impl fmt::Debug for PipelineBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PipelineBuilder")
            .field("service", &self.service.name)
            .field("endpoint", &self.endpoint.as_deref().map(without_user))
            .field("server_variables", &self.server_variables)
            .field("credentials", &self.credentials.len())
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("transport", &self.transport)
            .field("retry", &self.retry)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("deadline", &self.deadline)
            .field("connect_timeout", &self.connect_timeout)
            .field("body_limit", &self.body_limit)
            .field("response_checks", &self.response_checks)
            .field("allow_plain_http", &self.allow_plain_http)
            .finish_non_exhaustive()
    }
}

/// A url without what stands before its last `@`: a password may.
fn without_user(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, rest))) => format!("{scheme}://…@{rest}"),
        (None, Some((_, rest))) => format!("…@{rest}"),
        _ => url.to_owned(),
    }
}
