//! From the words of the wire to identifiers of Rust.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

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
    let words = if case == Case::Module { words(&ascii(wire)) } else { words(wire) };
    let mut text = match case {
        Case::Type | Case::Variant => words.to_upper_camel_case(),
        Case::Value | Case::Module => words.to_snake_case(),
        Case::Constant => words.to_shouty_snake_case(),
    };
    if text.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text = format!("{}{:08x}", text[..end].trim_end_matches('_'), fingerprint(wire) >> 32);
    }
    escape(text, case)
}

/// The words of a name: signs that tell names apart are spelled out where no letter or digit does.
fn words(wire: &str) -> String {
    let mut text: String =
        wire.chars().map(|character| if unicode_ident::is_xid_continue(character) { character } else { ' ' }).collect();
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

/// Letters beyond ASCII spelled out: Rust finds no file for a module that has one in its name.
fn ascii(wire: &str) -> String {
    wire.chars()
        .map(|letter| {
            if letter.is_alphanumeric() && !letter.is_ascii() {
                format!(" {} ", sign(letter))
            } else {
                letter.to_string()
            }
        })
        .collect()
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

pub(super) fn is_keyword(word: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
        "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
        "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type",
        "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.binary_search(&word).is_ok()
}

/// File names that Windows keeps for its devices.
fn is_device(word: &str) -> bool {
    let numbered = word.strip_prefix("com").or_else(|| word.strip_prefix("lpt"));
    matches!(word, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
}
