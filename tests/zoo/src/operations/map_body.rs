// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `GET /maps`.

use std::future::IntoFuture;
use std::ops::Deref;

use trueform_runtime::{
    Call, Customize, DocumentedError, Error, Map, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Response, Violation,
};

use crate::Client;

/// The request `GET /maps`, as it is being built.
///
/// Made by [`Client::map_body`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct MapBody {
    call: Call,
}

impl MapBody {
    /// A value of `body` is at least 0.
    pub const OK_BODY_VALUE_MINIMUM: i64 = 0;

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
    pub async fn send(self) -> Result<MapBodyResponse, Error<MapBodyError>> {
        self.call.send(&self).await
    }

    /// The same, holding up the thread until the reply is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In
    /// its `spawn_blocking` and `block_in_place` it is not.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<MapBodyResponse, Error<MapBodyError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// GET /maps
    ///
    /// `GET /maps`
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.map_body().send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn map_body(&self) -> MapBody {
        MapBody {
            call: self.pipeline.call(),
        }
    }
}

impl IntoFuture for MapBody {
    type Output = Result<MapBodyResponse, Error<MapBodyError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for MapBody {
    type Response = MapBodyResponse;
    type Error = MapBodyError;

    const FACTS: OperationFacts = OperationFacts {
        id: "mapBody",
        method: Method::Get,
        path: "/maps",
        accept: "application/json, */*;q=0.8",
        security: &[&[]],
    };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/maps");
    }

    fn decode(reply: RawReply) -> Result<MapBodyResponse, Error<MapBodyError>> {
        match reply.status() {
            200 => {
                Ok(
                    MapBodyResponse(
                        reply
                            .json_within::<
                                Map<String, i64>,
                            >(|body| {
                                body.each_value(|inner| {
                                    inner.minimum(Self::OK_BODY_VALUE_MINIMUM);
                                });
                            })?,
                    ),
                )
            }
            _ => Err(reply.unexpected().into()),
        }
    }
}

/// The reply to `GET /maps`; it derefs to its body.
///
/// 200: A map.
#[derive(Clone, Debug)]
pub struct MapBodyResponse(Response<Map<String, i64>>);

impl MapBodyResponse {
    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> Map<String, i64> {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<Map<String, i64>> {
        self.0
    }
}

impl Deref for MapBodyResponse {
    type Target = Response<Map<String, i64>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for MapBodyResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The errors that `GET /maps` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MapBodyError {}

impl DocumentedError for MapBodyError {
    type Success = MapBodyResponse;

    fn received(&self) -> &Received {
        match *self {}
    }

    fn violations(&self) -> &[Violation] {
        match *self {}
    }
}
