//! An open connection, and what ends it.

use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::task::{AbortHandle, JoinHandle};

use super::route::Route;
use super::tunnel::Stream;
use super::unsent::{Observed, Unsent};
use super::{Body, TransportError, diagnosis};

/// An open connection. Dropping it ends it at once: its socket is closed, and a body that is still being sent is let go.
#[derive(Debug)]
pub(super) struct Connection {
    sender: SendRequest<Body>,
    unsent: Unsent,
    _driver: Driver,
}

/// The task that reads and writes for a connection. hyper would let it go on for as long as the server lets it.
#[derive(Debug)]
pub(super) struct Driver(AbortHandle);

impl Driver {
    /// This task, which ends when this is dropped.
    pub(super) fn of<T>(task: &JoinHandle<T>) -> Self {
        Self(task.abort_handle())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Connection {
    /// Speaks HTTP over a stream. Its driver is a task of the current runtime and ends with it.
    pub(super) async fn over<S: Stream>(route: &Route, stream: S) -> Result<Self, TransportError> {
        let unsent = Unsent::default();
        let stream = Observed { stream, unsent: unsent.clone() };
        let (sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| diagnosis::exchanging(route, error))?;
        // Its error reaches whoever waits for a reply on it; nobody else wants to know.
        let driver = tokio::spawn(async move { drop(connection.await) });
        Ok(Self { sender, unsent, _driver: Driver::of(&driver) })
    }

    pub(super) fn sender(&mut self) -> &mut SendRequest<Body> {
        &mut self.sender
    }

    /// Whether the next request can be sent: nothing of the one before is still to be written.
    pub(super) fn is_ready(&self) -> bool {
        self.sender.is_ready() && !self.unsent.is_there()
    }

    pub(super) fn is_closed(&self) -> bool {
        self.sender.is_closed()
    }
}
