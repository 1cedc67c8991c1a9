//! Calls that block their thread, for programs without an async runtime.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::io;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::coop;

/// Why a call cannot block.
#[derive(Debug)]
pub(crate) enum NoBlocking {
    /// The thread drives the tasks of an async runtime.
    WithinRuntime,
    /// No runtime can be started.
    WithoutRuntime(io::Error),
}

impl fmt::Display for NoBlocking {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::WithinRuntime => {
                "a blocking call within an async runtime would hold up its thread: await the request there, or block in \
                 `spawn_blocking` or on a thread of your own"
            }
            Self::WithoutRuntime(_) => "the runtime of blocking calls cannot be started",
        })
    }
}

impl StdError for NoBlocking {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::WithinRuntime => None,
            Self::WithoutRuntime(error) => Some(error),
        }
    }
}

/// Does this work on a runtime that all blocking calls of the program share, so that they share connections too. The work
/// itself is done on this thread; a thread of the runtime's own drives sockets and timers, so that no call has to wait for
/// what another one does on its thread.
///
/// The thread may belong to an async runtime, as long as it may be held up: in `spawn_blocking` and `block_in_place`.
pub(crate) fn block_on<F: Future>(work: F) -> Result<F::Output, NoBlocking> {
    if Handle::try_current().is_ok() && is_driving_tasks() {
        return Err(NoBlocking::WithinRuntime);
    }
    let runtime = runtime().map_err(NoBlocking::WithoutRuntime)?;
    // `Runtime::block_on` panics where a runtime is being driven already. Waiting by ourselves cannot.
    let _context = runtime.enter();
    Ok(wait_for(pin!(work)))
}

/// Whether this thread is driving the tasks of a runtime, all of which a blocking call would hold up.
///
/// Tokio does not say so, but gives each poll of a task a budget of operations, and none to what may block: work of
/// `spawn_blocking` and `block_in_place`, nor to a task that has made itself `unconstrained`, which is believed. So it
/// shows in whether operations ever come to an end. None of them counts: each is given back.
fn is_driving_tasks() -> bool {
    // More than any budget, which Tokio counts in one byte.
    const BEYOND: usize = 256;
    let mut context = Context::from_waker(Waker::noop());
    let mut spent = Vec::with_capacity(BEYOND);
    while spent.len() < BEYOND {
        match coop::poll_proceed(&mut context) {
            Poll::Ready(one) => spent.push(one),
            Poll::Pending => break,
        }
    }
    let is_limited = spent.len() < BEYOND;
    // Each remembers the budget that it found, so that the first must be the last to give it back.
    while spent.pop().is_some() {}
    is_limited
}

/// Polls this work on this thread until it is done.
fn wait_for<F: Future>(mut work: Pin<&mut F>) -> F::Output {
    let parked = Arc::new(Parked { thread: thread::current(), woken: AtomicBool::new(false) });
    let waker = Waker::from(Arc::clone(&parked));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = work.as_mut().poll(&mut context) {
            return output;
        }
        // A thread may be unparked for other reasons.
        while !parked.woken.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}

/// A thread that waits for its work to go on.
struct Parked {
    thread: Thread,
    woken: AtomicBool,
}

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

fn builder() -> Builder {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(1).thread_name("trueform-blocking").enable_all();
    builder
}

fn runtime() -> io::Result<Arc<Runtime>> {
    static RUNTIME: Mutex<Option<Arc<Runtime>>> = Mutex::new(None);
    let mut runtime = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = &*runtime {
        return Ok(Arc::clone(runtime));
    }
    let started = Arc::new(builder().build()?);
    *runtime = Some(Arc::clone(&started));
    Ok(started)
}
