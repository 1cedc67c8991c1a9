//! The errors that the document states for an operation.

use std::fmt;

use crate::response::{OperationResponse, Received};
use crate::validate::Violation;

/// The error replies that the document states for an operation: an enum with a variant for each status.
pub trait DocumentedError: fmt::Debug + Send + Sync + 'static {
    /// The reply of the same operation where all is well.
    type Success: OperationResponse;

    /// The reply as it came.
    fn received(&self) -> &Received;

    /// What the reply breaks of what the document states.
    fn violations(&self) -> &[Violation];
}
