//! Calls that block their thread, for programs without an async runtime.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::runtime::{Builder, Handle, Runtime};

/// Why a call cannot block.
#[derive(Debug)]
pub(crate) enum NoBlocking {
    /// The thread drives an async runtime.
    WithinRuntime,
    /// No runtime can be started.
    WithoutRuntime(io::Error),
}

impl fmt::Display for NoBlocking {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::WithinRuntime => {
                "a blocking call within an async runtime would hold up its thread: await the request there, block on a \
                 thread of your own, or, where it may be held up, use `Handle::block_on`"
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
pub(crate) fn block_on<F: Future>(work: F) -> Result<F::Output, NoBlocking> {
    if Handle::try_current().is_ok() {
        return Err(NoBlocking::WithinRuntime);
    }
    Ok(runtime().map_err(NoBlocking::WithoutRuntime)?.block_on(work))
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
