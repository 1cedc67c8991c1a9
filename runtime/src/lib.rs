//! What the clients that trueform generates from `OpenAPI` documents call.
//!
//! Generated code states facts: names, types, bounds, paths, statuses. Every mechanism is here, written by hand.
//!
//! # Models
//!
//! Without features, there is what models are made of: [`DateTime`], [`Date`] and [`Base64`] keep the text that came;
//! [`Presence`] tells absent from null; [`UnknownValue`] holds what an enumeration does not know; [`Validate`] holds a
//! value against the bounds of the document, and reports every [`Violation`] at once.
//!
//! # A call
//!
//! With the feature `client`, [`Pipeline`] carries out calls. Their order is always the same:
//!
//! 1. **Check**: [`Operation::check`] holds the arguments against the bounds of the document.
//! 2. **Encode**: [`Operation::encode`] writes path, query, headers and body into a [`RequestEncoder`]; then come the
//!    headers of the call itself. All that is wrong so far ends the call as one [`Refused`], and nothing is sent.
//! 3. An attempt; only this part is ever repeated, under a [`RetryPolicy`]:
//!    1. **Identify**: the request gets a fresh identifier, unless the caller gave it one.
//!    2. **Authorise**: [`Credentials`] are asked for the first alternative that they answer whole, and written into the
//!       request, which is otherwise as it will be sent. After a 401 they are asked for others, once.
//!    3. **Send**: [`Transport`] carries the request, and the body of the reply is buffered up to a limit.
//! 4. **Decode**: [`Operation::decode`] reads the [`RawReply`] as what the document says about its status.
//! 5. **Check**: the reply is held against the bounds of the document; [`ResponseChecks`] says what comes of that.
//!
//! One deadline, on one [`Clock`], bounds all of the third step with its delays. Redirects are not followed, and nothing is sent unasked but
//! `host`, `user-agent`, `accept`, the headers of the [`Service`], the type and length of a body, and the identifier.
//!
//! What comes back is a [`Response`], or an [`Error`] with everything that is known: both hold what was [`Received`].
//!
//! # Oracle Cloud Infrastructure
//!
//! With the feature `oci`, the module `oci` has the credentials of that platform: its request signature, API keys, session
//! tokens, its configuration file, and what instances, functions and pods are known by. The feature `encrypted-keys` adds private keys with a passphrase.
//!
//! [`Wait`] makes such calls until long-running work has come to its end, and [`Snapshots`] tell what they see. An
//! [`Observer`] is told what happens in all of this.
//!
//! # Features
//!
//! - `client`: all that is said of calls above.
//! - `blocking`: calls and waits that hold up their thread.
//! - `oci`: the module `oci`, with the credentials of Oracle Cloud Infrastructure; `encrypted-keys`: keys with a passphrase.
//! - `tracing`: what observers are told goes to the crate of this name.
//! - `testing`: the module `testing`, with a transport that plays a script, work that ends by itself, and a clock that is
//!   moved by hand.
//!
//! # Rooms
//!
//! Each imports only from those above it.
//!
//! | room | holds |
//! |---|---|
//! | `datetime`, `base64_text`, `presence`, `map`, `open_enum`, `nullable`, `pattern` | what models are made of |
//! | `validate` | bounds, and where they are broken |
//! | `path`, `strict`, `integral`, `attempt`, `choice`, `any_of` | how values are read that serde alone would take for something else |
//! | `transport`, `clock`, `randomness`, `blocking` | what carries requests, what time it is, what is drawn, how a thread waits |
//! | `service`, `method`, `request_id` | what is true of a service and of a request |
//! | `encode`, `endpoint` | what is sent, and where to |
//! | `auth` | credentials, and how they get into a request |
//! | `oci` | keys, tokens, principals and the configuration file of Oracle Cloud Infrastructure |
//! | `response` | what came, and what it was read as |
//! | `error` | what else can become of a call |
//! | `observe`, `retry` | what happens, and whether it is tried again |
//! | `pipeline` | the order of a call |
//! | `poll` | what replies say of long-running work, and waiting for its end |

