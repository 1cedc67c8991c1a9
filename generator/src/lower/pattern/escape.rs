//! Escapes: what follows a backslash.

use std::iter::Peekable;
use std::str::Chars;

use super::unusable::Unusable;

/// What an escape stands for.
pub(super) enum Atom {
    /// One character.
    Character(char),
    /// Members of a class, without its brackets.
    Set(&'static str),
    /// A Unicode property, which is written alike inside and outside of a class.
    Property(String),
}

/// `\s` is the white space and the line terminators of ECMA 262.
const SPACE: &str = r"\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";
const NOT_SPACE: &str =
    r"^\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}";

/// Reads an escape that means the same inside and outside of a class; the backslash is read already.
pub(super) fn escape(input: &mut Peekable<Chars<'_>>) -> Result<Atom, Unusable> {
    let Some(&character) = input.peek() else {
        return Err(Unusable::Invalid("it ends in a backslash".to_owned()));
    };
    if character == '0' {
        return Ok(Atom::Character(octal(input)));
    }
    input.next();
    Ok(match character {
        // ASCII alone, and so is `\w`.
        'd' => Atom::Set("0-9"),
        'D' => Atom::Set("^0-9"),
        'w' => Atom::Set("0-9A-Za-z_"),
        'W' => Atom::Set("^0-9A-Za-z_"),
        's' => Atom::Set(SPACE),
        'S' => Atom::Set(NOT_SPACE),
        't' => Atom::Character('\t'),
        'n' => Atom::Character('\n'),
        'r' => Atom::Character('\r'),
        'v' => Atom::Character('\u{B}'),
        'f' => Atom::Character('\u{C}'),
        'c' => control(input)?,
        'x' => {
            let code = hexadecimal(input, 2).and_then(char::from_u32);
            Atom::Character(code.ok_or_else(|| unknown('x'))?)
        }
        'u' => unicode(input)?,
        'p' | 'P' => property(character, input)?,
        // An identity escape. ECMA 262 with its `u` flag refuses those of letters, and they usually mean what
        // another dialect says (`\A`, `\z`), so to take them for the letter would refuse good values.
        other if other.is_ascii_alphanumeric() => return Err(unknown(other)),
        other => Atom::Character(other),
    })
}

fn unknown(character: char) -> Unusable {
    Unusable::Invalid(format!("`\\{character}` is not one of its escapes"))
}

fn control(input: &mut Peekable<Chars<'_>>) -> Result<Atom, Unusable> {
    match input.next_if(char::is_ascii_alphabetic) {
        Some(letter) => Ok(Atom::Character(char::from(letter as u8 % 32))),
        None => Err(unknown('c')),
    }
}

/// The four digits after `\u`, or the code point between its braces.
fn unicode(input: &mut Peekable<Chars<'_>>) -> Result<Atom, Unusable> {
    if input.next_if_eq(&'{').is_some() {
        let digits: String = std::iter::from_fn(|| input.next_if(char::is_ascii_hexdigit)).collect();
        let closed = input.next_if_eq(&'}').is_some();
        let code = u32::from_str_radix(&digits, 16).ok().filter(|_| closed);
        return scalar(code.ok_or_else(|| unknown('u'))?);
    }
    let unit = hexadecimal(input, 4).ok_or_else(|| unknown('u'))?;
    if (0xD800..0xDC00).contains(&unit) {
        let mut ahead = input.clone();
        if ahead.next() == Some('\\') && ahead.next() == Some('u') {
            let low = hexadecimal(&mut ahead, 4).filter(|low| (0xDC00..0xE000).contains(low));
            if let Some(low) = low {
                *input = ahead;
                return scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            }
        }
    }
    scalar(unit)
}

fn scalar(code: u32) -> Result<Atom, Unusable> {
    if (0xD800..0xE000).contains(&code) {
        return Err(Unusable::Unsupported("half of a surrogate pair".to_owned()));
    }
    char::from_u32(code).map(Atom::Character).ok_or_else(|| unknown('u'))
}

fn property(letter: char, input: &mut Peekable<Chars<'_>>) -> Result<Atom, Unusable> {
    if input.next_if_eq(&'{').is_none() {
        return Err(unknown(letter));
    }
    let part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '=');
    let name: String = std::iter::from_fn(|| input.next_if(part)).collect();
    if name.is_empty() || input.next_if_eq(&'}').is_none() {
        return Err(unknown(letter));
    }
    Ok(Atom::Property(format!("\\{letter}{{{name}}}")))
}

/// Exactly so many hexadecimal digits.
fn hexadecimal(input: &mut Peekable<Chars<'_>>, digits: usize) -> Option<u32> {
    let mut value = 0;
    for _ in 0..digits {
        value = value * 16 + input.next_if(char::is_ascii_hexdigit)?.to_digit(16)?;
    }
    Some(value)
}

/// A character by its octal code, at most `377` (Annex B). The first digit stands ready.
pub(super) fn octal(input: &mut Peekable<Chars<'_>>) -> char {
    let mut value = 0;
    for _ in 0..3 {
        let Some(digit) = input.peek().and_then(|character| character.to_digit(8)) else { break };
        if value * 8 + digit > 0o377 {
            break;
        }
        value = value * 8 + digit;
        input.next();
    }
    char::from_u32(value).unwrap_or_default()
}

/// The decimal number that stands ready.
pub(super) fn decimal(input: Peekable<Chars<'_>>) -> usize {
    let digits: String = input.take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(usize::MAX)
}

/// A character as itself, inside and outside of a class of the `regex` crate.
pub(super) fn literal(character: char) -> String {
    match character {
        '\\' | '.' | '+' | '*' | '?' | '(' | ')' | '|' | '[' | ']' | '{' | '}' | '^' | '$' | '#' | '&' | '-' | '~' => {
            format!("\\{character}")
        }
        '\n' => r"\n".to_owned(),
        '\r' => r"\r".to_owned(),
        '\t' => r"\t".to_owned(),
        ' ' => " ".to_owned(),
        other if other.is_control() || other.is_whitespace() || other == '\u{FEFF}' => {
            format!("\\u{{{:X}}}", u32::from(other))
        }
        other => other.to_string(),
    }
}
