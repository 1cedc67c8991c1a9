//! Long-running work: how its end shows in what a service replies.

mod waiter;

pub use waiter::{Outcome, Sighting, Waiter};
