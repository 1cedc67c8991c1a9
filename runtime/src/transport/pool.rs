//! Connections that wait for their next request.

use std::collections::{HashMap, HashSet};
use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::Poll;
use std::time::Duration;

use tokio::runtime::{self, Handle};
use tokio::sync::Notify;
use tokio::task::{JoinSet, yield_now};
use tokio::time::{Instant, sleep_until, timeout};

use super::connection::Connection;
use super::route::Route;
use super::{BoxFuture, TransportError};

/// Between the last byte of a reply and the connection's being ready lies one turn of its driver. Where it takes longer, the
/// server has answered without having read the whole request, and the connection is no good.
const SETTLING_TIME: Duration = Duration::from_millis(100);

/// How many connections wait for their next request, and for how long.
#[derive(Clone, Copy, Debug)]
pub(super) struct IdleLimits {
    /// One that was idle for longer is closed.
    pub(super) time: Duration,
    /// How many may wait on one route.
    pub(super) connections: usize,
}

/// Servers and load balancers close idle connections after 60 seconds or more, some after 20, and a request that crosses such
/// a close is lost; so the client gives up first. More than 32 are kept only through a burst that is over.
impl Default for IdleLimits {
    fn default() -> Self {
        Self { time: Duration::from_secs(15), connections: 32 }
    }
}

/// A connection is driven by a task of the runtime that opened it: while that stands still, so does the connection. A
/// client may well be used from several runtimes, such as those of tests.
pub(super) type Key = (Route, runtime::Id);

/// Connections that wait for their next request. Dropping it ends them, and all that is on its way here.
#[derive(Debug, Default)]
pub(super) struct Pool {
    limits: IdleLimits,
    idle: Mutex<Idle>,
    /// Wakes the calls that wait for a connection.
    arrival: Notify,
    /// Connections that are not ready yet, or not even open.
    coming: Mutex<JoinSet<()>>,
}

#[derive(Debug, Default)]
struct Idle {
    connections: HashMap<Key, Vec<Waiting>>,
    /// The runtimes in which a task closes connections when their time is over.
    swept: HashSet<runtime::Id>,
}

#[derive(Debug)]
struct Waiting {
    connection: Connection,
    /// When its time is over; never, where that is farther than a clock goes.
    until: Option<Instant>,
}

impl Pool {
    pub(super) fn new(limits: IdleLimits) -> Arc<Self> {
        Arc::new(Self { limits, ..Self::default() })
    }

    pub(super) fn limits(&self) -> IdleLimits {
        self.limits
    }

    /// The connection on this route that was used last, if one is still open.
    pub(super) async fn take(&self, key: &Key) -> Option<Connection> {
        if self.expects_any() {
            // Such as the one whose reply has just been read.
            yield_now().await;
        }
        while let Some(connection) = self.pop(key) {
            // A program that enters its runtime for one call at a time leaves the driver of the connection standing still in
            // between, so that it does not know yet that the server has left. Tokio looks at its sockets before it comes back
            // to a task that yields, and hyper reads what is found there before it writes.
            yield_now().await;
            if connection.is_ready() {
                return Some(connection);
            }
        }
        None
    }

    /// The connection that is opened, or one that becomes free before; whether it has been used. One that is opened in vain is
    /// kept for the next request.
    pub(super) async fn take_or_open(
        self: &Arc<Self>,
        key: &Key,
        mut opening: BoxFuture<'static, Result<Connection, TransportError>>,
    ) -> Result<(Connection, bool), TransportError> {
        loop {
            let mut arrival = pin!(self.arrival.notified());
            // What arrives from here on is not missed.
            arrival.as_mut().enable();
            if let Some(connection) = self.take(key).await {
                self.finish(key.clone(), opening);
                return Ok((connection, true));
            }
            let opened = poll_fn(|context| match opening.as_mut().poll(context) {
                Poll::Ready(opened) => Poll::Ready(Some(opened)),
                Poll::Pending => arrival.as_mut().poll(context).map(|()| None),
            });
            if let Some(opened) = opened.await {
                return opened.map(|connection| (connection, false));
            }
        }
    }

    /// Has a connection opened for the next request.
    fn finish(self: &Arc<Self>, key: Key, opening: BoxFuture<'static, Result<Connection, TransportError>>) {
        let pool = Arc::downgrade(self);
        self.await_connection(async move {
            if let Ok(connection) = opening.await
                && let Some(pool) = pool.upgrade()
            {
                pool.put(&key, connection);
            }
        });
    }

    /// Keeps a connection for the next request.
    pub(super) fn put(self: &Arc<Self>, key: &Key, mut connection: Connection) {
        if connection.is_ready() {
            return self.keep(key, connection);
        }
        if connection.is_closed() || current_runtime(key).is_none() {
            return;
        }
        let (pool, key) = (Arc::downgrade(self), key.clone());
        self.await_connection(async move {
            if let Ok(Ok(())) = timeout(SETTLING_TIME, connection.sender().ready()).await
                && connection.is_ready()
                && let Some(pool) = pool.upgrade()
            {
                pool.keep(&key, connection);
            }
        });
    }

    fn await_connection(&self, coming: impl Future<Output = ()> + Send + 'static) {
        self.tasks().spawn(coming);
    }

    fn expects_any(&self) -> bool {
        !self.tasks().is_empty()
    }

