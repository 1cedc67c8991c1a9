// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! The client.

use std::time::Duration;

use trueform_runtime::{
    BuildError, Clock, Credentials, Observer, Pipeline, PipelineBuilder, Randomness, RequestIds,
    ResponseChecks, RetryPolicy, RetryableCode, Security, SecurityScheme, Server, ServerVariable,
    Service, Transport,
};

use crate::security;

/// What the service is, and its conventions.
static SERVICE: Service = Service {
    name: env!("CARGO_PKG_NAME"),
    version: env!("CARGO_PKG_VERSION"),
    servers: &[
        Server {
            url: "https://{region}.zoo.example:{port}/{base}",
            variables: &[
                ServerVariable {
                    name: "region",
                    default: "eu-1",
                    values: &[],
                },
                ServerVariable {
                    name: "port",
                    default: "443",
                    values: &["443", "8443"],
                },
                ServerVariable {
                    name: "base",
                    default: "v1",
                    values: &[],
                },
            ],
        },
    ],
    request_id: Some("x-request-id"),
    idempotency_key: Some("x-once"),
    error_code: Some("/code"),
    error_message: Some("/detail/message"),
    headers: &[("x-zoo-client", "zoo/0.1.0")],
    retryable: &[
        RetryableCode {
            status: 409,
            codes: &["Busy"],
        },
    ],
    help: Some("https://zoo.example/errors#{status}-{code}"),
    security: Security::Stated(
        &[
            &security::TOKEN,
            &security::BASIC,
            &security::KEY,
            &security::SECRET,
            &security::SIGNED,
        ],
    ),
};

/// A client of Zoo.
///
/// Cheap to clone; all clones share connections and settings.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) pipeline: Pipeline,
}

impl Client {
    /// A client to be set up.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            pipeline: Pipeline::builder(&SERVICE),
        }
    }
}

/// A [`Client`] that is being set up.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    pipeline: PipelineBuilder,
}

impl ClientBuilder {
    /// Where it runs.
    ///
    /// Default: `eu-1`.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.server_variable("region", region);
        self
    }

    /// The variable `port` of the server's url.
    ///
    /// Default: `443`.
    ///
    /// One of `443`, `8443`.
    pub fn port(mut self, port: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.server_variable("port", port);
        self
    }

    /// The variable `base` of the server's url.
    ///
    /// Default: `v1`.
    pub fn base(mut self, base: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.server_variable("base", base);
        self
    }

    /// The url that all paths are appended to; it wins over the servers of the document.
    ///
    /// The document knows, the first being the default:
    ///
    /// - `https://{region}.zoo.example:{port}/{base}`: Everywhere.
    /// - `https://staging.zoo.example`
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.endpoint(endpoint);
        self
    }

    /// What authorises calls. Without any, calls are sent without.
    ///
    /// May be called several times: the first of all that are given that has an answer to a security scheme is taken, those for one scheme before all others.
    pub fn credentials(mut self, credentials: impl Credentials) -> Self {
        self.pipeline = self.pipeline.credentials(credentials);
        self
    }

    /// What authorises calls under one security scheme of the document, and under no other.
    ///
    /// The schemes are the constants of [`security`](crate::security).
    pub fn credentials_for(
        mut self,
        scheme: &'static SecurityScheme,
        credentials: impl Credentials,
    ) -> Self {
        self.pipeline = self.pipeline.credentials_for(scheme, credentials);
        self
    }

    /// A header for every call; it replaces one of the same name. A parameter of an operation wins over it, and so does `customize().header`.
    ///
    /// Refused are those that the client or its credentials write.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.header(name, value);
        self
    }

    /// What carries requests, in place of HTTP over the network: for tests, for example.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.pipeline = self.pipeline.transport(transport);
        self
    }

    /// What time it is, and how waits pass, in place of the system's clock: for tests, for example.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.pipeline = self.pipeline.clock(clock);
        self
    }

    /// What `user-agent` says; the name and the version of this crate unless stated.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.pipeline = self.pipeline.user_agent(user_agent);
        self
    }

    /// What identifies requests that the caller does not identify: for tests, for example.
    pub fn request_ids(mut self, request_ids: impl RequestIds) -> Self {
        self.pipeline = self.pipeline.request_ids(request_ids);
        self
    }

    /// Where delays and idempotency keys are drawn from: for tests, for example.
    pub fn randomness(mut self, randomness: impl Randomness) -> Self {
        self.pipeline = self.pipeline.randomness(randomness);
        self
    }

    /// When a request is sent again; at most seven times, where that is safe and may help, unless stated.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.pipeline = self.pipeline.retry(retry);
        self
    }

    /// Who is told what happens in calls and waits: metrics, for example.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.pipeline = self.pipeline.observer(observer);
        self
    }

    /// How long a call may take in all, its attempts and the delays between them; 600 seconds unless stated.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.pipeline = self.pipeline.deadline(deadline);
        self
    }

    /// How long one attempt may take; 60 seconds unless stated.
    pub fn attempt_timeout(mut self, attempt_timeout: Duration) -> Self {
        self.pipeline = self.pipeline.attempt_timeout(attempt_timeout);
        self
    }

    /// How long a connection may take to open; 10 seconds unless stated.
    pub fn connect_timeout(mut self, connect_timeout: Duration) -> Self {
        self.pipeline = self.pipeline.connect_timeout(connect_timeout);
        self
    }

    /// How many bytes of a reply's body are read at most; 16 MiB unless stated.
    pub fn body_limit(mut self, body_limit: usize) -> Self {
        self.pipeline = self.pipeline.body_limit(body_limit);
        self
    }

    /// What becomes of a reply that breaks a bound of the document; it is reported unless stated otherwise.
    pub fn response_checks(mut self, response_checks: ResponseChecks) -> Self {
        self.pipeline = self.pipeline.response_checks(response_checks);
        self
    }

    /// Whether requests may travel unencrypted to other machines than this one; they may not unless stated.
    pub fn allow_plain_http(mut self, allow_plain_http: bool) -> Self {
        self.pipeline = self.pipeline.allow_plain_http(allow_plain_http);
        self
    }

    /// The client. Nothing is sent, and nothing is looked up.
    ///
    /// # Errors
    ///
    /// The endpoint, a server variable or a header cannot be used, or there are credentials that no operation could use.
    pub fn build(self) -> Result<Client, BuildError> {
        Ok(Client {
            pipeline: self.pipeline.build()?,
        })
    }
}