// Without the client, the words about it lead nowhere.
#![cfg_attr(not(feature = "client"), allow(rustdoc::broken_intra_doc_links))]

pub mod any_of;
mod attempt;
#[cfg(feature = "client")]
mod auth;
mod base64_text;
#[cfg(feature = "blocking")]
mod blocking;
pub mod choice;
#[cfg(feature = "client")]
mod clock;
mod datetime;
#[cfg(feature = "client")]
mod encode;
#[cfg(feature = "client")]
mod endpoint;
#[cfg(feature = "client")]
mod error;
mod integral;
mod malformed;
mod map;
#[cfg(feature = "client")]
mod method;
pub mod nullable;
#[cfg(feature = "client")]
mod observe;
#[cfg(feature = "oci")]
pub mod oci;
mod one_line;
pub mod open_enum;
#[cfg(feature = "client")]
mod path;
mod pattern;
#[cfg(feature = "client")]
mod pipeline;
#[cfg(feature = "client")]
mod poll;
mod presence;
#[cfg(feature = "client")]
mod randomness;
#[cfg(feature = "client")]
mod request_id;
#[cfg(feature = "client")]
mod response;
#[cfg(feature = "client")]
mod retry;
#[cfg(feature = "client")]
mod service;
mod strict;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "client")]
pub mod transport;
mod validate;

// What `DateTime` gives is of this crate, in this version.
pub use jiff;
pub use serde_json::Value;

pub use base64_text::Base64;
pub use datetime::{Date, DateTime};
pub use malformed::Malformed;
pub use map::Map;
pub use open_enum::UnknownValue;
pub use pattern::Pattern;
pub use presence::Presence;
#[doc(hidden)]
pub use strict::literal;
pub use strict::{from_deserializer, from_json};
pub use validate::{
    Checked, Checker, Counted, List, Number, Numeric, Object, Rule, Textual, Truth, Validate, Violation, Violations,
    validate,
};

#[cfg(feature = "client")]
pub use bytes::Bytes;
#[cfg(feature = "client")]
pub use http::{HeaderMap, StatusCode};

#[cfg(feature = "client")]
pub use auth::{
    ApiKey, AuthorizationHeader, BasicAuth, BearerToken, Credential, CredentialRequest, Credentials, CredentialsError,
    Secret,
};
#[cfg(feature = "oci")]
pub use auth::{SignedHeaders, Signer, SigningKey};
#[cfg(feature = "client")]
pub use clock::{Clock, SystemClock};
#[cfg(feature = "client")]
pub use encode::{RequestEncoder, Style};
#[cfg(feature = "client")]
pub use error::{DocumentedError, Error, Refused, TransportFailure};
#[cfg(feature = "client")]
pub use method::Method;
#[cfg(feature = "client")]
pub use observe::{Ending, Event, GaveUp, Observer, WaitEnding};
#[cfg(feature = "client")]
pub use pipeline::{
    BuildError, Call, CallOptions, Customize, Operation, OperationFacts, Pending, Pipeline, PipelineBuilder,
};
#[cfg(feature = "client")]
pub use poll::{Outcome, Sighting, Snapshot, Snapshots, Stopped, Wait, WaitError, Waited, Waiter};
#[cfg(feature = "client")]
pub use randomness::{Randomness, SystemRandomness};
#[cfg(feature = "client")]
pub use request_id::{RandomRequestIds, RequestIds};
#[cfg(feature = "client")]
pub use response::{OperationResponse, RawReply, Received, Response, ResponseChecks, Undecodable, Unexpected};
#[cfg(feature = "client")]
pub use retry::RetryPolicy;
#[cfg(feature = "client")]
pub use service::{
    ApiKeyIn, Requirement, RetryableCode, Security, SecurityKind, SecurityScheme, Server, ServerVariable, Service,
};
#[cfg(feature = "client")]
pub use transport::{Body, BoxFuture, HyperTransport, Transport, TransportError, TransportErrorKind};
