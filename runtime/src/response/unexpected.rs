//! Replies that the document does not mention.

use std::fmt;

use super::line;
use super::received::Received;

/// A reply with a status that the document does not mention for the operation.
#[derive(Debug)]
pub struct Unexpected(Box<Received>);

impl Unexpected {
    pub(super) fn new(received: Received) -> Self {
        Self(Box::new(received))
    }

    /// The reply as it came.
    pub fn received(&self) -> &Received {
        &self.0
    }
}

impl fmt::Display for Unexpected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        line::write_head(formatter, &self.0)?;
        formatter.write_str(", which the document does not mention")?;
        line::write_said(formatter, &self.0)?;
        line::write_tail(formatter, &self.0)
    }
}

impl std::error::Error for Unexpected {}
