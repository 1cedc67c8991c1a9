//! Docs.

/// Docs, line by line, safe to render.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documentation(pub Vec<String>);

impl Documentation {
    /// Docs of one line.
    pub fn line(line: impl Into<String>) -> Self {
        Self(vec![line.into()])
    }
}
