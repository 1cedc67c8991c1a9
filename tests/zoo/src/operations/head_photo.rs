// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `HEAD /photos/{id}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Requirement, Response, Violation,
};

use crate::{Client, security};

/// The request `HEAD /photos/{id}`, as it is being built.
///
/// Made by [`Client::head_photo`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct HeadPhoto {
    call: Call,
    id: String,
}

impl HeadPhoto {
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
    pub async fn send(self) -> Result<HeadPhotoResponse, Error<HeadPhotoError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<HeadPhotoResponse, Error<HeadPhotoError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// HEAD /photos/{id}
    ///
    /// `HEAD /photos/{id}`
    ///
    /// # Arguments
    ///
    /// - `id`: The path parameter `id`.
    ///
    ///   Format: `uuid`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.head_photo("id").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn head_photo(&self, id: impl Into<String>) -> HeadPhoto {
        HeadPhoto {
            call: self.pipeline.call(),
            id: id.into(),
        }
    }
}

impl IntoFuture for HeadPhoto {
    type Output = Result<HeadPhotoResponse, Error<HeadPhotoError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for HeadPhoto {
    type Response = HeadPhotoResponse;
    type Error = HeadPhotoError;

    const FACTS: OperationFacts = OperationFacts {
        id: "headPhoto",
        method: Method::Head,
        path: "/photos/{id}",
        accept: "*/*",
        security: &[
            &[Requirement::new(&security::TOKEN, &[])],
            &[
                Requirement::new(&security::KEY, &[]),
                Requirement::new(&security::SECRET, &[]),
            ],
        ],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/photos/").path_parameter("id", &self.id);
    }

    fn decode(reply: RawReply) -> Result<HeadPhotoResponse, Error<HeadPhotoError>> {
        match reply.status() {
            200 => Ok(HeadPhotoResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `HEAD /photos/{id}`; it derefs to its body.
///
/// 200: It is there.
#[derive(Clone, Debug)]
pub struct HeadPhotoResponse(Response<()>);

impl HeadPhotoResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for HeadPhotoResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for HeadPhotoResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `HEAD /photos/{id}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum HeadPhotoError {}

impl DocumentedError for HeadPhotoError {
    type Success = HeadPhotoResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
