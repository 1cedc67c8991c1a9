//! The docs of items: the document's words first, then the facts that belong to them.

use std::collections::BTreeSet;

use super::Context;
use crate::api::{Docs, Example, Shape, Type, TypeId};
use crate::character::turns_around;
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

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
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
        if paragraphs.0.is_empty() && !fallback.is_empty() {
            paragraphs.line(fallback);
        }
        if let Some((url, description)) = &docs.external {
            let label = description.as_deref().map_or_else(|| "See also".to_owned(), |text| self.prose.phrase(text));
            paragraphs.push(self.prose.lines(&format!("{label}: <{url}>")));
        }
        self.examples(&docs.examples, &mut paragraphs);
        paragraphs
    }

    fn examples(&self, examples: &[Example], docs: &mut Paragraphs) {
        let line = |example: &Example| {
            let words = example.words.as_deref().map(|words| {
                let sentences = words.split("\n\n").map(|part| part.trim().trim_end_matches('.'));
                format!("({})", self.prose.phrase(&sentences.collect::<Vec<_>>().join(". ")))
            });
            let label = [example.name.as_deref().map(code), words].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let value = example.value.as_deref().map(code);
            [Some(label), value].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
        };
        match examples {
            [] => {}
            [one] => docs.line(format!("Example: {}", line(one))),
            several => {
                docs.line("Examples:");
                docs.lines(several.iter().map(|example| format!("- {}", line(example))));
            }
        }
    }

    /// The words on a body that has no item of its own to say them: a list, a map, a scalar.
    pub(super) fn body_words(&self, id: TypeId, docs: &mut Paragraphs) {
        if !self.names.types.contains_key(&id) {
            docs.push(self.value_words(id).finish());
            self.inner_words(id, docs);
        }
    }

    /// The words on a value that has no item of its own. Where null or a value may stand, they stand at the value.
    fn value_words(&self, id: TypeId) -> Paragraphs {
        let (outer, value) = (&self.api.types[id], &self.api.types[self.without_null(id).0]);
        let said = if outer.docs == Docs::default() { &value.docs } else { &outer.docs };
        let mut words = self.words(said, "");
        if outer.deprecated {
            words.line("Deprecated.");
        }
        if let Some(format) = outer.format.as_ref().or(value.format.as_ref()) {
            words.line(format!("Format: {}.", code(format)));
        }
        if let Some(default) = outer.default.as_ref().or(value.default.as_ref()) {
            words.line(format!("Default: {}.", code(&default.to_json())));
        }
        words
    }

    /// The words on what is inside a list or a map, where that has no item of its own to say them.
    pub(super) fn inner_words(&self, id: TypeId, docs: &mut Paragraphs) {
        self.words_within(id, docs, &mut BTreeSet::new());
    }

    fn words_within(&self, id: TypeId, docs: &mut Paragraphs, seen: &mut BTreeSet<TypeId>) {
        if !seen.insert(id) {
            return;
        }
        let (id, _) = self.without_null(id);
        let inside = match &self.api.types[self.behind(id)].shape {
            Shape::List(list) => vec![("Each item", list.items)],
            Shape::Map(map) => {
                let keys = map.keys.map(|keys| ("Each key", keys));
                keys.into_iter().chain([("Each value", map.values)]).collect()
            }
            _ => Vec::new(),
        };
        for (label, inner) in inside {
            if self.names.types.contains_key(&inner) || self.api.types[inner].is_declared() {
                continue;
            }
            let words = self.value_words(inner).finish();
            if words.0.first().is_some_and(|first| !first.is_empty()) {
                docs.push(labelled(label, words));
            }
            self.words_within(inner, docs, seen);
        }
    }

    /// The words of a place, or else those of the type that stands there.
    pub(super) fn words_or(&self, docs: &Docs, ty: &Type, fallback: &str) -> Paragraphs {
        let silent = docs.summary.is_none() && docs.description.is_none();
        let words = if silent { &ty.docs } else { docs };
        let examples = if docs.examples.is_empty() { &ty.docs.examples } else { &docs.examples };
        let external = docs.external.as_ref().or(words.external.as_ref());
        self.words(&Docs { external: external.cloned(), examples: examples.clone(), ..words.clone() }, fallback)
    }
}

/// Words behind what they are about: on its line, unless a block begins there that would be none behind other words.
pub(super) fn labelled(label: &str, words: Documentation) -> Documentation {
    let mut lines = words.0;
    let Some(first) = lines.first_mut() else { return Documentation(lines) };
    let is_code = first.starts_with('`') && !first.starts_with("``");
    if is_code || first.starts_with(char::is_alphabetic) {
        *first = format!("{label}: {first}");
    } else {
        lines.splice(0..0, [format!("{label}:"), String::new()]);
    }
    Documentation(lines)
}

/// A text as inline code; a long one is cut.
pub(super) fn code(text: &str) -> String {
    match text.char_indices().nth(Example::SHOWN) {
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
            hidden if turns_around(hidden) => line.extend(hidden.escape_unicode()),
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
