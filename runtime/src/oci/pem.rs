//! The sections of a PEM text (RFC 7468, with the headers of RFC 1421).
//!
//! There are crates for this. They give the text, or the decoded key, in buffers that grow and are not zeroed; here every
//! buffer that a key goes through is zeroed when it is dropped, and none is moved while it fills.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// What stands between one `BEGIN` and its `END`, as it stands there.
pub(super) struct Section<'text> {
    /// For example `RSA PRIVATE KEY`.
    pub(super) label: &'text str,
    /// The lines `Name: value` before the base64.
    headers: Vec<(&'text str, &'text str)>,
    base64: Vec<&'text str>,
    /// Whether the line with `END` is there.
    complete: bool,
}

impl<'text> Section<'text> {
    /// The value of a header.
    pub(super) fn header(&self, name: &str) -> Option<&'text str> {
        self.headers.iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }

    /// The bytes of a section, unless it is cut short or no base64.
    pub(super) fn decode(&self) -> Option<Zeroizing<Vec<u8>>> {
        if !self.complete {
            return None;
        }
        let length = self.base64.iter().map(|line| line.len()).sum();
        let mut text = Zeroizing::new(Vec::with_capacity(length));
        for line in &self.base64 {
            text.extend(line.bytes().filter(|byte| !byte.is_ascii_whitespace()));
        }
        let mut bytes = Zeroizing::new(vec![0; base64::decoded_len_estimate(text.len())]);
        let length = STANDARD.decode_slice(text.as_slice(), &mut bytes).ok()?;
        bytes.truncate(length);
        Some(bytes)
    }
}

/// All sections of a text, in order. What stands outside of them, such as the line `OCI_API_KEY`, is passed over.
pub(super) fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = Vec::new();
    let mut open: Option<Section<'_>> = None;
    for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
        if let Some(label) = between(line, "-----BEGIN ") {
            sections.extend(open.take());
            open = Some(Section { label, headers: Vec::new(), base64: Vec::new(), complete: false });
        } else if between(line, "-----END ").is_some() {
            sections.extend(open.take().map(|section| Section { complete: true, ..section }));
        } else if let Some(section) = &mut open {
            match line.split_once(':') {
                Some((name, value)) if section.base64.is_empty() => section.headers.push((name.trim(), value.trim())),
                _ if line.is_empty() => {}
                _ => section.base64.push(line),
            }
        }
    }
    sections.extend(open);
    sections
}

fn between<'line>(line: &'line str, begin: &str) -> Option<&'line str> {
    line.strip_prefix(begin)?.strip_suffix("-----")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_inside_and_passes_over_the_rest() {
        let text = "\u{feff}intro\r\n-----BEGIN A B-----\r\nDEK-Info: X,Y\r\n\r\n aGVs\r\nbG8=\r\n-----END A B-----\r\nOCI_API_KEY\r\n\
            -----BEGIN C-----\naGVs\n";
        let sections = sections(text);
        assert_eq!(sections.iter().map(|section| section.label).collect::<Vec<_>>(), ["A B", "C"]);
        assert_eq!(sections[0].header("dek-info"), Some("X,Y"));
        assert_eq!(sections[0].decode().unwrap().as_slice(), b"hello");
        assert!(sections[1].decode().is_none(), "it has no end");
    }

    #[test]
    fn damaged_base64_is_nothing() {
        for damaged in ["aGVsbG8", "aGVs!G8=", "aGVsbG8=aGVs", "=", "aGVsbG9="] {
            let text = format!("-----BEGIN A-----\n{damaged}\n-----END A-----");
            assert!(sections(&text)[0].decode().is_none(), "{damaged}");
        }
    }
}
