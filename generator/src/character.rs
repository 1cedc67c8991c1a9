//! Characters that do something instead of being seen.

use std::fmt::Write;

/// Whether a character turns the direction of text around, or hides at its start. rustc refuses these in comments, and a
/// terminal obeys them.
pub(crate) fn turns_around(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text as a basic string of TOML.
pub(crate) fn toml_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            acting if acting.is_control() || turns_around(acting) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(acting));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::toml_string;

    #[test]
    fn a_text_comes_back_from_toml() {
        for text in ["", "a\"\\\n\r\t", "\u{0}\u{7f}\u{9b}\u{202e}\u{e9}e\u{301}"] {
            let document = format!("a = {}", toml_string(text));
            let table = toml::de::DeTable::parse(&document).expect("it is TOML");
            assert_eq!(table.get_ref().get("a").and_then(|value| value.get_ref().as_str()), Some(text), "{document}");
        }
    }
}
