// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /anything`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Response, Value, Violation,
};

use crate::Client;

/// The request `GET /anything`, as it is being built.
///
/// Made by [`Client::anything`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct Anything {
    call: Call,
}

impl Anything {
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
    pub async fn send(self) -> Result<AnythingResponse, Error<AnythingError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<AnythingResponse, Error<AnythingError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /anything
    ///
    /// `GET /anything`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.anything().send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn anything(&self) -> Anything {
        Anything {
            call: self.pipeline.call(),
        }
    }
}

impl IntoFuture for Anything {
    type Output = Result<AnythingResponse, Error<AnythingError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for Anything {
    type Response = AnythingResponse;
    type Error = AnythingError;

    const FACTS: OperationFacts = OperationFacts {
        id: "anything",
        method: Method::Get,
        path: "/anything",
        accept: "application/json",
        security: &[&[]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/anything");
    }

    fn decode(reply: RawReply) -> Result<AnythingResponse, Error<AnythingError>> {
        match reply.status() {
            200 => Ok(AnythingResponse(reply.json()?)),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /anything`; it derefs to its body.
///
/// 200: Whatever.
#[derive(Clone, Debug)]
pub struct AnythingResponse(Response<Value>);

impl AnythingResponse {
    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> Value {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<Value> {
        self.0
    }
}

impl Deref for AnythingResponse {
    type Target = Response<Value>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for AnythingResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /anything` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AnythingError {}

impl DocumentedError for AnythingError {
    type Success = AnythingResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
