//! Where a pass over the tree is, and what it has to say.

use super::origin::Origins;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::{On, Place, Pointer, Source};

/// A pass over the tree.
pub(super) struct Pass<'run> {
    /// The text that the tree was read from.
    pub(super) source: &'run Source,
    /// Where the nodes come from.
    pub(super) origins: &'run mut Origins,
    report: &'run mut Report,
    path: String,
    /// Whether the pass is in what is not honoured as a whole, and was said to be: its errors are all that counts.
    pub(super) is_aside: bool,
}

/// How long the path was before a step.
#[derive(Clone, Copy)]
#[must_use]
pub(super) struct Before(usize);

impl<'run> Pass<'run> {
    pub(super) fn new(source: &'run Source, origins: &'run mut Origins, report: &'run mut Report) -> Self {
        Self { source, origins, report, path: String::new(), is_aside: false }
    }

    /// Steps into a part; [`leave`](Self::leave) steps back.
    pub(super) fn enter(&mut self, token: &str) -> Before {
        let before = Before(self.path.len());
        self.path.push('/');
        for character in token.chars() {
            match character {
                '~' => self.path.push_str("~0"),
                '/' => self.path.push_str("~1"),
                other => self.path.push(other),
            }
        }
        before
    }

    pub(super) fn leave(&mut self, before: Before) {
        self.path.truncate(before.0);
    }

    /// Where the pass is in the tree.
    pub(super) fn at(&self) -> Pointer {
        Pointer::from_text(self.path.as_str())
    }

    /// The value where the pass is, in the original text.
    pub(super) fn here(&self) -> Place {
        self.place(&self.at(), On::Value)
    }

    /// The key under which the value stands where the pass is: where what is not there is missed.
    pub(super) fn head(&self) -> Place {
        self.place(&self.at(), On::Key)
    }

    /// The key of a member of where the pass is, in the original text.
    pub(super) fn key(&self, key: &str) -> Place {
        self.place(&self.at().key(key), On::Key)
    }

    /// The value of a member of where the pass is, in the original text.
    pub(super) fn value(&self, key: &str) -> Place {
        self.place(&self.at().key(key), On::Value)
    }

    pub(super) fn place(&self, pointer: &Pointer, on: On) -> Place {
        self.origins.place(pointer, on)
    }

    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        if !self.is_aside || diagnostic.severity == Severity::Error {
            self.report.push(diagnostic);
        }
    }

    pub(super) fn has_errors(&self) -> bool {
        self.report.has_errors()
    }
}
