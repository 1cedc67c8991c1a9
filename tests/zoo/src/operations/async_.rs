// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /async`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Response, Style, Violation,
};

use crate::Client;

/// The request `GET /async`, as it is being built.
///
/// Made by [`Client::async`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct Async {
    call: Call,
    call_value: Option<String>,
    customize_value: Option<String>,
}

impl Async {
    /// The query parameter `call`.
    pub fn call_value(mut self, call_value: impl Into<String>) -> Self {
        self.call_value = Some(call_value.into());
        self
    }

    /// The query parameter `customize`.
    pub fn customize_value(mut self, customize_value: impl Into<String>) -> Self {
        self.customize_value = Some(customize_value.into());
        self
    }

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
    pub async fn send(self) -> Result<AsyncResponse, Error<AsyncError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<AsyncResponse, Error<AsyncError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /async
    ///
    /// `GET /async`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.r#async().send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn r#async(&self) -> Async {
        Async {
            call: self.pipeline.call(),
            call_value: None,
            customize_value: None,
        }
    }
}

impl IntoFuture for Async {
    type Output = Result<AsyncResponse, Error<AsyncError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for Async {
    type Response = AsyncResponse;
    type Error = AsyncError;

    const FACTS: OperationFacts = OperationFacts {
        id: "async",
        method: Method::Get,
        path: "/async",
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
            .path("/async")
            .query("call", Style::Repeated, &self.call_value)
            .query("customize", Style::Repeated, &self.customize_value);
    }

    fn decode(reply: RawReply) -> Result<AsyncResponse, Error<AsyncError>> {
        match reply.status() {
            204 => Ok(AsyncResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /async`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct AsyncResponse(Response<()>);

impl AsyncResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for AsyncResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for AsyncResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /async` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AsyncError {}

impl DocumentedError for AsyncError {
    type Success = AsyncResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
