// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `POST /inline`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Checker, Customize, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::{Client, models};

/// The request `POST /inline`, as it is being built.
///
/// Made by [`Client::inline_schemas`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct InlineSchemas {
    call: Call,
    body: Option<models::InlineSchemasBody>,
}

impl InlineSchemas {
    /// The request body.
    ///
    /// Sent as `application/json`.
    pub fn body(mut self, body: models::InlineSchemasBody) -> Self {
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
    pub async fn send(self) -> Result<InlineSchemasResponse, Error<InlineSchemasError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(
        self,
    ) -> Result<InlineSchemasResponse, Error<InlineSchemasError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// POST /inline
    ///
    /// `POST /inline`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.inline_schemas().send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn inline_schemas(&self) -> InlineSchemas {
        InlineSchemas {
            call: self.pipeline.call(),
            body: None,
        }
    }
}

impl IntoFuture for InlineSchemas {
    type Output = Result<InlineSchemasResponse, Error<InlineSchemasError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for InlineSchemas {
    type Response = InlineSchemasResponse;
    type Error = InlineSchemasError;

    const FACTS: OperationFacts = OperationFacts {
        id: "inlineSchemas",
        method: Method::Post,
        path: "/inline",
        accept: "application/json",
        security: &[&[]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn check(&self, checker: &mut Checker<'_>) {
        checker.body(&self.body);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/inline").json("application/json", self.body.as_ref());
    }

    fn decode(
        reply: RawReply,
    ) -> Result<InlineSchemasResponse, Error<InlineSchemasError>> {
        match reply.status() {
            204 => {
                Ok(
                    InlineSchemasResponse(
                        reply.empty().map(|()| InlineSchemasBody::NoContent),
                    ),
                )
            }
            205 => {
                Ok(
                    InlineSchemasResponse(
                        reply.empty().map(|()| InlineSchemasBody::ResetContent),
                    ),
                )
            }
            status if (200..=299).contains(&status) => {
                Ok(
                    InlineSchemasResponse(
                        reply
                            .json::<models::InlineSchemasSuccessReply>()?
                            .map(InlineSchemasBody::Success),
                    ),
                )
            }
            status if (500..=599).contains(&status) => {
                Err(InlineSchemasError::ServerError(reply.json()?).into())
            }
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `POST /inline`; it derefs to its body.
///
/// 2XX: Done.
///
/// 204: Done.
///
/// 205: Done.
#[derive(Clone, Debug)]
pub struct InlineSchemasResponse(Response<InlineSchemasBody>);

impl InlineSchemasResponse {
    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> InlineSchemasBody {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<InlineSchemasBody> {
        self.0
    }
}

impl Deref for InlineSchemasResponse {
    type Target = Response<InlineSchemasBody>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for InlineSchemasResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The bodies of replies to `POST /inline`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InlineSchemasBody {
    /// 2XX: Done.
    Success(models::InlineSchemasSuccessReply),
    /// 204: Done.
    NoContent,
    /// 205: Done.
    ResetContent,
}

/// The errors that `POST /inline` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InlineSchemasError {
    /// 5XX: Ill.
    ServerError(Response<models::InlineSchemasServerErrorReply>),
}

impl DocumentedError for InlineSchemasError {
    type Success = InlineSchemasResponse;

    fn received(&self) -> &Received {
        match self {
            Self::ServerError(reply) => reply.received(),
        }
    }

    fn violations(&self) -> &[Violation] {
        match self {
            Self::ServerError(reply) => reply.violations(),
        }
    }
}
