//! What the generator has to say about a document, and where.

pub mod explanation;
pub mod fixup;
pub mod lower;
pub mod parse;
pub mod plan;
pub mod reference;
pub mod render;
pub mod settings;

use std::collections::BTreeSet;
use std::panic::Location;

use crate::source::Place;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written; where the run is to keep going, something is left out.
    Error,
    /// A fact of the document is not honoured; the nearest looser type stands in.
    Warning,
    /// A rename, or what else is worth knowing.
    Note,
}

/// One thing to say about one place. Made only by the functions of the modules below, one per mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where.
    pub place: Place,
    /// The stable name of the mistake, for example `dangling-reference`.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is the matter, in one sentence without a full stop.
    pub message: String,
    /// What stands in instead, or the way out.
    pub help: Option<String>,
    made_at: &'static Location<'static>,
}

impl Diagnostic {
    /// Where in the sources of the generator the function stands that made it. Diagnostics of one function are one mistake,
    /// at different places.
    pub fn made_at(&self) -> &'static Location<'static> {
        self.made_at
    }
}

/// A mistake that stops the run, with the way out where there is one to name.
#[track_caller]
fn error(place: Place, code: &'static str, message: String, help: impl Into<Option<String>>) -> Diagnostic {
    let made_at = Location::caller();
    Diagnostic { place, code, severity: Severity::Error, message, help: help.into(), made_at }
}

/// A fact that is not honoured, with what stands in.
#[track_caller]
fn warning(place: Place, code: &'static str, message: String, help: impl Into<String>) -> Diagnostic {
    let made_at = Location::caller();
    Diagnostic { place, code, severity: Severity::Warning, message, help: Some(help.into()), made_at }
}

/// What is worth knowing, with what comes of it.
#[track_caller]
fn note(place: Place, code: &'static str, message: String, help: impl Into<String>) -> Diagnostic {
    let made_at = Location::caller();
    Diagnostic { place, code, severity: Severity::Note, message, help: Some(help.into()), made_at }
}

fn did_you_mean(similar: Option<&str>) -> Option<String> {
    similar.map(|similar| format!("did you mean `{similar}`?"))
}

/// All diagnostics of a run, in the order of their discovery.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    said: BTreeSet<(Place, &'static str, String)>,
}

impl Report {
    /// Adds a diagnostic: once, also where several operations share what it stands in, or a schema is sent and received.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let Diagnostic { place, code, message, .. } = &diagnostic;
        if self.said.insert((place.clone(), *code, message.clone())) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Everything that was said.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether anything stops the run.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}
