//! The events of a JSON text, with their byte ranges.

use std::borrow::Cow;

use super::event::Event;

/// Says what a valid JSON text holds.
pub(super) fn events<'text>(text: &'text str, sink: &mut dyn FnMut(Event<'text>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        match byte {
            b'{' => sink(Event::Map(start..start + 1)),
            b'[' => sink(Event::List(start..start + 1)),
            b'}' | b']' => sink(Event::End),
            b'"' => {
                at = end_of_string(bytes, start);
                sink(Event::Scalar(start..at, decoded(&text[start..at])));
                continue;
            }
            b'-' | b'0'..=b'9' | b'a'..=b'z' => {
                while bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)) {
                    at += 1;
                }
                sink(Event::Scalar(start..at, Cow::Borrowed(&text[start..at])));
                continue;
            }
            _ => {}
        }
        at += 1;
    }
}

/// The byte after the closing quote of the string that begins at `start`.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// What a quoted string says.
fn decoded(quoted: &str) -> Cow<'_, str> {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(quoted);
    if inner.contains('\\') {
        serde_json::from_str::<String>(quoted).map_or(Cow::Borrowed(inner), Cow::Owned)
    } else {
        Cow::Borrowed(inner)
    }
}
