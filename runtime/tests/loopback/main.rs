//! The transport that comes with the runtime, against servers on loopback that are written out byte by byte.
#![cfg(feature = "client")]

mod failures;
mod requests;
mod reuse;
mod secure;
mod server;

use std::time::Duration;

use http::{Request, Response};
use trueform_runtime::{Body, HyperTransport, Transport, TransportError};

fn transport() -> HyperTransport {
    HyperTransport::new(Duration::from_secs(10))
}

/// Sends a GET and reads the whole reply.
async fn get(transport: &HyperTransport, uri: &str) -> Result<Response<Vec<u8>>, TransportError> {
    exchange(transport, Request::get(uri).body(Body::empty()).expect("a request")).await
}

async fn exchange(transport: &HyperTransport, request: Request<Body>) -> Result<Response<Vec<u8>>, TransportError> {
    let (head, mut body) = transport.send(request).await?.into_parts();
    let mut bytes = Vec::new();
    while let Some(chunk) = body.next_chunk().await {
        bytes.extend_from_slice(&chunk?);
    }
    Ok(Response::from_parts(head, bytes))
}
