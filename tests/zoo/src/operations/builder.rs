// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /builder`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::Client;

/// The request `GET /builder`, as it is being built.
///
/// Made by [`Client::builder_value`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct Builder {
    call: Call,
}

impl Builder {
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
    pub async fn send(self) -> Result<BuilderResponse, Error<BuilderError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<BuilderResponse, Error<BuilderError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /builder
    ///
    /// `GET /builder`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.builder_value().send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn builder_value(&self) -> Builder {
        Builder {
            call: self.pipeline.call(),
        }
    }
}

impl IntoFuture for Builder {
    type Output = Result<BuilderResponse, Error<BuilderError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for Builder {
    type Response = BuilderResponse;
    type Error = BuilderError;

    const FACTS: OperationFacts = OperationFacts {
        id: "builder",
        method: Method::Get,
        path: "/builder",
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
        request.path("/builder");
    }

    fn decode(reply: RawReply) -> Result<BuilderResponse, Error<BuilderError>> {
        match reply.status() {
            204 => Ok(BuilderResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /builder`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct BuilderResponse(Response<()>);

impl BuilderResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for BuilderResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for BuilderResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /builder` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BuilderError {}

impl DocumentedError for BuilderError {
    type Success = BuilderResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
