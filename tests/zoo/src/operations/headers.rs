// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /header`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Checker, Customize, DateTime, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pattern, Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::{Client, models};

static HEADERS_X_MUST_PATTERN: Pattern = Pattern::new("^[a-z]+$", "^[a-z]+$");

/// The request `GET /header`, as it is being built.
///
/// Made by [`Client::headers`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct Headers {
    call: Call,
    x_must: String,
    x_count: Option<i64>,
    x_colours: Option<Vec<models::Colour>>,
    if_modified_at: Option<DateTime>,
    x_request_id: Option<String>,
}

impl Headers {
    /// `X-Must` matches `^[a-z]+$`.
    pub const X_MUST_PATTERN: &'static str = "^[a-z]+$";

    /// The header parameter `X-Count`.
    pub fn x_count(mut self, x_count: i64) -> Self {
        self.x_count = Some(x_count);
        self
    }

    /// The header parameter `X-Colours`.
    pub fn x_colours(mut self, x_colours: Vec<models::Colour>) -> Self {
        self.x_colours = Some(x_colours);
        self
    }

    /// The header parameter `If-Modified-At`.
    ///
    /// Format: `date-time`.
    pub fn if_modified_at(mut self, if_modified_at: impl Into<DateTime>) -> Self {
        self.if_modified_at = Some(if_modified_at.into());
        self
    }

    /// The header parameter `X-Request-Id`.
    ///
    /// Where it is not set, the client sends one of its own.
    pub fn x_request_id(mut self, x_request_id: impl Into<String>) -> Self {
        self.x_request_id = Some(x_request_id.into());
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
    pub async fn send(self) -> Result<HeadersResponse, Error<HeadersError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<HeadersResponse, Error<HeadersError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /header
    ///
    /// `GET /header`
    ///
    /// # Arguments
    ///
    /// - `x_must`: The header parameter `X-Must`.
    ///
    ///   Limits: matches `^[a-z]+$`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.headers("X-Must").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn headers(&self, x_must: impl Into<String>) -> Headers {
        Headers {
            call: self.pipeline.call(),
            x_must: x_must.into(),
            x_count: None,
            x_colours: None,
            if_modified_at: None,
            x_request_id: None,
        }
    }
}

impl IntoFuture for Headers {
    type Output = Result<HeadersResponse, Error<HeadersError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for Headers {
    type Response = HeadersResponse;
    type Error = HeadersError;

    const FACTS: OperationFacts = OperationFacts {
        id: "headers",
        method: Method::Get,
        path: "/header",
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
        checker.header("X-Must", &self.x_must).pattern(&HEADERS_X_MUST_PATTERN);
        checker.header("X-Colours", &self.x_colours);
        checker.header("If-Modified-At", &self.if_modified_at);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/header")
            .header("X-Must", &self.x_must)
            .header("X-Count", &self.x_count)
            .header("X-Colours", &self.x_colours)
            .header("If-Modified-At", &self.if_modified_at)
            .header("X-Request-Id", &self.x_request_id);
    }

    fn decode(reply: RawReply) -> Result<HeadersResponse, Error<HeadersError>> {
        match reply.status() {
            204 => Ok(HeadersResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /header`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct HeadersResponse(Response<()>);

impl HeadersResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for HeadersResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for HeadersResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /header` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum HeadersError {}

impl DocumentedError for HeadersError {
    type Success = HeadersResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
