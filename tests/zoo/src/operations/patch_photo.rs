// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `PATCH /photos/{id}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Requirement, Response, Violation,
};

use crate::{Client, models, security};

/// The request `PATCH /photos/{id}`, as it is being built.
///
/// Made by [`Client::patch_photo`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct PatchPhoto {
    call: Call,
    id: String,
}

impl PatchPhoto {
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
    pub async fn send(self) -> Result<PatchPhotoResponse, Error<PatchPhotoError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<PatchPhotoResponse, Error<PatchPhotoError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// PATCH /photos/{id}
    ///
    /// `PATCH /photos/{id}`
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
    /// let reply = client.patch_photo("id").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn patch_photo(&self, id: impl Into<String>) -> PatchPhoto {
        PatchPhoto {
            call: self.pipeline.call(),
            id: id.into(),
        }
    }
}

impl IntoFuture for PatchPhoto {
    type Output = Result<PatchPhotoResponse, Error<PatchPhotoError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for PatchPhoto {
    type Response = PatchPhotoResponse;
    type Error = PatchPhotoError;

    const FACTS: OperationFacts = OperationFacts {
        id: "patchPhoto",
        method: Method::Patch,
        path: "/photos/{id}",
        accept: "application/json",
        security: &[
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

    fn decode(reply: RawReply) -> Result<PatchPhotoResponse, Error<PatchPhotoError>> {
        match reply.status() {
            204 => Err(reply.unexpected().into()),
            205 => Err(reply.unexpected().into()),
            status if (200..=299).contains(&status) => {
                Ok(PatchPhotoResponse(reply.json()?))
            }
            status if (200..=399).contains(&status) => Err(reply.unexpected().into()),
            _ => Err(PatchPhotoError::Default(reply.json()?).into()),
        }
    }
}

/// The reply to `PATCH /photos/{id}`; it derefs to its body.
///
/// Any 2XX: Whatever comes.
#[derive(Clone, Debug)]
pub struct PatchPhotoResponse(Response<models::Text>);

impl PatchPhotoResponse {
    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> models::Text {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<models::Text> {
        self.0
    }
}

impl Deref for PatchPhotoResponse {
    type Target = Response<models::Text>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for PatchPhotoResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `PATCH /photos/{id}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PatchPhotoError {
    /// Any other status from 400: Whatever comes.
    Default(Response<models::Text>),
}

impl DocumentedError for PatchPhotoError {
    type Success = PatchPhotoResponse;

    fn received(&self) -> &Received {
        match self {
            Self::Default(reply) => reply.received(),
        }
    }

    fn violations(&self) -> &[Violation] {
        match self {
            Self::Default(reply) => reply.violations(),
        }
    }
}
