//! The line of a span, cut to what fits a terminal.

use crate::source::Span;

/// How many characters of a line are shown.
const WIDTH: usize = 110;
/// How many of them stand before the span in a line that is cut.
const BEFORE: usize = 40;

/// What is shown of a line.
pub(super) struct Excerpt {
    /// The line, or the part of it around the span.
    pub(super) line: String,
    /// How many characters stand before the span.
    pub(super) indent: usize,
    /// How many characters of the span are in the line, at least 1.
    pub(super) width: usize,
}

/// The line in which a span begins.
pub(super) fn excerpt(text: &str, span: Span) -> Excerpt {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.start..]
        .find('\n')
        .map_or(text.len(), |at| span.start + at);
    let column = text[start..span.start]
        .trim_start_matches('\u{feff}')
        .chars()
        .count();
    let spanned = text[span.start..span.end.min(end)]
        .trim_end()
        .chars()
        .count();
    let line = text[start..end].trim_start_matches('\u{feff}').trim_end();
    let length = line.chars().count();
    let first = if length <= WIDTH {
        0
    } else {
        column.saturating_sub(BEFORE)
    };
    let mut shown: String = line.chars().skip(first).take(WIDTH).map(visible).collect();
    if first + WIDTH < length {
        shown.push('…');
    }
    let mut indent = column - first;
    if first > 0 {
        shown.insert(0, '…');
        indent += 1;
    }
    Excerpt {
        line: shown,
        indent,
        width: spanned.clamp(1, WIDTH - (column - first).min(WIDTH - 1)),
    }
}

/// One column for one character, and no control character that takes effect.
fn visible(character: char) -> char {
    if character == '\t' {
        ' '
    } else if character.is_control() {
        '\u{fffd}'
    } else {
        character
    }
}
