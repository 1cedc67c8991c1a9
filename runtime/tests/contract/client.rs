//! A client of one operation, shaped as generated code is.

use std::future::IntoFuture;
use std::ops::Deref;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use trueform_runtime::testing::{ManualClock, ScriptedTransport};
use trueform_runtime::{
    ApiKeyIn, Call, Checker, Customize, DocumentedError, Error, Map, Method, Operation, OperationFacts,
    OperationResponse, Pattern, Pending, Pipeline, PipelineBuilder, RawReply, Received, RequestEncoder, RequestIds,
    Requirement, Response, RetryPolicy, RetryableCode, Security, SecurityKind, SecurityScheme, Server, ServerVariable,
    Service, Style, Validate, Value, Violation,
};

pub(crate) static SERVICE: Service = SERVICE_FACTS;

pub(crate) const SERVICE_FACTS: Service = Service {
    name: "shelf",
    version: "1.2.3",
    servers: &[Server {
        url: "https://shelf.{region}.example.com",
        variables: &[ServerVariable { name: "region", default: "us-chicago-1", values: &[] }],
    }],
    request_id: Some("opc-request-id"),
    idempotency_key: Some("opc-retry-token"),
    error_code: Some("/code"),
    error_message: Some("/message"),
    headers: &[("opc-client-info", "shelf/1.2.3")],
    retryable: &[
        RetryableCode { status: 409, codes: &["IncorrectState", "LockConflict"] },
        RetryableCode { status: 423, codes: &[] },
    ],
    help: Some("https://help.example.com/errors#{status}_{code}"),
    security: Security::Stated(&[&TOKEN, &PASSWORD, &HEADER_KEY, &QUERY_KEY, &COOKIE_KEY]),
};

pub(crate) static TOKEN: SecurityScheme = SecurityScheme { name: "token", kind: SecurityKind::Http("bearer") };
pub(crate) static PASSWORD: SecurityScheme = SecurityScheme { name: "password", kind: SecurityKind::Http("basic") };
pub(crate) static HEADER_KEY: SecurityScheme =
    SecurityScheme { name: "headerKey", kind: SecurityKind::ApiKey { location: ApiKeyIn::Header, name: "x-key" } };
pub(crate) static QUERY_KEY: SecurityScheme =
    SecurityScheme { name: "queryKey", kind: SecurityKind::ApiKey { location: ApiKeyIn::Query, name: "api key" } };
