//! What the clients that trueform generates from `OpenAPI` documents call.

#[cfg(feature = "client")]
mod auth;
mod base64_text;
#[cfg(feature = "client")]
mod clock;
mod datetime;
#[cfg(feature = "client")]
mod encode;
#[cfg(feature = "client")]
mod endpoint;
#[cfg(feature = "client")]
mod error;
mod malformed;
mod map;
#[cfg(feature = "client")]
mod method;
pub mod nullable;
pub mod open_enum;
mod pattern;
#[cfg(feature = "client")]
mod pipeline;
mod presence;
#[cfg(feature = "client")]
mod request_id;
#[cfg(feature = "client")]
mod response;
#[cfg(feature = "client")]
mod service;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "client")]
pub mod transport;
mod validate;

pub use serde_json::Value;

pub use base64_text::Base64;
pub use datetime::{Date, DateTime};
pub use malformed::Malformed;
pub use map::Map;
pub use open_enum::UnknownValue;
pub use pattern::Pattern;
pub use presence::Presence;
pub use validate::{
    Checked, Checker, List, Number, Numeric, Object, Rule, Textual, Validate, Violation,
    Violations, validate,
};

#[cfg(feature = "client")]
pub use bytes::Bytes;
#[cfg(feature = "client")]
pub use http::{HeaderMap, StatusCode};

#[cfg(feature = "client")]
pub use auth::{
    ApiKey, AuthorizationHeader, BasicAuth, BearerToken, Credential, Credentials, CredentialsError,
    Secret,
};
#[cfg(feature = "client")]
pub use clock::{Clock, SystemClock};
#[cfg(feature = "client")]
pub use encode::{RequestEncoder, Style};
#[cfg(feature = "client")]
pub use error::{DocumentedError, Error, Refused, TransportFailure};
#[cfg(feature = "client")]
pub use method::Method;
#[cfg(feature = "client")]
pub use pipeline::{
    BuildError, Call, CallOptions, Customize, Operation, OperationFacts, Pending, Pipeline,
    PipelineBuilder,
};
#[cfg(feature = "client")]
pub use request_id::{RandomRequestIds, RequestIds};
#[cfg(feature = "client")]
pub use response::{
    OperationResponse, RawReply, Received, Response, ResponseChecks, Undecodable, Unexpected,
};
#[cfg(feature = "client")]
pub use service::{
    ApiKeyIn, Requirement, RetryableCode, SecurityKind, SecurityScheme, Server, ServerVariable,
    Service,
};
#[cfg(feature = "client")]
pub use transport::{
    Body, BoxFuture, HyperTransport, Transport, TransportError, TransportErrorKind,
};
