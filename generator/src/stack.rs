//! Room for what nests.

use std::panic;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How much of the address space is set aside; memory is used only where work nests that deep. Schemas may hold each other
/// in circles of thousands, and whatever follows them goes as deep.
const BYTES: usize = if cfg!(target_pointer_width = "64") { 1 << 29 } else { 1 << 26 };

/// Does some work on a stack on which every document has room. Where the system has none to give, here.
pub(crate) fn on_a_large_one<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let work = Mutex::new(Some(work));
    let take = || work.lock().unwrap_or_else(PoisonError::into_inner).take();
    let done = thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(BYTES).spawn_scoped(scope, || take().map(|work| work()));
        worker.ok().and_then(|worker| worker.join().unwrap_or_else(|panic| panic::resume_unwind(panic)))
    });
    done.or_else(|| take().map(|work| work())).expect("the work is taken once: there, or else here")
}

/// Does the same work on several such stacks at once, of which this one is the first. Where the system has no more to give,
/// fewer do it.
pub(crate) fn on_large_ones(count: usize, work: impl Fn() + Sync) {
    thread::scope(|scope| {
        for _ in 1..count {
            let _ = thread::Builder::new().stack_size(BYTES).spawn_scoped(scope, &work);
        }
        work();
    });
}
