// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `PUT /notes`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Checker, Customize, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Requirement, Response,
    Violation,
};

use crate::{Client, security};

/// The request `PUT /notes`, as it is being built.
///
/// Made by [`Client::put_notes`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct PutNotes {
    call: Call,
    body: Option<Vec<String>>,
}

impl PutNotes {
    /// `body` has at most 2 items.
    pub const BODY_MAX_ITEMS: usize = 2;

    /// `body` has at most 2 items.
    pub const OK_BODY_MAX_ITEMS: usize = 2;

    /// The request body.
    ///
    /// Limits: at most 2 items.
    ///
    /// Sent as `application/json`.
    pub fn body(mut self, body: Vec<String>) -> Self {
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
    pub async fn send(self) -> Result<PutNotesResponse, Error<PutNotesError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<PutNotesResponse, Error<PutNotesError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// Sends a list.
    ///
    /// An operation without an id.
    ///
    /// `PUT /notes`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.put_notes().send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn put_notes(&self) -> PutNotes {
        PutNotes {
            call: self.pipeline.call(),
            body: None,
        }
    }
}

impl IntoFuture for PutNotes {
    type Output = Result<PutNotesResponse, Error<PutNotesError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for PutNotes {
    type Response = PutNotesResponse;
    type Error = PutNotesError;

    const FACTS: OperationFacts = OperationFacts {
        id: "putNotes",
        method: Method::Put,
        path: "/notes",
        accept: "application/json",
        security: &[&[Requirement::new(&security::SIGNED, &[])], &[]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn check(&self, checker: &mut Checker<'_>) {
        checker.body(&self.body).max_items(Self::BODY_MAX_ITEMS);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/notes").json("application/json", self.body.as_ref());
    }

    fn decode(reply: RawReply) -> Result<PutNotesResponse, Error<PutNotesError>> {
        match reply.status() {
            200 => {
                Ok(
                    PutNotesResponse(
                        reply
                            .json_within::<
                                Vec<String>,
                            >(|body| {
                                body.max_items(Self::OK_BODY_MAX_ITEMS);
                            })?,
                    ),
                )
            }
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `PUT /notes`; it derefs to its body.
///
/// 200: All.
#[derive(Clone, Debug)]
pub struct PutNotesResponse(Response<Vec<String>>);

impl PutNotesResponse {
    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> Vec<String> {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<String>> {
        self.0
    }
}

impl Deref for PutNotesResponse {
    type Target = Response<Vec<String>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for PutNotesResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `PUT /notes` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PutNotesError {}

impl DocumentedError for PutNotesError {
    type Success = PutNotesResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
