// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `DELETE /photos/{id}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Pending, RawReply, Received, RequestEncoder, Requirement, Response, Violation,
};

use crate::{Client, security};

/// The request `DELETE /photos/{id}`, as it is being built.
///
/// Made by [`Client::delete_photo`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct DeletePhoto {
    call: Call,
    id: String,
}

impl DeletePhoto {
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
    pub async fn send(self) -> Result<DeletePhotoResponse, Error<DeletePhotoError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<DeletePhotoResponse, Error<DeletePhotoError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// DELETE /photos/{id}
    ///
    /// `DELETE /photos/{id}`
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
    /// let reply = client.delete_photo("id").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_photo(&self, id: impl Into<String>) -> DeletePhoto {
        DeletePhoto {
            call: self.pipeline.call(),
            id: id.into(),
        }
    }
}

impl IntoFuture for DeletePhoto {
    type Output = Result<DeletePhotoResponse, Error<DeletePhotoError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for DeletePhoto {
    type Response = DeletePhotoResponse;
    type Error = DeletePhotoError;

    const FACTS: OperationFacts = OperationFacts {
        id: "deletePhoto",
        method: Method::Delete,
        path: "/photos/{id}",
        accept: "*/*",
        security: &[&[Requirement::new(&security::TOKEN, &[])]],
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

    fn decode(reply: RawReply) -> Result<DeletePhotoResponse, Error<DeletePhotoError>> {
        match reply.status() {
            204 => Ok(DeletePhotoResponse(reply.empty())),
            404 => Err(DeletePhotoError::NotFound(reply.empty()).into()),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `DELETE /photos/{id}`; it derefs to its body.
///
/// 204: Gone.
#[derive(Clone, Debug)]
pub struct DeletePhotoResponse(Response<()>);

impl DeletePhotoResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for DeletePhotoResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for DeletePhotoResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `DELETE /photos/{id}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeletePhotoError {
    /// 404: It was not there.
    NotFound(Response<()>),
}

impl DocumentedError for DeletePhotoError {
    type Success = DeletePhotoResponse;

    fn received(&self) -> &Received {
        match self {
            Self::NotFound(reply) => reply.received(),
        }
    }

    fn violations(&self) -> &[Violation] {
        match self {
            Self::NotFound(reply) => reply.violations(),
        }
    }
}
