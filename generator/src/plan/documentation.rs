//! The docs of items: the document's words first, then the facts that belong to them.

use super::Context;
use super::prose::is_invisible;
use crate::api::{Docs, Type};
use crate::rust::Documentation;

/// Docs under construction: paragraphs, in order.
#[derive(Debug, Default)]
pub(super) struct Paragraphs(Vec<Documentation>);

impl Paragraphs {
    /// Adds a paragraph.
    pub(super) fn push(&mut self, paragraph: Documentation) {
        if !paragraph.0.is_empty() {
            self.0.push(paragraph);
        }
    }

    /// Adds a paragraph of one line.
    pub(super) fn line(&mut self, line: impl Into<String>) {
        self.push(Documentation(vec![line.into()]));
    }

    /// Adds a paragraph of several lines.
    pub(super) fn lines(&mut self, lines: impl IntoIterator<Item = impl Into<String>>) {
        self.push(Documentation(lines.into_iter().map(Into::into).collect()));
    }

    /// The paragraphs, an empty line between each.
    pub(super) fn finish(self) -> Documentation {
        let mut lines = Vec::new();
        for paragraph in self.0 {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(paragraph.0);
        }
        Documentation(lines)
    }
}

impl Context<'_> {
    /// The words of the document on a thing; `fallback` where it has none.
    pub(super) fn words(&self, docs: &Docs, fallback: &str) -> Paragraphs {
        let mut paragraphs = Paragraphs::default();
        let summary = docs.summary.as_deref().map(|summary| self.prose.phrase(summary)).filter(|text| !text.is_empty());
        let description = docs.description.as_deref().map(|text| self.prose.lines(text)).unwrap_or_default();
        if let Some(summary) = summary.filter(|summary| description.0.first() != Some(summary)) {
            paragraphs.line(summary);
        }
        paragraphs.push(description);
        if paragraphs.0.is_empty() {
            paragraphs.line(fallback);
        }
        if let Some((url, description)) = &docs.external {
            let label = description.as_deref().map_or_else(|| "See also".to_owned(), |text| self.prose.phrase(text));
            paragraphs.push(self.prose.lines(&format!("{label}: <{url}>")));
        }
        paragraphs
    }

    /// The words of a place, or else those of the type that stands there.
    pub(super) fn words_or(&self, docs: &Docs, ty: &Type, fallback: &str) -> Paragraphs {
        let silent = docs.summary.is_none() && docs.description.is_none();
        let mut paragraphs = self.words(if silent { &ty.docs } else { docs }, fallback);
        if let Some(example) = docs.example.as_ref().or(ty.docs.example.as_ref()) {
            paragraphs.line(format!("Example: {}", code(example)));
        }
        paragraphs
    }
}

/// A text as inline code; a long one is cut.
pub(super) fn code(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => whole_code(&format!("{}…", &text[..end])),
        None => whole_code(text),
    }
}

/// A text as inline code, however long.
pub(super) fn whole_code(text: &str) -> String {
    let mut line = String::new();
    for character in text.chars() {
        match character {
            control if control.is_control() => line.push(' '),
            hidden if is_invisible(hidden) => line.extend(hidden.escape_unicode()),
            other => line.push(other),
        }
    }
    let longest = line.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    match (line.trim().is_empty(), longest) {
        (true, _) => "(empty)".to_owned(),
        (false, 0) => format!("{fence}{line}{fence}"),
        (false, _) => format!("{fence} {line} {fence}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_one_line_that_turns_nothing_around() {
        assert_eq!(code("a\nb"), "`a b`");
        assert_eq!(code("a\u{202e}b"), r"`a\u{202e}b`");
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code("\u{0}"), "(empty)");
    }
}
