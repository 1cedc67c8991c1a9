//! Connections that wait for their next request.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hyper::client::conn::http1::SendRequest;
use tokio::runtime;
use tokio::task::yield_now;
use tokio::time::{Instant, timeout};

use super::Body;
use super::route::Route;

/// A connection that was idle for longer is not used again. Servers and load balancers commonly close theirs after 60
/// seconds or more, and a request that crosses such a close is lost; so the client gives up first.
const IDLE_TIME: Duration = Duration::from_secs(30);

/// More than this is kept only through a burst that is over.
const IDLE_CONNECTIONS: usize = 32;

/// Between the last byte of a reply and the connection's being ready lies one turn of its driver. Where it takes longer, the
/// server has answered without having read the whole request, and the connection is no good.
const PATIENCE: Duration = Duration::from_millis(100);

/// Connections that wait for their next request.
#[derive(Debug, Default)]
pub(super) struct Pool {
    idle: Mutex<HashMap<Key, Vec<Idle>>>,
}

/// A connection is driven by a task of the runtime that opened it: while that stands still, so does the connection. A
/// client may well be used from several runtimes, such as those of tests.
pub(super) type Key = (Route, runtime::Id);

#[derive(Debug)]
struct Idle {
    sender: SendRequest<Body>,
    since: Instant,
}

impl Pool {
    /// The connection on this route that was used last, if one is still open.
    pub(super) async fn take(&self, key: &Key) -> Option<SendRequest<Body>> {
        while let Some(mut sender) = self.pop(key) {
            // A program that enters its runtime for one call at a time leaves the driver of the connection standing still in
            // between, so that it does not know yet that the server has left. Tokio looks at its sockets before it comes back
            // to a task that yields, and hyper reads what is found there before it writes.
            yield_now().await;
            if let Ok(Ok(())) = timeout(PATIENCE, sender.ready()).await {
                return Some(sender);
            }
        }
        None
    }

    /// Keeps a connection for the next request.
    pub(super) fn put(&self, key: &Key, sender: SendRequest<Body>) {
        if sender.is_closed() {
            return;
        }
        let mut idle = self.lock();
        // There is no task that would close them on time, so that a client at rest costs nothing but open sockets, which
        // the servers close; whoever comes by sweeps.
        idle.retain(|other, connections| {
            connections.retain(Idle::is_usable);
            // That of a route in use is empty for as long as the only connection is.
            !connections.is_empty() || other == key
        });
        let connection = Idle { sender, since: Instant::now() };
        match idle.get_mut(key) {
            Some(connections) if connections.len() < IDLE_CONNECTIONS => connections.push(connection),
            Some(_) => {}
            None => {
                idle.insert(key.clone(), vec![connection]);
            }
        }
    }

    fn pop(&self, key: &Key) -> Option<SendRequest<Body>> {
        let mut idle = self.lock();
        let connections = idle.get_mut(key)?;
        connections.retain(Idle::is_usable);
        connections.pop().map(|connection| connection.sender)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Vec<Idle>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Idle {
    fn is_usable(&self) -> bool {
        !self.sender.is_closed() && self.since.elapsed() < IDLE_TIME
    }
}
