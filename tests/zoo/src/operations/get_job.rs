// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /jobs/{client}`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Method, Operation, OperationFacts, OperationResponse,
    Outcome, Pending, RawReply, Received, RequestEncoder, Response, Snapshots, Style, Violation,
    Wait, Waiter,
};

use crate::{Client, models};

/// The request `GET /jobs/{client}`, as it is being built.
///
/// Made by [`Client::get_job`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct GetJob {
    call: Call,
    client: i64,
    wait_value: Option<bool>,
    snapshots_value: Option<i64>,
}

impl GetJob {
    /// How a reply tells where the work stands that `finished` is about.
    pub const FINISHED_WAITER: Waiter = Waiter {
        name: "finished",
        state: "/stage/name",
        progress: Some("/stage/done"),
        delay: Some("x-next"),
        outcomes: &[
            ("done", Outcome::Succeeded),
            ("broken", Outcome::Failed),
            ("dropped", Outcome::Canceled),
            ("stuck", Outcome::NeedsAttention),
        ],
        states: &["new", "running", "done", "broken", "dropped", "stuck"],
    };

    /// How a reply tells where the work stands that `begun` is about.
    pub const BEGUN_WAITER: Waiter = Waiter {
        name: "begun",
        state: "/stage/name",
        progress: None,
        delay: None,
        outcomes: &[
            ("running", Outcome::Succeeded),
            ("done", Outcome::Succeeded),
            ("broken", Outcome::Succeeded),
            ("dropped", Outcome::Succeeded),
            ("stuck", Outcome::Succeeded),
        ],
        states: &["new", "running", "done", "broken", "dropped", "stuck"],
    };

    /// The query parameter `wait`.
    pub fn wait_value(mut self, wait_value: bool) -> Self {
        self.wait_value = Some(wait_value);
        self
    }

    /// The query parameter `snapshots`.
    pub fn snapshots_value(mut self, snapshots_value: i64) -> Self {
        self.snapshots_value = Some(snapshots_value);
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
    pub async fn send(self) -> Result<GetJobResponse, Error<GetJobError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<GetJobResponse, Error<GetJobError>> {
        self.call.send_blocking(&self)
    }

    /// Waits for what `finished` is about: asks again and again until it has come to an end.
    ///
    /// Awaited, it gives the reply that shows the work done. Every other end is an error that has the last reply, and
    /// can be gone on with.
    ///
    /// `Wait::new` waits for the others: [`BEGUN_WAITER`](Self::BEGUN_WAITER).
    pub fn wait(self) -> Wait<Self> {
        Wait::new(self, Self::FINISHED_WAITER)
    }

    /// The same wait as a stream of what is seen in its course.
    pub fn snapshots(self) -> Snapshots<Self> {
        self.wait().snapshots()
    }
}

impl Client {
    /// GET /jobs/{client}
    ///
    /// `GET /jobs/{client}`
    ///
    /// # Arguments
    ///
    /// - `client`: The path parameter `client`.
    ///
    /// # Long-running work
    ///
    /// [`FINISHED_WAITER`](crate::operations::GetJob::FINISHED_WAITER) reads how the work stands.
    /// `finished` shows in `/stage/name` of the reply:
    ///
    /// - `done`: the work is done.
    /// - `broken`: the work has ended without success.
    /// - `dropped`: the work was canceled.
    /// - `stuck`: a person must act before the work goes on.
    ///
    /// The progress in percent shows in `/stage/done`.
    ///
    /// The header `x-next` says when to ask again.
    ///
    /// [`BEGUN_WAITER`](crate::operations::GetJob::BEGUN_WAITER) reads how the work stands.
    /// `begun` shows in `/stage/name` of the reply:
    ///
    /// - `running`: the work is done.
    /// - `done`: the work is done.
    /// - `broken`: the work is done.
    /// - `dropped`: the work is done.
    /// - `stuck`: the work is done.
    ///
    /// To wait for its end, ten minutes at most:
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client, the_client: i64) -> Result<(), Box<dyn std::error::Error>> {
    /// let done = client.get_job(the_client).wait().max_wait(std::time::Duration::from_secs(600)).await?;
    /// println!("{done:?}");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// To see what happens until then:
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client, the_client: i64) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut snapshots = client.get_job(the_client).snapshots();
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
    /// # async fn example(client: zoo::Client, the_client: i64) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.get_job(the_client).send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_job(&self, client: i64) -> GetJob {
        GetJob {
            call: self.pipeline.call(),
            client,
            wait_value: None,
            snapshots_value: None,
        }
    }
}

impl IntoFuture for GetJob {
    type Output = Result<GetJobResponse, Error<GetJobError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for GetJob {
    type Response = GetJobResponse;
    type Error = GetJobError;

    const FACTS: OperationFacts = OperationFacts {
        id: "getJob",
        method: Method::Get,
        path: "/jobs/{client}",
        accept: "application/json",
        security: &[&[]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request
            .path("/jobs/")
            .path_parameter("client", &self.client)
            .query("wait", Style::Repeated, &self.wait_value)
            .query("snapshots", Style::Repeated, &self.snapshots_value);
    }

    fn decode(reply: RawReply) -> Result<GetJobResponse, Error<GetJobError>> {
        match reply.status() {
            200 => {
                let reply = reply.header::<f64>("x-next", false);
                Ok(GetJobResponse(reply.json()?))
            }
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /jobs/{client}`; it derefs to its body.
///
/// 200: How it stands.
#[derive(Clone, Debug)]
pub struct GetJobResponse(Response<models::Job>);

impl GetJobResponse {
    /// A header of the reply.
    ///
    /// Header `x-next` of 200; `None` where its text does not parse.
    #[must_use]
    pub fn x_next(&self) -> Option<f64> {
        self.0.header("x-next")
    }

    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> models::Job {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<models::Job> {
        self.0
    }
}

impl Deref for GetJobResponse {
    type Target = Response<models::Job>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for GetJobResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /jobs/{client}` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum GetJobError {}

impl DocumentedError for GetJobError {
    type Success = GetJobResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
