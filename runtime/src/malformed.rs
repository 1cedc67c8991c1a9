//! The error of reading a scalar from text that does not have its form.

use std::fmt;

/// How much of a text an error message shows, in characters.
const SHOWN: usize = 64;

/// Text that does not have the form which its type asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    expected: &'static str,
    found: String,
}

impl Malformed {
    pub(crate) fn new(expected: &'static str, found: &str) -> Self {
        Self { expected, found: found.to_owned() }
    }

    /// The form that was asked for.
    pub fn expected(&self) -> &'static str {
        self.expected
    }

    /// The text as it was given.
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} is not {}", Excerpt(&self.found), self.expected)
    }
}

impl std::error::Error for Malformed {}

/// A text for a message: quoted, on one line, cut where it grows long.
pub(crate) struct Excerpt<'text>(pub(crate) &'text str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(SHOWN) {
            None => write!(formatter, "{:?}", self.0),
            Some((end, _)) => write!(formatter, "{:?} … ({} characters)", &self.0[..end], self.0.chars().count()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, Malformed};

    #[test]
    fn a_message_stays_on_one_line_and_short() {
        assert_eq!(Malformed::new("a full-date", "a\nb").to_string(), r#""a\nb" is not a full-date"#);
        assert!(Excerpt(&"ä".repeat(65)).to_string().ends_with("ä\" … (65 characters)"));
    }
}
