//! Replies: what came, what it was read as, and why it could not be read.

mod checks;
mod header_value;
mod line;
mod raw_reply;
mod received;
mod reply;
mod retry_after;
mod undecodable;
mod unexpected;

pub use checks::ResponseChecks;
pub use raw_reply::RawReply;
pub use received::Received;
pub use reply::{OperationResponse, Response};
pub use undecodable::Undecodable;
pub use unexpected::Unexpected;

pub(crate) use line::{Replied, Told, ToldBut};
pub(crate) use received::Receipt;

#[cfg(test)]
mod tests;
