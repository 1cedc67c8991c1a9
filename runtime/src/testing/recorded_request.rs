//! What was asked.

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Uri};

use crate::transport::{Body, TransportError};

/// A request as the transport got it.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
}

/// Reads a request to its end.
pub(super) async fn record(request: Request<Body>) -> Result<RecordedRequest, TransportError> {
    let (head, mut body) = request.into_parts();
    let mut bytes = Vec::new();
    while let Some(chunk) = body.next_chunk().await {
        bytes.extend_from_slice(&chunk?);
    }
    Ok(RecordedRequest { method: head.method, uri: head.uri, headers: head.headers, body: bytes.into() })
}

impl RecordedRequest {
    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The whole uri, with scheme and server.
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// Path and query, byte for byte as they would be sent.
    pub fn target(&self) -> &str {
        self.uri.path_and_query().map_or("/", |target| target.as_str())
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The text of a header; `None` when there is none, or it is not visible ASCII.
    pub fn header_text(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body; empty when there was none.
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}
