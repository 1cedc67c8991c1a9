// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /lists/{ids}/{colour}/{day}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Checker, Customize, Date, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::{Client, models};

/// The request `GET /lists/{ids}/{colour}/{day}`, as it is being built.
///
/// Made by [`Client::path_lists`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct PathLists {
    call: Call,
    ids: Vec<i64>,
    colour: models::Colour,
    day: Date,
}

impl PathLists {
    /// `ids` has at least 1 item.
    pub const IDS_MIN_ITEMS: usize = 1;

    /// `ids` has at most 3 items.
    pub const IDS_MAX_ITEMS: usize = 3;

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
    pub async fn send(self) -> Result<PathListsResponse, Error<PathListsError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<PathListsResponse, Error<PathListsError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /lists/{ids}/{colour}/{day}
    ///
    /// `GET /lists/{ids}/{colour}/{day}`
    ///
    /// # Arguments
    ///
    /// - `ids`: The path parameter `ids`.
    ///
    ///   Limits: at least 1 item, at most 3 items.
    /// - `colour`: A colour.
    /// - `day`: The path parameter `day`.
    ///
    ///   Format: `date`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client, ids: Vec<i64>, day: trueform_runtime::Date) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.path_lists(ids, "colour", day).send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn path_lists(
        &self,
        ids: Vec<i64>,
        colour: impl Into<models::Colour>,
        day: impl Into<Date>,
    ) -> PathLists {
        PathLists {
            call: self.pipeline.call(),
            ids,
            colour: colour.into(),
            day: day.into(),
        }
    }
}

impl IntoFuture for PathLists {
    type Output = Result<PathListsResponse, Error<PathListsError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for PathLists {
    type Response = PathListsResponse;
    type Error = PathListsError;

    const FACTS: OperationFacts = OperationFacts {
        id: "pathLists",
        method: Method::Get,
        path: "/lists/{ids}/{colour}/{day}",
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
        checker
            .path_parameter("ids", &self.ids)
            .min_items(Self::IDS_MIN_ITEMS)
            .max_items(Self::IDS_MAX_ITEMS);
        checker.path_parameter("colour", &self.colour);
        checker.path_parameter("day", &self.day);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/lists/")
            .path_parameter("ids", &self.ids)
            .path("/")
            .path_parameter("colour", &self.colour)
            .path("/")
            .path_parameter("day", &self.day);
    }

    fn decode(reply: RawReply) -> Result<PathListsResponse, Error<PathListsError>> {
        match reply.status() {
            204 => Ok(PathListsResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /lists/{ids}/{colour}/{day}`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct PathListsResponse(Response<()>);

impl PathListsResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for PathListsResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for PathListsResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /lists/{ids}/{colour}/{day}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PathListsError {}

impl DocumentedError for PathListsError {
    type Success = PathListsResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
