//! A client whose requests are what a test wants.

use std::marker::PhantomData;
use std::time::{Duration, SystemTime};

use trueform_runtime::{
    BoxFuture, Call, Checker, Clock, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pipeline, RawReply, Received, RequestEncoder, Requirement, Response, Security, Server, Service, Style, Value,
    Violation,
};

use crate::SIGNATURE;

pub(crate) static SERVICE: Service = Service {
    name: "signed",
    version: "1.0.0",
    servers: &[Server { url: "https://cdexhub.us-chicago-1.oci.oraclecloud.com", variables: &[] }],
    idempotency_key: None,
    request_id: Some("opc-request-id"),
    error_code: None,
    error_message: None,
    headers: &[],
    retryable: &[],
    help: None,
    security: Security::Stated(&[&SIGNATURE]),
};

pub(crate) trait Verb: Clone + std::fmt::Debug + Send + Sync + 'static {
    const METHOD: Method;
}

macro_rules! verbs {
    ($($name:ident),*) => { $(
        #[derive(Clone, Debug)]
        pub(crate) struct $name;
        impl Verb for $name {
            const METHOD: Method = Method::$name;
        }
    )* };
}

verbs!(Get, Put, Post, Delete, Patch, Head);

/// A request of one method.
#[derive(Clone, Debug)]
pub(crate) struct Sent<V> {
    call: Call,
    /// Segments that stand in the path as they are, or encoded.
    pub(crate) path: Vec<Segment>,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) note: Option<String>,
    pub(crate) body: Option<(&'static str, Vec<u8>)>,
    verb: PhantomData<V>,
}

#[derive(Clone, Debug)]
pub(crate) enum Segment {
    Literal(&'static str),
    Value(String),
}

impl<V: Verb> Sent<V> {
    pub(crate) fn new(pipeline: &Pipeline) -> Self {
        let call = pipeline.call();
        Self { call, path: Vec::new(), query: Vec::new(), note: None, body: None, verb: PhantomData }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.call.options_mut().header(name, value);
        self
    }

    pub(crate) async fn send(&self) -> Result<Done, Error<Never>> {
        self.call.send(self).await
    }
}

impl<V: Verb> Operation for Sent<V> {
    type Response = Done;
    type Error = Never;

    const FACTS: OperationFacts = OperationFacts {
        id: "Sent",
        method: V::METHOD,
        path: "/",
        accept: "application/json",
        security: &[&[Requirement::new(&SIGNATURE, &[])]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn check(&self, _: &mut Checker<'_>) {}

    fn encode(&self, request: &mut RequestEncoder) {
        for segment in &self.path {
            match segment {
                Segment::Literal(text) => request.path(text),
                Segment::Value(value) => request.path_parameter("segment", value),
            };
        }
        for (name, value) in &self.query {
            request.query(name, Style::Repeated, value);
        }
        request.header("x-note", &self.note);
        if let Some((media, bytes)) = &self.body {
            request.body(media, Some(bytes.clone()));
        }
    }

    fn decode(reply: RawReply) -> Result<Done, Error<Never>> {
        match reply.status() {
            200 => Ok(Done(reply.json()?)),
            _ => Err(reply.unexpected().into()),
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Done(Response<Value>);

impl OperationResponse for Done {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Never {}

impl DocumentedError for Never {
    type Success = Done;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}

/// A clock that stands still at a time of one's own.
#[derive(Clone, Debug)]
pub(crate) struct Stopped(pub(crate) SystemTime);

impl Clock for Stopped {
    fn now(&self) -> SystemTime {
        self.0
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
}
