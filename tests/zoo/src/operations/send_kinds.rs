// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `POST /kinds`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Checker, Customize, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::{Client, models};

/// The request `POST /kinds`, as it is being built.
///
/// Made by [`Client::send_kinds`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct SendKinds {
    call: Call,
    body: Option<models::Kinds>,
}

impl SendKinds {
    /// The request body.
    ///
    /// Sent as `application/json`.
    pub fn body(mut self, body: models::Kinds) -> Self {
        self.body = Some(body);
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
    pub async fn send(self) -> Result<SendKindsResponse, Error<SendKindsError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<SendKindsResponse, Error<SendKindsError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// Sends every kind of property, so that a caller builds them all.
    ///
    /// `POST /kinds`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.send_kinds().send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_kinds(&self) -> SendKinds {
        SendKinds {
            call: self.pipeline.call(),
            body: None,
        }
    }
}

impl IntoFuture for SendKinds {
    type Output = Result<SendKindsResponse, Error<SendKindsError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for SendKinds {
    type Response = SendKindsResponse;
    type Error = SendKindsError;

    const FACTS: OperationFacts = OperationFacts {
        id: "sendKinds",
        method: Method::Post,
        path: "/kinds",
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
        checker.body(&self.body);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/kinds").json("application/json", self.body.as_ref());
    }

    fn decode(reply: RawReply) -> Result<SendKindsResponse, Error<SendKindsError>> {
        match reply.status() {
            204 => Ok(SendKindsResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `POST /kinds`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct SendKindsResponse(Response<()>);

impl SendKindsResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for SendKindsResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for SendKindsResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `POST /kinds` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SendKindsError {}

impl DocumentedError for SendKindsError {
    type Success = SendKindsResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
