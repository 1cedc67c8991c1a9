// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /path/{count}/{word}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Checker, Customize, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::Client;

/// The request `GET /path/{count}/{word}`, as it is being built.
///
/// Made by [`Client::path_scalars`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct PathScalars {
    call: Call,
    count: i32,
    word: String,
}

impl PathScalars {
    /// `count` is at least 0.
    pub const COUNT_MINIMUM: i32 = 0;

    /// `count` is at most 9.
    pub const COUNT_MAXIMUM: i32 = 9;

    /// `word` has at least 2 characters.
    pub const WORD_MIN_LENGTH: usize = 2;

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
    pub async fn send(self) -> Result<PathScalarsResponse, Error<PathScalarsError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<PathScalarsResponse, Error<PathScalarsError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /path/{count}/{word}
    ///
    /// `GET /path/{count}/{word}`
    ///
    /// Tags: `parameters`.
    ///
    /// # Arguments
    ///
    /// - `count`: How many.
    ///
    ///   Limits: at least 0, at most 9.
    ///
    ///   Format: `int32`.
    /// - `word`: The path parameter `word`.
    ///
    ///   Limits: at least 2 characters.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client, count: i32) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.path_scalars(count, "word").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn path_scalars(&self, count: i32, word: impl Into<String>) -> PathScalars {
        PathScalars {
            call: self.pipeline.call(),
            count,
            word: word.into(),
        }
    }
}

impl IntoFuture for PathScalars {
    type Output = Result<PathScalarsResponse, Error<PathScalarsError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for PathScalars {
    type Response = PathScalarsResponse;
    type Error = PathScalarsError;

    const FACTS: OperationFacts = OperationFacts {
        id: "pathScalars",
        method: Method::Get,
        path: "/path/{count}/{word}",
        accept: "*/*",
        security: &[&[]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn check(&self, checker: &mut Checker<'_>) {
        checker
            .path_parameter("count", &self.count)
            .minimum(Self::COUNT_MINIMUM)
            .maximum(Self::COUNT_MAXIMUM);
        checker.path_parameter("word", &self.word).min_length(Self::WORD_MIN_LENGTH);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/path/")
            .path_parameter("count", &self.count)
            .path("/")
            .path_parameter("word", &self.word);
    }

    fn decode(reply: RawReply) -> Result<PathScalarsResponse, Error<PathScalarsError>> {
        match reply.status() {
            204 => Ok(PathScalarsResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /path/{count}/{word}`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct PathScalarsResponse(Response<()>);

impl PathScalarsResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for PathScalarsResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for PathScalarsResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /path/{count}/{word}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PathScalarsError {}

impl DocumentedError for PathScalarsError {
    type Success = PathScalarsResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
