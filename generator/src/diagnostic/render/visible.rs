//! Texts of the document on a terminal: nothing in them takes effect there, and each character has its columns.

use unicode_width::UnicodeWidthChar;

/// A text in one line, in which nothing takes effect.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The character, or what is shown in its place where it would take effect, or not be seen.
pub(super) fn visible(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' => ' ',
        _ if character.is_control() || is_format(character) => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

/// How many columns of a terminal a visible character takes: two for an ideograph, none for an accent on its own.
pub(super) fn columns(character: char) -> usize {
    visible(character).width().unwrap_or(1)
}

/// Characters that turn the direction of a text, break a line, or have no width.
fn is_format(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}
