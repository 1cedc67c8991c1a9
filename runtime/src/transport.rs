//! What carries a request to a server and its reply back.

mod authority;
mod body;
mod bypass;
mod connect;
mod connection;
mod diagnosis;
mod failure;
mod hyper_transport;
mod io_failure;
mod origin;
mod pool;
mod proxies;
mod proxy;
mod route;
mod tls;
mod tunnel;
mod unsent;
mod wire;

/// The TLS library of the default transport, for those who configure it themselves.
pub use tokio_rustls::rustls;

pub(crate) use authority::{host_and_port, is_loopback};
pub use body::Body;
pub use failure::{TransportError, TransportErrorKind};
pub use hyper_transport::HyperTransport;

use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// A future that can be awaited from any thread.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries one request to a server, and the head of its reply back.
///
/// An implementation sends the request as it is: the target byte for byte as the uri has it, no header added but what
/// HTTP/1.1 framing needs (`host` is set already), no redirect followed, nothing sent twice, nothing decompressed. Time-outs
/// of the whole call and the limit of the body are the pipeline's business, and dropping the future must stop the exchange.
pub trait Transport: Send + Sync + fmt::Debug + 'static {
    /// Sends a request; the body of the reply may still be on its way when this is ready.
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}
