//! Bodies: bytes, or a stream of them.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::{TransportError, TransportErrorKind};

/// The body of a request or a reply: bytes that are there already, or a stream of them.
pub struct Body(Inner);

enum Inner {
    Bytes(Bytes),
    Stream(Stream),
}

type Stream = Box<dyn http_body::Body<Data = Bytes, Error = TransportError> + Send + Unpin>;

impl Body {
    /// A body of no bytes.
    pub fn empty() -> Self {
        Self(Inner::Bytes(Bytes::new()))
    }

    /// A body that comes in pieces. Trailers are ignored.
    ///
    /// Where the stream fails with a [`TransportError`], that is the error of the body; any other error becomes the cause
    /// of one whose kind is [`TransportErrorKind::Other`].
    pub fn stream<B>(stream: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self(Inner::Stream(Box::new(Foreign(Box::pin(stream)))))
    }

    /// The same for a stream that already is what is needed of one.
    pub(super) fn own<B>(stream: B) -> Self
    where
        B: http_body::Body<Data = Bytes, Error = TransportError> + Send + Unpin + 'static,
    {
        Self(Inner::Stream(Box::new(stream)))
    }

    /// The next piece of the body, which is never empty; `None` at its end.
    ///
    /// Nothing is lost when the future is dropped before it is ready.
    ///
    /// # Errors
    ///
    /// [`TransportErrorKind::Reset`] when the connection ended before the body did, [`TransportErrorKind::Protocol`] when
    /// what came is not a body. There is nothing to read after an error.
    pub async fn next_chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        loop {
            let frame = std::future::poll_fn(|context| http_body::Body::poll_frame(Pin::new(&mut *self), context));
            match frame.await?.map(Frame::into_data) {
                Ok(Ok(bytes)) if !bytes.is_empty() => return Some(Ok(bytes)),
                Ok(_) => {}
                Err(error) => {
                    *self = Self::empty();
                    return Some(Err(error));
                }
            }
        }
    }

    /// How many bytes are still to come, where that is known before they are read.
    pub fn remaining(&self) -> Option<u64> {
        http_body::Body::size_hint(self).exact()
    }

    /// The whole body, where it is not a stream.
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Stream(_) => None,
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Inner::Bytes(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(Bytes::from(bytes))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::from(Bytes::from(text))
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Self::from(Bytes::from_static(bytes))
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Self::from(text.as_bytes())
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match &mut self.0 {
            Inner::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Inner::Bytes(bytes) => Poll::Ready(Some(Ok(Frame::data(std::mem::take(bytes))))),
            Inner::Stream(stream) => Pin::new(stream).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Inner::Bytes(bytes) => bytes.is_empty(),
            Inner::Stream(stream) => stream.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Inner::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Inner::Stream(stream) => stream.size_hint(),
        }
    }
}

impl fmt::Debug for Body {
    /// Says how long the body is, never what it holds: it may be a secret.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::Bytes(bytes) => write!(formatter, "Body({} bytes)", bytes.len()),
            Inner::Stream(_) => formatter.write_str("Body(stream)"),
        }
    }
}

/// Somebody else's stream, with our error.
struct Foreign<B>(Pin<Box<B>>);

impl<B> http_body::Body for Foreign<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<Box<dyn StdError + Send + Sync>>,
{
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let frame = ready!(self.0.as_mut().poll_frame(context));
        Poll::Ready(frame.map(|frame| {
            frame.map_err(|error| match error.into().downcast::<TransportError>() {
                Ok(error) => *error,
                Err(error) => {
                    TransportError::new(TransportErrorKind::Other, "the stream of a body failed").with_source(error)
                }
            })
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bytes_come_once_and_an_empty_body_never() {
        let mut body = Body::from("abc");
        assert_eq!(body.remaining(), Some(3));
        assert_eq!(body.next_chunk().await.unwrap().unwrap(), "abc");
        assert_eq!(body.remaining(), Some(0));
        assert!(body.next_chunk().await.is_none());
        assert!(Body::empty().next_chunk().await.is_none());
    }

    #[tokio::test]
    async fn a_foreign_stream_keeps_its_length_and_the_kind_of_our_own_errors() {
        let mut body = Body::stream(Body::from(vec![0; 7]));
        assert_eq!(body.remaining(), Some(7));
        assert_eq!(format!("{body:?}"), "Body(stream)");
        assert_eq!(body.next_chunk().await.unwrap().unwrap().len(), 7);
        assert!(body.next_chunk().await.is_none());

        let mut body = Body::stream(Failing(Some("disk full".into())));
        let error = body.next_chunk().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Other);
        assert_eq!(StdError::source(&error).unwrap().to_string(), "disk full");
        assert!(body.next_chunk().await.is_none(), "nothing comes after an error");

        let reset = TransportError::new(TransportErrorKind::Reset, "gone");
        let mut body = Body::stream(Failing(Some(Box::new(reset))));
        let error = body.next_chunk().await.unwrap().unwrap_err();
        assert_eq!((error.kind(), error.to_string().as_str()), (TransportErrorKind::Reset, "gone"));
    }

    struct Failing(Option<Box<dyn StdError + Send + Sync>>);

    impl http_body::Body for Failing {
        type Data = Bytes;
        type Error = Box<dyn StdError + Send + Sync>;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            Poll::Ready(self.0.take().map(Err))
        }
    }
}