    /// The tasks of what is coming that are not done yet.
    fn tasks(&self) -> MutexGuard<'_, JoinSet<()>> {
        let mut tasks = lock(&self.coming);
        while tasks.try_join_next().is_some() {}
        tasks
    }

    fn keep(self: &Arc<Self>, key: &Key, connection: Connection) {
        let until = Instant::now().checked_add(self.limits.time);
        let mut idle = lock(&self.idle);
        // Most routes are there, and need no key of their own.
        if !idle.connections.contains_key(key) {
            idle.connections.insert(key.clone(), Vec::new());
        }
        if let Some(waiting) = idle.connections.get_mut(key) {
            waiting.retain(Waiting::is_usable);
            if waiting.len() < self.limits.connections {
                waiting.push(Waiting { connection, until });
            }
        }
        if !idle.swept.contains(&key.1)
            && let Some(runtime) = current_runtime(key)
        {
            idle.swept.insert(key.1);
            runtime.spawn(sweep(Sweep { pool: Arc::downgrade(self), runtime: key.1, is_over: false }));
        }
        drop(idle);
        self.arrival.notify_waiters();
    }

    fn pop(&self, key: &Key) -> Option<Connection> {
        let mut idle = lock(&self.idle);
        let waiting = idle.connections.get_mut(key)?;
        waiting.retain(Waiting::is_usable);
        waiting.pop().map(|waiting| waiting.connection)
    }

    /// Closes what has waited for too long in a runtime. When the next one will have, if there is one.
    fn sweep(&self, runtime: runtime::Id) -> Option<Instant> {
        let mut idle = lock(&self.idle);
        idle.connections.retain(|key, waiting| {
            waiting.retain(Waiting::is_usable);
            !waiting.is_empty() || key.1 != runtime
        });
        let of_runtime = idle.connections.iter().filter(|(key, _)| key.1 == runtime);
        let next = of_runtime.flat_map(|(_, waiting)| waiting).filter_map(|waiting| waiting.until).min();
        if next.is_none() {
            idle.swept.remove(&runtime);
        }
        next
    }
}

impl Waiting {
    fn is_usable(&self) -> bool {
        !self.connection.is_closed() && self.until.is_none_or(|until| Instant::now() < until)
    }
}

/// The runtime of a key, where it is the current one.
fn current_runtime(key: &Key) -> Option<Handle> {
    Handle::try_current().ok().filter(|runtime| runtime.id() == key.1)
}

/// The work of closing what has waited for too long in a runtime.
struct Sweep {
    pool: Weak<Pool>,
    runtime: runtime::Id,
    is_over: bool,
}

/// The runtime may end before the connections do.
impl Drop for Sweep {
    fn drop(&mut self) {
        // After the end another task may have taken over.
        if let Some(pool) = self.pool.upgrade().filter(|_| !self.is_over) {
            lock(&pool.idle).swept.remove(&self.runtime);
        }
    }
}

/// Ends with the last connection of the runtime, and holds no pool that nobody else does.
async fn sweep(mut work: Sweep) {
    while let Some(next) = work.pool.upgrade().and_then(|pool| pool.sweep(work.runtime)) {
        sleep_until(next).await;
    }
    work.is_over = true;
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::io::duplex;

    use super::*;
    use crate::transport::TransportErrorKind;
    use crate::transport::origin::Origin;

    fn key() -> Key {
        let origin = Origin::of(&http::Uri::from_static("http://server.example/")).unwrap();
        (Route { proxy: None, origin }, Handle::current().id())
    }

    #[tokio::test(start_paused = true)]
    async fn who_waits_for_a_connection_takes_one_that_becomes_free() {
        let (pool, key) = (Pool::new(IdleLimits::default()), key());
        let waits = tokio::spawn({
            let (pool, key) = (Arc::clone(&pool), key.clone());
            async move { pool.take_or_open(&key, Box::pin(pending())).await }
        });
        yield_now().await;
        let (ours, _theirs) = duplex(64);
        pool.put(&key, Connection::over(&key.0, ours).await.unwrap());
        let (_, used) = waits.await.unwrap().unwrap();
        assert!(used);
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_that_was_opened_in_vain_is_kept() {
        let (pool, key) = (Pool::new(IdleLimits::default()), key());
        let (ours, _theirs) = duplex(64);
        let open = Connection::over(&key.0, ours).await.unwrap();
        pool.finish(key.clone(), Box::pin(ready(Ok(open))));
        tokio::time::sleep(Duration::from_millis(1)).await;
        assert!(pool.take(&key).await.is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn a_time_beyond_all_clocks_is_no_end() {
        let (pool, key) = (Pool::new(IdleLimits { time: Duration::MAX, connections: 1 }), key());
        let (ours, _theirs) = duplex(64);
        pool.put(&key, Connection::over(&key.0, ours).await.unwrap());
        tokio::time::sleep(Duration::from_secs(1 << 30)).await;
        assert!(pool.take(&key).await.is_some());
    }

    #[tokio::test(start_paused = true)]
    async fn what_cannot_be_opened_is_an_error() {
        let (pool, key) = (Pool::new(IdleLimits::default()), key());
        let error = TransportError::new(TransportErrorKind::Refused, "nobody is there".to_owned());
        let opened = pool.take_or_open(&key, Box::pin(ready(Err(error)))).await;
        assert_eq!(opened.unwrap_err().kind(), TransportErrorKind::Refused);
    }
}
