// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /20180828/workRequests/{workRequestId}`.

use std::future::IntoFuture;
use std::ops::Deref;
use std::time::Duration;

use trueform_runtime::{
    Call, Checker, Customize, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Outcome, Pattern, Pending, RawReply, Received, RequestEncoder, Requirement,
    Response, Snapshots, Violation, Wait, Waiter,
};

use crate::{Client, models, security};

static GET_WORK_REQUEST_OPC_REQUEST_ID_PATTERN: Pattern = Pattern::new(
    "^[A-Za-z0-9_-]+$",
    r"^[A-Za-z0-9_\-]+$",
);

/// The request `GET /20180828/workRequests/{workRequestId}`, as it is being built.
///
/// Made by [`Client::get_work_request`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct GetWorkRequest {
    call: Call,
    work_request_id: String,
    opc_request_id: Option<String>,
}

impl GetWorkRequest {
    /// `opc-request-id` matches `^[A-Za-z0-9_-]+$`.
    pub const OPC_REQUEST_ID_PATTERN: &'static str = "^[A-Za-z0-9_-]+$";

    /// How a reply tells where the work stands that `completed` is about.
    pub const COMPLETED_WAITER: Waiter = Waiter {
        name: "completed",
        state: "/status",
        progress: Some("/percentComplete"),
        delay: Some("retry-after"),
        outcomes: &[
            ("SUCCEEDED", Outcome::Succeeded),
            ("FAILED", Outcome::Failed),
            ("CANCELED", Outcome::Canceled),
            ("NEEDS_ATTENTION", Outcome::NeedsAttention),
        ],
        states: &[
            "ACCEPTED",
            "IN_PROGRESS",
            "WAITING",
            "NEEDS_ATTENTION",
            "FAILED",
            "SUCCEEDED",
            "CANCELING",
            "CANCELED",
        ],
    };

    /// A unique identifier for the request, assigned by Oracle where the caller gives none. Quote it to Oracle when
    /// you ask them about a particular request. The only valid characters are letters, numbers, underscore and dash.
    /// Oracle's own clients send at most 32 of them, but no limit is stated.
    ///
    /// Limits: matches `^[A-Za-z0-9_-]+$`.
    ///
    /// Where it is not set, the client sends one of its own.
    pub fn opc_request_id(mut self, opc_request_id: impl Into<String>) -> Self {
        self.opc_request_id = Some(opc_request_id.into());
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
    pub async fn send(
        self,
    ) -> Result<GetWorkRequestResponse, Error<GetWorkRequestError>> {
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
    ) -> Result<GetWorkRequestResponse, Error<GetWorkRequestError>> {
        self.call.send_blocking(&self)
    }

    /// Waits for what `completed` is about: asks again and again until it has come to an end.
    ///
    /// Awaited, it gives the reply that shows the work done. Every other end is an error that has the last reply, and
    /// can be gone on with.
    pub fn wait(self) -> Wait<Self> {
        Wait::new(self, Self::COMPLETED_WAITER)
    }

    /// The same wait as a stream of what is seen in its course.
    pub fn snapshots(self) -> Snapshots<Self> {
        self.wait().snapshots()
    }
}

impl Client {
    /// Get the status of a work request
    ///
    /// Retrieves the details of a work request: its status, its progress, and the resources that it affects.
    ///
    /// `GET /20180828/workRequests/{workRequestId}`
    ///
    /// Tags: `cdexHub`.
    ///
    /// # Arguments
    ///
    /// - `work_request_id`: The [OCID](https://docs.oracle.com/iaas/Content/General/Concepts/identifiers.htm) of the asynchronous work
    ///   request.
    ///
    /// # Long-running work
    ///
    /// [`COMPLETED_WAITER`](crate::operations::GetWorkRequest::COMPLETED_WAITER) reads how the work stands.
    /// `completed` shows in `/status` of the reply:
    ///
    /// - `SUCCEEDED`: the work is done.
    /// - `FAILED`: the work has ended without success.
    /// - `CANCELED`: the work was canceled.
    /// - `NEEDS_ATTENTION`: a person must act before the work goes on.
    ///
    /// The progress in percent shows in `/percentComplete`.
    ///
    /// The header `retry-after` says when to ask again.
    ///
    /// To wait for its end, ten minutes at most:
    ///
    /// ```no_run
    /// # async fn example(client: cdexhub::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let done = client.get_work_request("workRequestId").wait().max_wait(std::time::Duration::from_secs(600)).await?;
    /// println!("{done:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// To see what happens until then:
    ///
    /// ```no_run
    /// # async fn example(client: cdexhub::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut snapshots = client.get_work_request("workRequestId").snapshots();
    /// while let Some(snapshot) = snapshots.next().await {
    ///     println!("{}", snapshot?.state());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: cdexhub::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.get_work_request("workRequestId").send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_work_request(
        &self,
        work_request_id: impl Into<String>,
    ) -> GetWorkRequest {
        GetWorkRequest {
            call: self.pipeline.call(),
            work_request_id: work_request_id.into(),
            opc_request_id: None,
        }
    }
}