pub(crate) static COOKIE_KEY: SecurityScheme =
    SecurityScheme { name: "cookieKey", kind: SecurityKind::ApiKey { location: ApiKeyIn::Cookie, name: "session" } };

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Work {
    pub(crate) status: String,
    pub(crate) resources: Vec<Resource>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Resource {
    pub(crate) identifier: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Failure {
    pub(crate) code: String,
    pub(crate) message: String,
}

impl Validate for Work {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("resources", &self.resources).max_items(2);
    }
}

impl Validate for Resource {
    fn check(&self, _: &mut Checker<'_>) {}
}

impl Validate for Failure {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("code", &self.code).min_length(1);
    }
}

static REQUEST_ID: Pattern = Pattern::new("^[A-Za-z0-9_-]+$", r"^[A-Za-z0-9_\-]+$");

#[derive(Clone, Debug)]
pub(crate) struct Client {
    pub(crate) pipeline: Pipeline,
}

#[derive(Clone, Debug)]
pub(crate) struct GetWork {
    call: Call,
    id: String,
    request_id: Option<String>,
    pub(crate) tags: Option<Vec<String>>,
    pub(crate) labels: Option<Map<String, i64>>,
    pub(crate) note: Option<String>,
}

impl GetWork {
    pub(crate) fn request_id(mut self, request_id: impl Into<String>) -> Self {
        self.request_id = Some(request_id.into());
        self
    }

    pub(crate) fn customize(self) -> Customize<Self> {
        Customize::new(self)
    }

    pub(crate) async fn send(self) -> Result<GetWorkResponse, Error<GetWorkError>> {
        self.call.send(&self).await
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn send_blocking(self) -> Result<GetWorkResponse, Error<GetWorkError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    pub(crate) fn get_work(&self, id: impl Into<String>) -> GetWork {
        GetWork { call: self.pipeline.call(), id: id.into(), request_id: None, tags: None, labels: None, note: None }
    }
}

impl IntoFuture for GetWork {
    type Output = Result<GetWorkResponse, Error<GetWorkError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for GetWork {
    type Response = GetWorkResponse;
    type Error = GetWorkError;

    const FACTS: OperationFacts = OperationFacts {
        id: "GetWork",
        method: Method::Get,
        path: "/v1/work/{id}",
        accept: "application/json",
        security: &[
            &[Requirement::new(&TOKEN, &["read"])],
            &[Requirement::new(&PASSWORD, &[]), Requirement::new(&HEADER_KEY, &[])],
            &[Requirement::new(&QUERY_KEY, &[]), Requirement::new(&COOKIE_KEY, &[])],
        ],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn check(&self, checker: &mut Checker<'_>) {
        checker.header("opc-request-id", &self.request_id).pattern(&REQUEST_ID);
        checker.query("tag", &self.tags).max_items(2);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/v1/work/")
            .path_parameter("id", &self.id)
            .query("tag", Style::Repeated, &self.tags)
            .query("labels", Style::Commas, &self.labels)
            .header("opc-request-id", &self.request_id)
            .header("x-note", &self.note);
    }

    fn decode(reply: RawReply) -> Result<GetWorkResponse, Error<GetWorkError>> {
        match reply.status() {
            200 => Ok(GetWorkResponse(reply.header::<i64>("x-left", false).retry_after_header(false).json()?)),
            404 => Err(GetWorkError::NotFound(reply.json()?).into()),
            409 => Err(GetWorkError::Conflict(reply.json()?).into()),
            500..=599 => Err(GetWorkError::Server(reply.json()?).into()),
            _ => Err(reply.unexpected().into()),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct GetWorkResponse(Response<Work>);

impl GetWorkResponse {
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after()
    }

    pub(crate) fn left(&self) -> Option<i64> {
        self.0.header("x-left")
    }

    pub(crate) fn into_response(self) -> Response<Work> {
        self.0
    }
}

impl Deref for GetWorkResponse {
    type Target = Response<Work>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for GetWorkResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

#[derive(Clone, Debug)]
#[non_exhaustive]
pub(crate) enum GetWorkError {
    NotFound(Response<Failure>),
    Conflict(Response<Failure>),
    Server(Response<Failure>),
}

impl DocumentedError for GetWorkError {
    type Success = GetWorkResponse;

    fn received(&self) -> &Received {
        match self {
            Self::NotFound(reply) | Self::Conflict(reply) | Self::Server(reply) => reply.received(),
        }
    }

    fn violations(&self) -> &[Violation] {
        match self {
            Self::NotFound(reply) | Self::Conflict(reply) | Self::Server(reply) => reply.violations(),
        }
    }
}

#[derive(Debug)]
pub(crate) struct OneId;

impl RequestIds for OneId {
    fn next(&self) -> String {
        "id".to_owned()
    }
}

/// A client that sends a request once.
pub(crate) fn builder(transport: &ScriptedTransport) -> PipelineBuilder {
    Pipeline::builder(&SERVICE)
        .transport(transport.clone())
        .clock(ManualClock::automatic())
        .request_ids(OneId)
        .retry(RetryPolicy::never())
}

pub(crate) fn client(transport: &ScriptedTransport) -> Client {
    Client { pipeline: builder(transport).build().expect("sound settings") }
}

/// The answer to one call.
pub(crate) async fn answer(
    status: u16,
    headers: &[(&str, &str)],
    body: &str,
) -> Result<GetWorkResponse, Error<GetWorkError>> {
    let transport = ScriptedTransport::new().reply(status, headers, body.to_owned());
    client(&transport).get_work("w").await
}

/// The error of one call.
pub(crate) async fn error(status: u16, headers: &[(&str, &str)], body: &str) -> Error<GetWorkError> {
    answer(status, headers, body).await.expect_err("an error")
}

pub(crate) const JSON: (&str, &str) = ("content-type", "application/json; charset=utf-8");

pub(crate) fn work(resources: usize) -> Value {
    let resources: Vec<Value> =
        (0..resources).map(|index| serde_json::json!({ "identifier": index.to_string() })).collect();
    serde_json::json!({ "status": "DONE", "resources": resources })
}

pub(crate) fn lines(violations: &[Violation]) -> Vec<String> {
    violations.iter().map(ToString::to_string).collect()
}
