//! What can become of a call but a reply.

mod call_error;
mod documented;
mod refused;
mod transport_failure;

pub use call_error::Error;
pub use documented::DocumentedError;
pub use refused::Refused;
pub use transport_failure::TransportFailure;

pub(crate) use transport_failure::Before;
