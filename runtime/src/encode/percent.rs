//! Percent-encoding, with one set of characters for values everywhere.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is encoded in values: all but the unreserved characters of RFC 3986.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is encoded in the literal parts of a path: what cannot stand there. `%` can, before two digits; the document
/// has encoded its own.
const LITERAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'#')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']');

/// Whether a value stands for itself.
pub(super) fn is_unreserved(value: &str) -> bool {
    let is_reserved = |byte: u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'.' | b'_' | b'~');
    // To look at all of them goes faster than to stop at the first.
    !value.bytes().fold(false, |found, byte| found | is_reserved(byte))
}

/// A value: `/`, `%` and the rest become `%XX`, in upper case, byte by byte of its UTF-8.
pub(crate) fn encoded(value: &str) -> impl Iterator<Item = &str> {
    utf8_percent_encode(value, VALUE)
}

/// A part of a path as the document writes it.
pub(super) fn literal(text: &str) -> impl Iterator<Item = &str> {
    utf8_percent_encode(text, LITERAL)
}

#[cfg(test)]
mod tests {
    use super::{encoded, is_unreserved, literal};

    #[test]
    fn values_keep_only_what_is_unreserved() {
        for (value, on_the_wire) in [
            ("a/b", "a%2Fb"),
            ("%2e%2e", "%252e%252e"),
            ("../secrets", "..%2Fsecrets"),
            ("AZaz09-._~", "AZaz09-._~"),
            ("a b+c&d=e", "a%20b%2Bc%26d%3De"),
            ("ä", "%C3%A4"),
        ] {
            assert_eq!(encoded(value).collect::<String>(), on_the_wire);
            assert_eq!(is_unreserved(value), value == on_the_wire, "{value}");
        }
    }

    #[test]
    fn literals_keep_what_a_path_may_hold() {
        assert_eq!(literal("/a%20b/c:d@e/{f}?").collect::<String>(), "/a%20b/c:d@e/%7Bf%7D%3F");
    }
}
