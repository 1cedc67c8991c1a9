//! Texts of others in messages.

use std::fmt::{self, Write};

/// A text of somebody else for a message: what would break its line or turn it around becomes a space.
pub(crate) struct OneLine<'text>(pub(crate) &'text str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| formatter.write_char(if breaks(character) { ' ' } else { character }))
    }
}

/// Control characters, the line breaks of Unicode, and the marks that change the direction of what follows.
fn breaks(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_a_line_or_turns_it_around_is_a_space() {
        assert_eq!(OneLine("a\u{1b}[2J\u{2028}b\u{202E}c\u{85}d\u{2066}é").to_string(), "a [2J b c d é");
    }
}
