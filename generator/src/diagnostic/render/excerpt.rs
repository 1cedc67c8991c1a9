//! The line of a span, cut to what fits a terminal.

use crate::character::turns_around;
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

/// The line in which a span begins, or the part of it around the span where it is long.
pub(super) fn excerpt(text: &str, span: Span) -> Excerpt {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    let spanned = text[span.start..span.end.min(end)].trim_end().chars().take(WIDTH).count();
    let is_long = end - start > WIDTH;
    // From the span backwards, so that the length of a line of megabytes does not matter.
    let before = text[start..span.start].char_indices().rev();
    let first = if is_long { before.take(BEFORE).last().map_or(span.start, |(at, _)| start + at) } else { start };
    let indent = text[first..span.start].chars().filter(|character| *character != BYTE_ORDER_MARK).count();
    let mut rest = text[first..end].trim_end().chars().filter(|character| *character != BYTE_ORDER_MARK);
    let mut line: String = rest.by_ref().take(WIDTH).map(visible).collect();
    if rest.next().is_some() {
        line.push('…');
    }
    let is_cut = first > start;
    if is_cut {
        line.insert(0, '…');
    }
    let room = WIDTH.saturating_sub(indent).max(1);
    Excerpt { line, indent: indent + usize::from(is_cut), width: spanned.clamp(1, room) }
}

/// What may stand before a text, and takes no column.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// One column for one character, and none that takes effect.
fn visible(character: char) -> char {
    if character == '\t' {
        ' '
    } else if character.is_control() || turns_around(character) {
        '\u{fffd}'
    } else {
        character
    }
}
