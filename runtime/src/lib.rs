//! What the clients that trueform generates from `OpenAPI` documents call.

mod base64_text;
#[cfg(feature = "client")]
mod clock;
mod datetime;
mod malformed;
mod map;
pub mod nullable;
pub mod open_enum;
mod pattern;
mod presence;
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
pub use clock::{Clock, SystemClock};
#[cfg(feature = "client")]
pub use transport::{
    Body, BoxFuture, HyperTransport, Transport, TransportError, TransportErrorKind,
};
