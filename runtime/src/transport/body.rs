//! Bodies: bytes, or a stream of them.

use std::fmt;

use bytes::Bytes;

use super::{BoxFuture, TransportError};

/// What a stream of a body breaks with: the transport's own error.
pub type BodyError = TransportError;

/// The body of a request or a reply.
pub struct Body(Inner);

enum Inner {
    Bytes(Bytes),
    Stream(Box<dyn Stream>),
}

/// A body that comes in pieces.
pub(crate) trait Stream: Send {
    /// The next piece; `None` at the end.
    fn next(&mut self) -> BoxFuture<'_, Option<Result<Bytes, BodyError>>>;
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::Bytes(bytes) => write!(formatter, "Body({} bytes)", bytes.len()),
            Inner::Stream(_) => formatter.write_str("Body(stream)"),
        }
    }
}