impl IntoFuture for GetWorkRequest {
    type Output = Result<GetWorkRequestResponse, Error<GetWorkRequestError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for GetWorkRequest {
    type Response = GetWorkRequestResponse;
    type Error = GetWorkRequestError;

    const FACTS: OperationFacts = OperationFacts {
        id: "GetWorkRequest",
        method: Method::Get,
        path: "/20180828/workRequests/{workRequestId}",
        accept: "application/json",
        security: &[&[Requirement::new(&security::REQUEST_SIGNATURE, &[])]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn check(&self, checker: &mut Checker<'_>) {
        checker
            .header("opc-request-id", &self.opc_request_id)
            .pattern(&GET_WORK_REQUEST_OPC_REQUEST_ID_PATTERN);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/20180828/workRequests/")
            .path_parameter("workRequestId", &self.work_request_id)
            .header("opc-request-id", &self.opc_request_id);
    }

    fn decode(
        reply: RawReply,
    ) -> Result<GetWorkRequestResponse, Error<GetWorkRequestError>> {
        match reply.status() {
            200 => {
                let reply = reply
                    .header::<String>("etag", false)
                    .header::<String>("opc-request-id", false)
                    .retry_after_header(false);
                Ok(GetWorkRequestResponse(reply.json()?))
            }
            401 => {
                let reply = reply.header::<String>("opc-request-id", false);
                Err(GetWorkRequestError::Unauthorized(reply.json()?).into())
            }
            404 => {
                let reply = reply.header::<String>("opc-request-id", false);
                Err(GetWorkRequestError::NotFound(reply.json()?).into())
            }
            429 => {
                let reply = reply.header::<String>("opc-request-id", false);
                Err(GetWorkRequestError::TooManyRequests(reply.json()?).into())
            }
            500 => {
                let reply = reply.header::<String>("opc-request-id", false);
                Err(GetWorkRequestError::InternalServerError(reply.json()?).into())
            }
            status if (200..=399).contains(&status) => Err(reply.unexpected().into()),
            _ => {
                let reply = reply.header::<String>("opc-request-id", false);
                Err(GetWorkRequestError::Default(reply.json()?).into())
            }
        }
    }
}

/// The reply to `GET /20180828/workRequests/{workRequestId}`; it derefs to its body.
///
/// 200: The work request was retrieved.
#[derive(Clone, Debug)]
pub struct GetWorkRequestResponse(Response<models::WorkRequest>);

impl GetWorkRequestResponse {
    /// The version of the work request, for optimistic concurrency control: see `if-match`, the request header that
    /// takes it.
    ///
    /// Header `etag` of 200.
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.0.header_text("etag")
    }

    /// The unique identifier that Oracle assigned to the request. Quote it to Oracle when you ask them about a
    /// particular request. It may hold characters that a caller's identifier may not, such as `/`.
    ///
    /// Header `opc-request-id` of 200.
    #[must_use]
    pub fn opc_request_id(&self) -> Option<&str> {
        self.0.header_text("opc-request-id")
    }

    /// How many seconds, as a decimal number, the client should wait before it polls this endpoint again.
    ///
    /// Header `retry-after` of 200, in seconds or as a date; `None` where it is neither.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after()
    }

    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> models::WorkRequest {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<models::WorkRequest> {
        self.0
    }
}

impl Deref for GetWorkRequestResponse {
    type Target = Response<models::WorkRequest>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for GetWorkRequestResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /20180828/workRequests/{workRequestId}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetWorkRequestError {
    /// 401: Unauthorized
    Unauthorized(Response<models::Error>),
    /// 404: Not Found
    NotFound(Response<models::Error>),
    /// 429: Too Many Requests
    TooManyRequests(Response<models::Error>),
    /// 500: Internal Server Error
    InternalServerError(Response<models::Error>),
    /// Any other status from 400: An error has occurred.
    Default(Response<models::Error>),
}

impl GetWorkRequestError {
    /// A unique identifier for the request. It may hold characters that a caller's identifier may not, such as `/`.
    ///
    /// Header `opc-request-id` of 401, 404, 429, 500, any other status.
    #[must_use]
    pub fn opc_request_id(&self) -> Option<&str> {
        self.received().header_text("opc-request-id")
    }
}

impl DocumentedError for GetWorkRequestError {
    type Success = GetWorkRequestResponse;

    fn received(&self) -> &Received {
        match self {
            Self::Unauthorized(reply)
            | Self::NotFound(reply)
            | Self::TooManyRequests(reply)
            | Self::InternalServerError(reply)
            | Self::Default(reply) => reply.received(),
        }
    }

    fn violations(&self) -> &[Violation] {
        match self {
            Self::Unauthorized(reply)
            | Self::NotFound(reply)
            | Self::TooManyRequests(reply)
            | Self::InternalServerError(reply)
            | Self::Default(reply) => reply.violations(),
        }
    }
}
