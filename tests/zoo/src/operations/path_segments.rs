// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /names/{first}.{last}/v{version}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::Client;

/// The request `GET /names/{first}.{last}/v{version}`, as it is being built.
///
/// Made by [`Client::path_segments`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct PathSegments {
    call: Call,
    first: String,
    last: String,
    version: i64,
}

impl PathSegments {
    /// Options for this call alone, for example a time-out or another header.
    pub fn customize(self) -> Customize<Self> {
        Customize::new(self)
    }

    /// Checks the request, sends it, and reads the reply.
    ///
    /// # Errors
    ///
    /// The request was refused before it was sent, it did not get through, the reply could not be read, or the
    /// service answered with an error.
    pub async fn send(self) -> Result<PathSegmentsResponse, Error<PathSegmentsError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(
        self,
    ) -> Result<PathSegmentsResponse, Error<PathSegmentsError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /names/{first}.{last}/v{version}
    ///
    /// `GET /names/{first}.{last}/v{version}`
    ///
    /// # Arguments
    ///
    /// - `first`: The path parameter `first`.
    /// - `last`: The path parameter `last`.
    /// - `version`: The path parameter `version`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client, version: i64) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.path_segments("first", "last", version).send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn path_segments(
        &self,
        first: impl Into<String>,
        last: impl Into<String>,
        version: i64,
    ) -> PathSegments {
        PathSegments {
            call: self.pipeline.call(),
            first: first.into(),
            last: last.into(),
            version,
        }
    }
}

impl IntoFuture for PathSegments {
    type Output = Result<PathSegmentsResponse, Error<PathSegmentsError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for PathSegments {
    type Response = PathSegmentsResponse;
    type Error = PathSegmentsError;

    const FACTS: OperationFacts = OperationFacts {
        id: "pathSegments",
        method: Method::Get,
        path: "/names/{first}.{last}/v{version}",
        accept: "*/*",
        security: &[&[]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/names/")
            .path_parameter("first", &self.first)
            .path(".")
            .path_parameter("last", &self.last)
            .path("/v")
            .path_parameter("version", &self.version);
    }

    fn decode(
        reply: RawReply,
    ) -> Result<PathSegmentsResponse, Error<PathSegmentsError>> {
        match reply.status() {
            204 => Ok(PathSegmentsResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /names/{first}.{last}/v{version}`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct PathSegmentsResponse(Response<()>);

impl PathSegmentsResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for PathSegmentsResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for PathSegmentsResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /names/{first}.{last}/v{version}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PathSegmentsError {}

impl DocumentedError for PathSegmentsError {
    type Success = PathSegmentsResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
