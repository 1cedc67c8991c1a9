//! Replies that cannot be read.

use std::error::Error as StdError;
use std::fmt;
use std::str::Utf8Error;

use super::line;
use super::received::Received;
use crate::malformed::Excerpt;

/// A reply whose body is not what the document says. The bytes are kept: see [`Undecodable::received`].
#[derive(Debug)]
pub struct Undecodable(Box<Parts>);

#[derive(Debug)]
struct Parts {
    received: Received,
    pointer: String,
    content_type: Option<String>,
    reason: Reason,
}

/// Why a body cannot be read.
#[derive(Debug)]
pub(super) enum Reason {
    /// There is no body.
    Empty,
    /// It is no JSON, or not the JSON that was expected.
    Json(serde_json::Error),
    /// It is no UTF-8.
    Text(Utf8Error),
}

impl Undecodable {
    /// `content_type` is what the reply calls itself, where that is not what was expected.
    pub(super) fn new(received: Received, pointer: String, content_type: Option<String>, reason: Reason) -> Self {
        Self(Box::new(Parts { received, pointer, content_type, reason }))
    }

    /// The reply as it came.
    pub fn received(&self) -> &Received {
        &self.0.received
    }

    /// A JSON pointer to the value that is not as expected, or missing (`/resources/0/identifier`); empty where the
    /// body as a whole is meant.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// Why the body cannot be read.
    pub fn reason(&self) -> String {
        match &self.0.reason {
            Reason::Empty => "the body is empty".to_owned(),
            Reason::Json(error) => error.to_string(),
            Reason::Text(error) => error.to_string(),
        }
    }
}

impl fmt::Display for Undecodable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &*self.0;
        line::write_head(formatter, &parts.received)?;
        line::write_said(formatter, &parts.received)?;
        match (&parts.reason, &parts.content_type) {
            (Reason::Empty, _) => formatter.write_str(", but the body is empty")?,
            (_, None) => formatter.write_str(", but the body cannot be read")?,
            (_, Some(media)) => {
                write!(formatter, ", but the body is {}, which cannot be read", Excerpt(media))?;
            }
        }
        if !parts.pointer.is_empty() {
            write!(formatter, " at {}", parts.pointer)?;
        }
        match &parts.reason {
            Reason::Empty => {}
            Reason::Json(error) => write!(formatter, ": {error}")?,
            Reason::Text(error) => write!(formatter, ": {error}")?,
        }
        line::write_tail(formatter, &parts.received)
    }
}

impl StdError for Undecodable {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.reason {
            Reason::Empty => None,
            Reason::Json(error) => Some(error),
            Reason::Text(error) => Some(error),
        }
    }
}
