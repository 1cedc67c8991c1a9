//! Patterns of a document, ready to be held against text.

use std::sync::OnceLock;

use regex::Regex;

/// A pattern that the document states, in its own words (ECMA 262) and in those of the `regex` crate.
///
/// It is compiled when it is first needed, once, and is meant to stand in a `static`.
#[derive(Debug)]
pub struct Pattern {
    ecma: &'static str,
    regex: &'static str,
    compiled: OnceLock<Result<Regex, String>>,
}

impl Pattern {
    /// `ecma` is shown to people, `regex` is what text is held against; the generator has translated one to the other.
    pub const fn new(ecma: &'static str, regex: &'static str) -> Self {
        Self { ecma, regex, compiled: OnceLock::new() }
    }

    /// The pattern in the document's words.
    pub const fn as_str(&self) -> &'static str {
        self.ecma
    }

    /// Whether some part of the text matches. A pattern without `^` and `$` may match anywhere, as `OpenAPI` has it.
    ///
    /// # Errors
    ///
    /// Why the translated pattern could not be compiled. The generator compiles each pattern before it writes it, so
    /// this is a bug of the generator or a `regex` crate much older than its own.
    pub fn is_match(&self, text: &str) -> Result<bool, &str> {
        match self.compiled.get_or_init(|| Regex::new(self.regex).map_err(|error| error.to_string())) {
            Ok(regex) => Ok(regex.is_match(text)),
            Err(reason) => Err(reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    static REQUEST_ID: Pattern = Pattern::new("^[A-Za-z0-9_-]+$", r"^[A-Za-z0-9_\-]+$");
    static BROKEN: Pattern = Pattern::new("(?<=a)b", "(?<=a)b");

    #[test]
    fn text_is_held_against_the_translation() {
        assert_eq!(REQUEST_ID.is_match("ticket-4711"), Ok(true));
        assert_eq!(REQUEST_ID.is_match("ticket 4711"), Ok(false));
        assert_eq!(REQUEST_ID.as_str(), "^[A-Za-z0-9_-]+$");
    }

    #[test]
    fn a_pattern_that_does_not_compile_says_why() {
        assert!(BROKEN.is_match("ab").unwrap_err().contains("look-around"));
    }
}
