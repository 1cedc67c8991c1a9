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

impl Reason {
    /// What the library that read it says.
    fn error(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Empty => None,
            Self::Json(error) => Some(error),
            Self::Text(error) => Some(error),
        }
    }
}

/// How much of a body that is something else is shown, in bytes.
const SHOWN: usize = 100;

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
        match (self.0.coding(), self.0.reason.error()) {
            (Some(coding), Some(_)) => format!("the body is encoded as {coding}, which nobody asked for"),
            (None, Some(error)) => error.to_string(),
            (_, None) => "the body is empty".to_owned(),
        }
    }
}

impl Parts {
    /// What the body is encoded as. The client decodes nothing, and never says that it would.
    fn coding(&self) -> Option<Excerpt<'_>> {
        let coding = self.received.header_text("content-encoding")?.trim();
        (!coding.is_empty() && !coding.eq_ignore_ascii_case("identity")).then_some(Excerpt(coding))
    }

    /// Why the body cannot be read, behind `, but the body `.
    fn write_why(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.received.body();
        let Some(error) = self.reason.error() else {
            return formatter.write_str("is empty");
        };
        if let Some(coding) = self.coding() {
            return write!(formatter, "is encoded as {coding}, which nobody asked for, and cannot be read");
        }
        let media = self.content_type.as_deref().map(Excerpt);
        // What is JSON may be confidential; what is none is mostly a page of somebody else, who says there what is wrong.
        if self.is_no_json() {
            return match media {
                Some(media) => write!(formatter, "is {media}, no JSON: {}", Beginning(body)),
                None => write!(formatter, "is no JSON: {}", Beginning(body)),
            };
        }
        match media {
            Some(media) => write!(formatter, "is {media}, which cannot be read")?,
            None if matches!(&self.reason, Reason::Json(error) if error.is_eof()) => {
                write!(formatter, "ends too early, after {} bytes", body.len())?;
            }
            None => formatter.write_str("cannot be read")?,
        }
        if !self.pointer.is_empty() {
            formatter.write_str(" at ")?;
            line::write_text(formatter, &self.pointer)?;
        }
        formatter.write_str(": ")?;
        line::write_text(formatter, &error.to_string())
    }

    /// Whether the body does not even begin as an object or a list would, where JSON was expected.
    fn is_no_json(&self) -> bool {
        let begins = matches!(self.received.body().trim_ascii_start().first(), Some(b'{' | b'['));
        matches!(&self.reason, Reason::Json(error) if !error.is_data() && !begins)
    }
}

/// The beginning of a body, quoted, on one line.
struct Beginning<'b>(&'b [u8]);

impl fmt::Display for Beginning<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(beginning) = self.0.get(..SHOWN) else {
            return write!(formatter, "{:?}", String::from_utf8_lossy(self.0));
        };
        // A character may have been cut, too.
        let beginning = String::from_utf8_lossy(beginning);
        write!(formatter, "{:?} … ({} bytes)", beginning.trim_end_matches('\u{FFFD}'), self.0.len())
    }
}

impl fmt::Display for Undecodable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &*self.0;
        line::write_head(formatter, &parts.received)?;
        line::write_said(formatter, &parts.received)?;
        formatter.write_str(", but the body ")?;
        parts.write_why(formatter)?;
        line::write_tail(formatter, &parts.received)
    }
}

impl StdError for Undecodable {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.reason.error()
    }
}
