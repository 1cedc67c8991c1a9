// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `PUT /photos/{id}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Bytes, Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Requirement, Response,
    Violation,
};

use crate::{Client, security};

/// The request `PUT /photos/{id}`, as it is being built.
///
/// Made by [`Client::put_photo`].
#[deprecated = "the document of the API deprecates it"]
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct PutPhoto {
    call: Call,
    id: String,
    body: Option<Bytes>,
}

impl PutPhoto {
    /// The request body.
    ///
    /// Sent as `image/png`.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Some(body.into());
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
    pub async fn send(self) -> Result<PutPhotoResponse, Error<PutPhotoError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<PutPhotoResponse, Error<PutPhotoError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// PUT /photos/{id}
    ///
    /// `PUT /photos/{id}`
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
    /// let reply = client.put_photo("id").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated = "the document of the API deprecates it"]
    pub fn put_photo(&self, id: impl Into<String>) -> PutPhoto {
        PutPhoto {
            call: self.pipeline.call(),
            id: id.into(),
            body: None,
        }
    }
}

impl IntoFuture for PutPhoto {
    type Output = Result<PutPhotoResponse, Error<PutPhotoError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for PutPhoto {
    type Response = PutPhotoResponse;
    type Error = PutPhotoError;

    const FACTS: OperationFacts = OperationFacts {
        id: "putPhoto",
        method: Method::Put,
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
        request
            .path("/photos/")
            .path_parameter("id", &self.id)
            .body("image/png", self.body.clone());
    }

    fn decode(reply: RawReply) -> Result<PutPhotoResponse, Error<PutPhotoError>> {
        match reply.status() {
            204 => Ok(PutPhotoResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `PUT /photos/{id}`; it derefs to its body.
///
/// 204: Kept.
#[derive(Clone, Debug)]
pub struct PutPhotoResponse(Response<()>);

impl PutPhotoResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for PutPhotoResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for PutPhotoResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `PUT /photos/{id}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PutPhotoError {}

impl DocumentedError for PutPhotoError {
    type Success = PutPhotoResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
