//! From the words of the wire to identifiers of Rust.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use unicode_normalization::UnicodeNormalization;
use unicode_security::GeneralSecurityProfile;

use crate::reserved::{is_device, is_keyword};

/// How an identifier is spelled: its usage decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `WorkRequest`: a type.
    Type,
    /// `InProgress`: a variant.
    Variant,
    /// `work_request`: a field, parameter or function.
    Value,
    /// `work_request`: a module, which is also a file.
    Module,
    /// `WORK_REQUEST`: a constant or a static.
    Constant,
}

/// FNV-1a: short, and the same on every machine and in every release.
pub(super) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The longest identifier: file systems take 255 bytes, and a suffix and `.rs` must fit.
const LONGEST: usize = 120;

/// Spells the words of the wire as an identifier of this case.
pub(super) fn spell(wire: &str, case: Case) -> String {
    let words = words(wire, case);
    let mut text = match case {
        Case::Type | Case::Variant => normal(&words.to_upper_camel_case()),
        Case::Value | Case::Module => normal(&words.to_snake_case()),
        Case::Constant => shouted(&words),
    };
    if text.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text = format!("{}{:08x}", text[..end].trim_end_matches('_'), fingerprint(wire) >> 32);
    }
    escape(text, case)
}

/// The same words as a constant.
pub(super) fn shouted(words: &str) -> String {
    normal(&words.to_shouty_snake_case())
}

/// The text as rustc compares identifiers, which is in normal form C.
fn normal(text: &str) -> String {
    text.nfc().collect()
}

/// The words of a name: signs that tell names apart are spelled out where no letter or digit does.
fn words(wire: &str, case: Case) -> String {
    let mut text = String::with_capacity(wire.len());
    // What looks like a letter is that letter: the ligature U+FB01 is `fi`.
    for character in wire.nfkc() {
        if is_usable(character, case) {
            text.push(character);
        } else if unicode_ident::is_xid_continue(character) {
            text.extend([' '].into_iter().chain(sign(character).chars()).chain([' ']));
        } else {
            text.push(' ');
        }
    }
    if text.trim_matches([' ', '_']).is_empty() {
        let spelled: Vec<String> = wire.chars().take(8).map(sign).collect();
        return if spelled.is_empty() { "empty".to_owned() } else { spelled.join(" ") };
    }
    match wire.as_bytes() {
        [b'+', b'0'..=b'9', ..] => text.insert_str(0, "plus "),
        [b'-', b'0'..=b'9', ..] => text.insert_str(0, "minus "),
        _ => {}
    }
    text
}

/// Whether a character can stand in an identifier that rustc takes without a warning.
fn is_usable(character: char, case: Case) -> bool {
    if character.is_ascii() {
        return unicode_ident::is_xid_continue(character);
    }
    // A module is a file, whose name rustc wants in ASCII. A letter that is of a case and has no other fits no style.
    let uncased = (character.is_lowercase() && character.to_uppercase().eq([character]))
        || (character.is_uppercase() && character.to_lowercase().eq([character]));
    case != Case::Module
        && unicode_ident::is_xid_continue(character)
        && GeneralSecurityProfile::identifier_allowed(character)
        && !uncased
}

fn sign(character: char) -> String {
    let name = match character {
        '*' => "asterisk",
        '+' => "plus",
        '-' => "minus",
        '=' => "equal",
        '!' => "not",
        '<' => "less",
        '>' => "greater",
        '~' => "tilde",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '$' => "dollar",
        '#' => "hash",
        '@' => "at",
        '?' => "question",
        '^' => "caret",
        '_' => "underscore",
        ' ' => "space",
        '"' => "quote",
        '\'' => "apostrophe",
        '(' => "open",
        ')' => "close",
        '[' | '{' => "left",
        ']' | '}' => "right",
        other => return format!("u{:04x}", u32::from(other)),
    };
    name.to_owned()
}

pub(super) fn escape(text: String, case: Case) -> String {
    let text = match (is_identifier(&text), case) {
        (true, _) => text,
        (false, Case::Type | Case::Variant | Case::Constant) => format!("N{text}"),
        (false, Case::Value | Case::Module) => format!("n{text}"),
    };
    match (text.as_str(), case) {
        ("self" | "Self" | "super" | "crate" | "_", _) => format!("{text}_"),
        (word, Case::Value) if is_keyword(word) => format!("r#{word}"),
        (word, Case::Module) if is_keyword(word) || is_device(word) => format!("{word}_"),
        _ => text,
    }
}

pub(super) fn is_identifier(word: &str) -> bool {
    word.starts_with(|first: char| unicode_ident::is_xid_start(first) || first == '_')
        && word.chars().all(unicode_ident::is_xid_continue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(case: Case, wire: &str, expected: &str) {
        assert_eq!(spell(wire, case), expected);
    }

    #[test]
    fn letters_of_any_script_stay() {
        check(Case::Type, "stra\u{df}e", "Stra\u{df}e");
        check(Case::Value, "gr\u{f6}\u{df}e", "gr\u{f6}\u{df}e");
        check(Case::Type, "\u{65e5}\u{672c}", "\u{65e5}\u{672c}");
    }

    #[test]
    fn a_module_is_ascii() {
        check(Case::Module, "stra\u{df}e", "stra_u00df_e");
        check(Case::Module, "\u{65e5}\u{672c}", "u65e5_u672c");
    }

    #[test]
    fn one_letter_is_one_name_however_it_is_encoded() {
        check(Case::Type, "e\u{301}", "\u{c9}");
        check(Case::Type, "\u{e9}", "\u{c9}");
        check(Case::Value, "\u{1d4b3}", "x");
        check(Case::Variant, "\u{2167}", "Viii");
        check(Case::Value, "\u{fb01}", "fi");
    }

    #[test]
    fn what_rustc_warns_of_is_spelled_out() {
        check(Case::Type, "\u{138}", "U0138");
        check(Case::Value, "a\u{13a0}", "a_u13a0");
    }
}
