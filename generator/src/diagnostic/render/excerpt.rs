//! The line of a span, cut to what fits a terminal.

use super::visible::{columns, visible};
use crate::source::Span;

/// How many columns of a line are shown.
const WIDTH: usize = 110;
/// How many of them stand before the span in a line that is cut.
const BEFORE: usize = 40;

/// What is shown of a line.
pub(super) struct Excerpt {
    /// The line, or the part of it around the span.
    pub(super) line: String,
    /// How many columns stand before the span.
    pub(super) indent: usize,
    /// How many columns of the span are in the line, at least 1.
    pub(super) width: usize,
}

/// The line in which a span begins, or the part of it around the span where it is long.
///
/// What it takes does not grow with the line, which may be one of megabytes, but for the search for its ends.
pub(super) fn excerpt(text: &str, span: Span) -> Excerpt {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    let last = if span.end > span.start { span.end.min(end) } else { end_of_word(text, span.start) };
    let spanned: usize = shown(&text[span.start..last]).take(WIDTH).map(columns).sum();
    let first = if is_long(&text[start..end]) { cut(text, start, span.start) } else { start };
    let indent: usize = shown_from_start(&text[first..span.start]).map(columns).sum();
    let mut line: String = shown_from_start(&text[first..span.start]).map(visible).collect();
    let mut room = WIDTH.saturating_sub(indent);
    for character in shown(&text[span.start..end]) {
        let Some(left) = room.checked_sub(columns(character)) else {
            line.push('…');
            break;
        };
        room = left;
        line.push(visible(character));
    }
    let is_cut = first > start;
    if is_cut {
        line.insert(0, '…');
    }
    let width = spanned.clamp(1, WIDTH.saturating_sub(indent).max(1));
    Excerpt { line: line.trim_end().to_owned(), indent: indent + usize::from(is_cut), width }
}

/// The end of the word that begins at a byte, which is all that is known of some places.
fn end_of_word(text: &str, start: usize) -> usize {
    let is_part = |character: char| character.is_alphanumeric() || character == '-' || character == '_';
    let word = text[start..].char_indices().take(WIDTH).take_while(|(_, character)| is_part(*character));
    word.last().map_or(start, |(at, character)| start + at + character.len_utf8())
}

fn is_long(line: &str) -> bool {
    shown(line).take(WIDTH + 1).map(columns).sum::<usize>() > WIDTH
}

/// The byte from which on a line is shown: backwards from its span.
fn cut(text: &str, start: usize, span: usize) -> usize {
    let mut first = span;
    let mut room = BEFORE;
    for (at, character) in text[start..span].char_indices().rev() {
        let Some(left) = room.checked_sub(columns(character)) else { break };
        (room, first) = (left, start + at);
    }
    first
}

/// The characters of a part of a line up to its end, where nothing is to be seen.
fn shown(text: &str) -> impl Iterator<Item = char> + '_ {
    shown_from_start(text.trim_end())
}

/// The characters of a part of a line. What may stand before a text takes no column.
fn shown_from_start(text: &str) -> impl Iterator<Item = char> + '_ {
    text.strip_prefix('\u{feff}').unwrap_or(text).chars()
}
