// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /photos/{id}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Bytes, Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Requirement, Response,
    Violation,
};

use crate::{Client, security};

/// The request `GET /photos/{id}`, as it is being built.
///
/// Made by [`Client::get_photo`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct GetPhoto {
    call: Call,
    id: String,
}

impl GetPhoto {
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
    pub async fn send(self) -> Result<GetPhotoResponse, Error<GetPhotoError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<GetPhotoResponse, Error<GetPhotoError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /photos/{id}
    ///
    /// `GET /photos/{id}`
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
    /// let reply = client.get_photo("id").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_photo(&self, id: impl Into<String>) -> GetPhoto {
        GetPhoto {
            call: self.pipeline.call(),
            id: id.into(),
        }
    }
}

impl IntoFuture for GetPhoto {
    type Output = Result<GetPhotoResponse, Error<GetPhotoError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for GetPhoto {
    type Response = GetPhotoResponse;
    type Error = GetPhotoError;

    const FACTS: OperationFacts = OperationFacts {
        id: "getPhoto",
        method: Method::Get,
        path: "/photos/{id}",
        accept: "image/png",
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

    fn decode(reply: RawReply) -> Result<GetPhotoResponse, Error<GetPhotoError>> {
        match reply.status() {
            200 => Ok(GetPhotoResponse(reply.bytes())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /photos/{id}`; it derefs to its body.
///
/// 200: A picture.
#[derive(Clone, Debug)]
pub struct GetPhotoResponse(Response<Bytes>);

impl GetPhotoResponse {
    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> Bytes {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<Bytes> {
        self.0
    }
}

impl Deref for GetPhotoResponse {
    type Target = Response<Bytes>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for GetPhotoResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /photos/{id}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetPhotoError {}

impl DocumentedError for GetPhotoError {
    type Success = GetPhotoResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
