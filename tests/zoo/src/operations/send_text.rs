// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `POST /notes`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Requirement, Response, Violation,
};

use crate::{Client, security};

/// The request `POST /notes`, as it is being built.
///
/// Made by [`Client::send_text`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct SendText {
    call: Call,
    body: String,
}

impl SendText {
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
    pub async fn send(self) -> Result<SendTextResponse, Error<SendTextError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<SendTextResponse, Error<SendTextError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// POST /notes
    ///
    /// `POST /notes`
    ///
    /// # Arguments
    ///
    /// - `body`: The request body.
    ///
    ///   Sent as `text/plain`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client, body: String) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.send_text(body).send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_text(&self, body: impl Into<String>) -> SendText {
        SendText {
            call: self.pipeline.call(),
            body: body.into(),
        }
    }
}

impl IntoFuture for SendText {
    type Output = Result<SendTextResponse, Error<SendTextError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for SendText {
    type Response = SendTextResponse;
    type Error = SendTextError;

    const FACTS: OperationFacts = OperationFacts {
        id: "sendText",
        method: Method::Post,
        path: "/notes",
        accept: "text/plain",
        security: &[&[Requirement::new(&security::BASIC, &[])]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/notes").body("text/plain", Some(self.body.clone()));
    }

    fn decode(reply: RawReply) -> Result<SendTextResponse, Error<SendTextError>> {
        match reply.status() {
            200 => Ok(SendTextResponse(reply.text()?)),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `POST /notes`; it derefs to its body.
///
/// 200: The same.
#[derive(Clone, Debug)]
pub struct SendTextResponse(Response<String>);

impl SendTextResponse {
    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> String {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<String> {
        self.0
    }
}

impl Deref for SendTextResponse {
    type Target = Response<String>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for SendTextResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `POST /notes` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SendTextError {}

impl DocumentedError for SendTextError {
    type Success = SendTextResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
