//! Long-running work: how its end shows in what a service replies, and waiting for that.

mod pace;
mod seen;
mod snapshot;
mod snapshots;
mod stopped;
mod wait;
mod waiter;
mod watch;

pub use snapshot::Snapshot;
pub use snapshots::Snapshots;
pub use stopped::{Stopped, WaitError};
pub use wait::{Wait, Waited};
pub use waiter::{Outcome, Sighting, Waiter};
