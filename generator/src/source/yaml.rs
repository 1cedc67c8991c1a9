//! The events of a YAML text, with their byte ranges.

use std::borrow::Cow;
use std::ops::Range;

use saphyr_parser::{Event as YamlEvent, Parser, Span, Tag};

use super::event::Event;

/// Says what the first document of a YAML text holds, as far as it can be read.
pub(super) fn events<'text>(text: &'text str, sink: &mut dyn FnMut(Event<'text>)) {
    let mut bytes = Bytes { text, ascii: text.is_ascii(), character: 0, byte: 0 };
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - body.len();
    bytes.text = body;
    let body = without_tabs(body);
    for event in Parser::new_from_str(&body) {
        let Ok((event, span)) = event else { return };
        let start = bytes.of(span.start.index()) + skipped;
        match event {
            YamlEvent::Scalar(value, _, _, tag) => {
                tagged(tag.as_deref(), start, sink);
                let end = bytes.end_of(&span) + skipped;
                let written = text.get(start..end).filter(|written| *written == value);
                sink(Event::Scalar(start..end, written.map_or_else(|| Cow::Owned(value.into_owned()), Cow::Borrowed)));
            }
            YamlEvent::Alias(_) => {
                let end = bytes.end_of(&span) + skipped;
                sink(Event::Scalar(start..end, Cow::Borrowed("")));
            }
            YamlEvent::SequenceStart(_, tag) => {
                tagged(tag.as_deref(), start, sink);
                sink(Event::List(opening(start)));
            }
            YamlEvent::MappingStart(_, tag) => {
                tagged(tag.as_deref(), start, sink);
                sink(Event::Map(opening(start)));
            }
            YamlEvent::SequenceEnd | YamlEvent::MappingEnd => sink(Event::End),
            YamlEvent::DocumentEnd => return,
            YamlEvent::Nothing | YamlEvent::StreamStart | YamlEvent::StreamEnd | YamlEvent::DocumentStart(_) => {}
        }
    }
}

/// The same text, byte for byte, with a space for each tab behind the colon of a key: this parser refuses such tabs, and the
/// one that reads the document does not.
fn without_tabs(text: &str) -> Cow<'_, str> {
    if !text.contains(":\t") {
        return Cow::Borrowed(text);
    }
    let mut behind = false;
    let replace = |character: char| {
        behind = character == ':' || behind && character == '\t';
        if behind && character == '\t' { ' ' } else { character }
    };
    Cow::Owned(text.chars().map(replace).collect())
}

/// Where a collection begins: its first key, its first dash, or its bracket.
fn opening(start: usize) -> Range<usize> {
    start..start
}

fn tagged<'text>(tag: Option<&Tag>, start: usize, sink: &mut dyn FnMut(Event<'text>)) {
    if let Some(tag) = tag.filter(|tag| !tag.is_yaml_core_schema()) {
        sink(Event::Tag(start..start, tag.to_string()));
    }
}

/// Turns positions in characters into positions in bytes, cheapest where they grow.
struct Bytes<'text> {
    text: &'text str,
    ascii: bool,
    character: usize,
    byte: usize,
}

impl Bytes<'_> {
    fn of(&mut self, index: usize) -> usize {
        if self.ascii {
            return index.min(self.text.len());
        }
        if index < self.character {
            self.character = 0;
            self.byte = 0;
        }
        let rest = &self.text[self.byte..];
        let step = rest.char_indices().nth(index - self.character).map_or(rest.len(), |(byte, _)| byte);
        self.character = index;
        self.byte += step;
        self.byte
    }

    /// The end of a span, read from its start so that the next position is not behind the last one.
    fn end_of(&mut self, span: &Span) -> usize {
        let before = (self.character, self.byte);
        let end = self.of(span.end.index());
        (self.character, self.byte) = before;
        end
    }
}
