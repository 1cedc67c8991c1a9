//! Bodies that come in pieces, and break.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::transport::{TransportError, TransportErrorKind};

/// A piece of the body of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Piece {
    /// Bytes that come at once.
    Bytes(Bytes),
    /// These bytes come again and again, without end.
    Endless(Bytes),
    /// The connection is reset: [`TransportErrorKind::Reset`].
    Reset,
    /// The connection is closed before the body is complete: [`TransportErrorKind::Reset`].
    Cut,
    /// What comes is not a body of HTTP/1.1, for example a chunk without a length: [`TransportErrorKind::Protocol`].
    Malformed,
    /// Nothing comes any more.
    Stall,
}

impl<T: Into<Bytes>> From<T> for Piece {
    fn from(bytes: T) -> Self {
        Self::Bytes(bytes.into())
    }
}

/// A body that plays its pieces.
pub(super) struct ScriptedBody {
    pub(super) pieces: VecDeque<Piece>,
    /// The length that the head states; as with a chunked reply, there may be none.
    pub(super) announced: Option<u64>,
}

impl http_body::Body for ScriptedBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let (kind, message) = match self.pieces.pop_front() {
            None => return Poll::Ready(None),
            Some(Piece::Bytes(bytes)) => return Poll::Ready(Some(Ok(Frame::data(bytes)))),
            Some(Piece::Stall) => {
                self.pieces.push_front(Piece::Stall);
                return Poll::Pending;
            }
            Some(Piece::Endless(bytes)) => {
                self.pieces.push_front(Piece::Endless(bytes.clone()));
                return Poll::Ready(Some(Ok(Frame::data(bytes))));
            }
            Some(Piece::Reset) => (
                TransportErrorKind::Reset,
                "scripted: the host reset the connection before the body of its reply was complete",
            ),
            Some(Piece::Cut) => (
                TransportErrorKind::Reset,
                "scripted: the host closed the connection before the body of its reply was complete",
            ),
            Some(Piece::Malformed) => {
                (TransportErrorKind::Protocol, "scripted: the host does not keep to HTTP/1.1 in the body of its reply")
            }
        };
        Poll::Ready(Some(Err(TransportError::new(kind, message))))
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        self.announced.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
