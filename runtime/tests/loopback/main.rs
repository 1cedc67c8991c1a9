//! The transport that comes with the runtime, against servers on loopback that are written out byte by byte.
#![cfg(feature = "client")]

mod failures;
mod lifetime;
mod proxy;
mod requests;
mod reuse;
mod secure;
mod server;
mod tunnel;

use std::time::Duration;

use http::{Request, Response};
use trueform_runtime::{Body, HyperTransport, Transport, TransportError};

/// Nothing that is set where the tests run may have a say.
fn transport() -> HyperTransport {
    HyperTransport::new(Duration::from_secs(10)).without_proxy()
}

/// Through a proxy on this port of loopback.
fn through(port: u16) -> HyperTransport {
    transport().proxy(&format!("http://127.0.0.1:{port}")).expect("an url of a proxy")
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
