// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /query`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Checker, Customize, DateTime, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Response, Style, Violation,
};

use crate::{Client, models};

/// The request `GET /query`, as it is being built.
///
/// Made by [`Client::queries`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct Queries {
    call: Call,
    must: String,
    limit: Option<i64>,
    tag: Option<Vec<String>>,
    ids: Option<Vec<i64>>,
    colour: Option<models::Colour>,
    colours: Option<Vec<models::Colour>>,
    order: Option<models::QueriesOrder>,
    since: Option<DateTime>,
    ratio: Option<f64>,
    deep: Option<bool>,
    top: Option<u32>,
    code: Option<models::Code>,
    r#type: Option<String>,
    send_value: Option<String>,
}

impl Queries {
    /// `limit` is at least 1.
    pub const LIMIT_MINIMUM: i64 = 1;

    /// `limit` is at most 100.
    pub const LIMIT_MAXIMUM: i64 = 100;

    /// The default of `limit`: `20`.
    pub const LIMIT_DEFAULT: i64 = 20;

    /// `tag` has at most 3 items.
    pub const TAG_MAX_ITEMS: usize = 3;

    /// An item of `tag` has at most 4 characters.
    pub const TAG_ITEM_MAX_LENGTH: usize = 4;

    /// `ratio` is less than 1.
    pub const RATIO_EXCLUSIVE_MAXIMUM: f64 = 1.0;

    /// The query parameter `limit`.
    ///
    /// Limits: at least 1, at most 100.
    ///
    /// Default: `20`.
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The query parameter `tag`.
    ///
    /// Limits: at most 3 items, each item: at most 4 characters.
    pub fn tag(mut self, tag: Vec<String>) -> Self {
        self.tag = Some(tag);
        self
    }

    /// The query parameter `ids`.
    pub fn ids(mut self, ids: Vec<i64>) -> Self {
        self.ids = Some(ids);
        self
    }

    /// A colour.
    pub fn colour(mut self, colour: impl Into<models::Colour>) -> Self {
        self.colour = Some(colour.into());
        self
    }

    /// The query parameter `colours`.
    pub fn colours(mut self, colours: Vec<models::Colour>) -> Self {
        self.colours = Some(colours);
        self
    }

    /// The query parameter `order`.
    pub fn order(mut self, order: impl Into<models::QueriesOrder>) -> Self {
        self.order = Some(order.into());
        self
    }

    /// The query parameter `since`.
    ///
    /// Format: `date-time`.
    pub fn since(mut self, since: impl Into<DateTime>) -> Self {
        self.since = Some(since.into());
        self
    }

    /// The query parameter `ratio`.
    ///
    /// Limits: less than 1.
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// The query parameter `deep`.
    pub fn deep(mut self, deep: bool) -> Self {
        self.deep = Some(deep);
        self
    }

    /// The query parameter `$top`.
    ///
    /// Format: `uint32`.
    pub fn top(mut self, top: u32) -> Self {
        self.top = Some(top);
        self
    }

    /// The query parameter `code`.
    ///
    /// Limits: matches `^[A-Z]{3}$`.
    pub fn code(mut self, code: impl Into<models::Code>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The query parameter `type`.
    #[deprecated = "the document of the API deprecates it"]
    pub fn r#type(mut self, r#type: impl Into<String>) -> Self {
        self.r#type = Some(r#type.into());
        self
    }

    /// The query parameter `send`.
    pub fn send_value(mut self, send_value: impl Into<String>) -> Self {
        self.send_value = Some(send_value.into());
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
    pub async fn send(self) -> Result<QueriesResponse, Error<QueriesError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<QueriesResponse, Error<QueriesError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /query
    ///
    /// `GET /query`
    ///
    /// # Arguments
    ///
    /// - `must`: The query parameter `must`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.queries("must").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn queries(&self, must: impl Into<String>) -> Queries {
        Queries {
            call: self.pipeline.call(),
            must: must.into(),
            limit: None,
            tag: None,
            ids: None,
            colour: None,
            colours: None,
            order: None,
            since: None,
            ratio: None,
            deep: None,
            top: None,
            code: None,
            r#type: None,
            send_value: None,
        }
    }
}

impl IntoFuture for Queries {
    type Output = Result<QueriesResponse, Error<QueriesError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for Queries {
    type Response = QueriesResponse;
    type Error = QueriesError;

    const FACTS: OperationFacts = OperationFacts {
        id: "queries",
        method: Method::Get,
        path: "/query",
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
            .query("limit", &self.limit)
            .minimum(Self::LIMIT_MINIMUM)
            .maximum(Self::LIMIT_MAXIMUM);
        checker
            .query("tag", &self.tag)
            .max_items(Self::TAG_MAX_ITEMS)
            .each(|inner| {
                inner.max_length(Self::TAG_ITEM_MAX_LENGTH);
            });
        checker.query("colour", &self.colour);
        checker.query("colours", &self.colours);
        checker.query("order", &self.order);
        checker.query("since", &self.since);
        checker
            .query("ratio", &self.ratio)
            .exclusive_maximum(Self::RATIO_EXCLUSIVE_MAXIMUM);
        checker.query("code", &self.code).pattern(&crate::models::CODE_PATTERN);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/query")
            .query("must", Style::Repeated, &self.must)
            .query("limit", Style::Repeated, &self.limit)
            .query("tag", Style::Repeated, &self.tag)
            .query("ids", Style::Commas, &self.ids)
            .query("colour", Style::Repeated, &self.colour)
            .query("colours", Style::Commas, &self.colours)
            .query("order", Style::Repeated, &self.order)
            .query("since", Style::Repeated, &self.since)
            .query("ratio", Style::Repeated, &self.ratio)
            .query("deep", Style::Repeated, &self.deep)
            .query("$top", Style::Repeated, &self.top)
            .query("code", Style::Repeated, &self.code)
            .query("type", Style::Repeated, &self.r#type)
            .query("send", Style::Repeated, &self.send_value);
    }

    fn decode(reply: RawReply) -> Result<QueriesResponse, Error<QueriesError>> {
        match reply.status() {
            204 => Ok(QueriesResponse(reply.empty())),
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /query`; it derefs to its body.
///
/// 204: Done.
#[derive(Clone, Debug)]
pub struct QueriesResponse(Response<()>);

impl QueriesResponse {
    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<()> {
        self.0
    }
}

impl Deref for QueriesResponse {
    type Target = Response<()>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for QueriesResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /query` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum QueriesError {}

impl DocumentedError for QueriesError {
    type Success = QueriesResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
