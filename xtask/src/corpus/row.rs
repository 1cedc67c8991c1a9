//! What became of a document.

use std::time::Duration;

use trueform::Summary;
use trueform::diagnostic::{Report, Severity};

/// What became of a document.
#[derive(Debug)]
pub(super) struct Row {
    /// The document, as the user can open it.
    pub(super) document: String,
    /// The name of its crate.
    pub(super) package: String,
    pub(super) summary: Summary,
    pub(super) said: Said,
    /// Lines of Rust.
    pub(super) lines: usize,
    /// How long it took to generate.
    pub(super) took: Duration,
    pub(super) end: End,
}

/// How many diagnostics there are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
}

/// How far a document came.
#[derive(Debug)]
pub(super) enum End {
    /// It has errors, each at its place.
    Refused,
    /// It is no document of OpenAPI; why it was passed over.
    PassedOver(&'static str),
    /// It cannot be read from the disk, or its crate cannot be written.
    Stopped(String),
    /// The generator panicked, and what it said then.
    Panicked(String),
    /// The generator has refused it without knowing why.
    Unexplained(String),
    /// Its crate was generated.
    Generated,
    /// Its crate went through the compiler.
    Checked(Checked),
}

/// What the compiler says of a crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Checked {
    /// Each in one line.
    pub(super) errors: Vec<String>,
    /// Each in one line.
    pub(super) warnings: Vec<String>,
    /// How long it took; nothing where the crate was the same the last time.
    pub(super) took: Option<Duration>,
}

impl Said {
    pub(super) fn of(report: &Report) -> Self {
        let count = |severity| {
            let diagnostics = report.diagnostics().iter();
            diagnostics.filter(|diagnostic| diagnostic.severity == severity).count()
        };
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), notes: count(Severity::Note) }
    }
}

impl Row {
    /// Whether all is well; nothing where there is nothing to judge.
    pub(super) fn passed(&self) -> Option<bool> {
        match &self.end {
            End::PassedOver(_) => None,
            End::Refused | End::Generated => Some(true),
            End::Stopped(_) | End::Panicked(_) | End::Unexplained(_) => Some(false),
            End::Checked(checked) => Some(checked.errors.is_empty() && checked.warnings.is_empty()),
        }
    }

    /// What is wrong, each in one line.
    pub(super) fn reasons(&self) -> Vec<&str> {
        match &self.end {
            End::Refused | End::PassedOver(_) | End::Generated => Vec::new(),
            End::Stopped(reason) | End::Panicked(reason) | End::Unexplained(reason) => vec![reason],
            End::Checked(checked) => checked.errors.iter().chain(&checked.warnings).map(String::as_str).collect(),
        }
    }
}
