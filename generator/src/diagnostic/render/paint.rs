//! ANSI escapes, where they are wanted.

use crate::diagnostic::Severity;

/// Whether and how words are painted.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    pub(super) colour: bool,
}

impl Paint {
    pub(super) fn severity(self, severity: Severity, text: &str) -> String {
        let code = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Note => "1;32",
        };
        self.escape(code, text)
    }

    pub(super) fn bold(self, text: &str) -> String {
        self.escape("1", text)
    }

    pub(super) fn frame(self, text: &str) -> String {
        self.escape("1;34", text)
    }

    fn escape(self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
