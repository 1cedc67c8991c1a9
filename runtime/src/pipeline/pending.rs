//! Calls as futures with a name.

use std::future::Future;
use std::pin::Pin;

/// What `into_future` of a request gives: the call, boxed.
pub type Pending<T> = Pin<Box<dyn Future<Output = T> + Send>>;
