//! When a request is sent again.

mod budget;
mod policy;

pub use policy::RetryPolicy;

pub(crate) use budget::RetryBudget;
