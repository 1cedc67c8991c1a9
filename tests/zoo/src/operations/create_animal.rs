// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! `POST /animals`.

use std::future::IntoFuture;
use std::ops::Deref;
use std::time::Duration;

use trueform_runtime::{
    Call, Checker, Customize, DateTime, DocumentedError, Error, Method, Operation, OperationFacts,
    OperationResponse, Pending, RawReply, Received, RequestEncoder, Requirement, Response,
    Violation,
};

use crate::{Client, models, security};

/// The request `POST /animals`, as it is being built.
///
/// Made by [`Client::create_animal`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent or awaited"]
pub struct CreateAnimal {
    call: Call,
    body: models::AnimalInput,
}

impl CreateAnimal {
    /// `X-Count` is at least 1.
    pub const CREATED_X_COUNT_MINIMUM: i64 = 1;

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
    pub async fn send(self) -> Result<CreateAnimalResponse, Error<CreateAnimalError>> {
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
    ) -> Result<CreateAnimalResponse, Error<CreateAnimalError>> {
        self.call.send_blocking(&self)
    }
}

impl Client {
    /// Takes an animal in.
    ///
    /// The animal keeps its `name`.
    ///
    /// Some &lt;b>markup&lt;/b>, an anchor, and <https://zoo.example/bare>.
    ///
    /// `POST /animals`
    ///
    /// # Arguments
    ///
    /// - `body`: The animal.
    ///
    ///   Sent as `application/json`.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example(client: zoo::Client, body: zoo::models::AnimalInput) -> Result<(), Box<dyn std::error::Error>> {
    /// let reply = client.create_animal(body).send().await?;
    /// println!("{}: {reply:?}", reply.status());
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_animal(&self, body: models::AnimalInput) -> CreateAnimal {
        CreateAnimal {
            call: self.pipeline.call(),
            body,
        }
    }
}

impl IntoFuture for CreateAnimal {
    type Output = Result<CreateAnimalResponse, Error<CreateAnimalError>>;
    type IntoFuture = Pending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Operation for CreateAnimal {
    type Response = CreateAnimalResponse;
    type Error = CreateAnimalError;

    const FACTS: OperationFacts = OperationFacts {
        id: "createAnimal",
        method: Method::Post,
        path: "/animals",
        accept: "application/json, application/problem+json, text/plain",
        security: &[
            &[Requirement::new(&security::TOKEN, &[])],
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

    fn check(&self, checker: &mut Checker<'_>) {
        checker.body(&self.body);
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/animals").json("application/json", Some(&self.body));
    }

    fn decode(
        reply: RawReply,
    ) -> Result<CreateAnimalResponse, Error<CreateAnimalError>> {
        match reply.status() {
            200 => {
                Ok(
                    CreateAnimalResponse(
                        reply.json::<models::Animal>()?.map(CreateAnimalBody::Ok),
                    ),
                )
            }
            201 => {
                let reply = reply
                    .header::<String>("location", true)
                    .header_within::<
                        i64,
                    >(
                        "x-count",
                        false,
                        |value| {
                            value.minimum(Self::CREATED_X_COUNT_MINIMUM);
                        },
                    )
                    .header::<models::Colour>("x-colour", false)
                    .header::<DateTime>("x-seen", false)
                    .retry_after_header(false);
                Ok(
                    CreateAnimalResponse(
                        reply
                            .json::<models::CreateAnimalCreatedReply>()?
                            .map(CreateAnimalBody::Created),
                    ),
                )
            }
            202 => {
                Ok(
                    CreateAnimalResponse(
                        reply.empty().map(|()| CreateAnimalBody::Accepted),
                    ),
                )
            }
            409 => Err(CreateAnimalError::Conflict(reply.text()?).into()),
            503 => Err(CreateAnimalError::ServiceUnavailable(reply.empty()).into()),
            status if (400..=499).contains(&status) => {
                let reply = reply.header::<i64>("x-count", false);
                Err(CreateAnimalError::ClientError(reply.json()?).into())
            }
            status if (200..=399).contains(&status) => Err(reply.unexpected().into()),
            _ => Err(CreateAnimalError::Default(reply.json()?).into()),
        }
    }
}

/// The reply to `POST /animals`; it derefs to its body.
///
/// 200: It was here.
///
/// 201: It is new.
///
/// 202: Later.
#[derive(Clone, Debug)]
pub struct CreateAnimalResponse(Response<CreateAnimalBody>);

impl CreateAnimalResponse {
    /// Where it is.
    ///
    /// Header `location` of 201.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.0.header_text("location")
    }

    /// A header of the reply.
    ///
    /// Header `retry-after` of 201, in seconds or as a date; `None` where it is neither.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after()
    }

    /// A colour.
    ///
    /// Header `x-colour` of 201; `None` where its text does not parse.
    #[must_use]
    pub fn x_colour(&self) -> Option<models::Colour> {
        self.0.header("x-colour")
    }

    /// A header of the reply.
    ///
    /// Limits: at least 1.
    ///
    /// Header `x-count` of 201; `None` where its text does not parse.
    #[must_use]
    pub fn x_count(&self) -> Option<i64> {
        self.0.header("x-count")
    }

    /// A header of the reply.
    ///
    /// Format: `date-time`.
    ///
    /// Header `x-seen` of 201; `None` where its text does not parse.
    #[must_use]
    pub fn x_seen(&self) -> Option<DateTime> {
        self.0.header("x-seen")
    }

    /// The body alone.
    #[must_use]
    pub fn into_body(self) -> CreateAnimalBody {
        self.0.into_body()
    }

    /// The reply without its typed headers.
    #[must_use]
    pub fn into_response(self) -> Response<CreateAnimalBody> {
        self.0
    }
}

impl Deref for CreateAnimalResponse {
    type Target = Response<CreateAnimalBody>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl OperationResponse for CreateAnimalResponse {
    fn received(&self) -> &Received {
        self.0.received()
    }

    fn violations(&self) -> &[Violation] {
        self.0.violations()
    }
}

/// The bodies of replies to `POST /animals`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CreateAnimalBody {
    /// 200: It was here.
    Ok(models::Animal),
    /// 201: It is new.
    Created(models::CreateAnimalCreatedReply),
    /// 202: Later.
    Accepted,
}

/// The errors that `POST /animals` documents, by status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CreateAnimalError {
    /// 4XX: Your mistake.
    ClientError(Response<models::Problem>),
    /// 409: It differs.
    Conflict(Response<String>),
    /// 503: Closed.
    ServiceUnavailable(Response<()>),
    /// Any other status from 400: Our mistake.
    Default(Response<models::Problem>),
}

impl CreateAnimalError {
    /// A header of the reply.
    ///
    /// Header `x-count` of 4XX; `None` where its text does not parse.
    #[must_use]
    pub fn x_count(&self) -> Option<i64> {
        self.received().header("x-count")
    }
}

impl DocumentedError for CreateAnimalError {
    type Success = CreateAnimalResponse;

    fn received(&self) -> &Received {
        match self {
            Self::ClientError(reply) | Self::Default(reply) => reply.received(),
            Self::Conflict(reply) => reply.received(),
            Self::ServiceUnavailable(reply) => reply.received(),
        }
    }

    fn violations(&self) -> &[Violation] {
        match self {
            Self::ClientError(reply) | Self::Default(reply) => reply.violations(),
            Self::Conflict(reply) => reply.violations(),
            Self::ServiceUnavailable(reply) => reply.violations(),
        }
    }
}
