//! How deep a text nests, before a reader finds out the hard way.

/// How many brackets may be open at once. The readers stop at 128 levels by themselves, but the scanner behind
/// `serde_yaml` runs ahead of it, and takes time in the square of this.
const BRACKETS: usize = 1_000;

/// The byte where brackets are open beyond all reason, if there is one. What stands in quotes does not count.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut open, mut at) = (0usize, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            b'"' | b'\'' if open > 0 && begins_value(bytes, at) => at = closing_quote(bytes, at),
            _ => {}
        }
        if open > BRACKETS {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Whether a quote opens a string and is no apostrophe within a word.
fn begins_value(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| bytes[before]);
    before.is_none_or(|before| before.is_ascii_whitespace() || b"[{,:".contains(&before))
}

fn closing_quote(bytes: &[u8], start: usize) -> usize {
    let quote = bytes[start];
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 1,
            byte if byte == quote => return at,
            _ => {}
        }
        at += 1;
    }
    // Not closed, so no string: what follows counts.
    start
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    #[test]
    fn open_brackets_count_and_quoted_ones_do_not() {
        assert_eq!(too_deep(&"[".repeat(1_001)), Some(1_000));
        assert_eq!(too_deep(&"[]".repeat(2_000)), None);
        assert_eq!(too_deep(&format!("[\"{}\", it's]", "[".repeat(2_000))), None);
        assert!(too_deep(&"[\"]\",".repeat(2_000)).is_some());
    }
}
