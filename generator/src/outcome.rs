//! What a run comes to.

use std::collections::BTreeMap;

use crate::api::{Api, Shape};
use crate::diagnostic::{Report, Severity};
use crate::parse::LeftOut;
use crate::source::{On, SourceId};

/// The files of a crate: their paths below it, with `/`, and their texts.
pub type Files = BTreeMap<String, String>;

/// What a run comes to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The files; none where an error stops the run.
    pub files: Option<Files>,
    /// What there is to say about the documents.
    pub report: Report,
    /// What the document holds.
    pub summary: Summary,
    /// What of the document was left out because of its errors.
    pub left_out: LeftOut,
    /// Whether a run that keeps going would give files, where this one has none.
    pub can_keep_going: bool,
}

/// The errors without which nothing can be had of a document: it has no tree, or no table of ours suits it.
const STOPPING: [&str; 3] = ["no-openapi", "unreadable-text", "unsupported-version"];

/// Whether each error of a run is one that something can be left out for.
pub(crate) fn can_keep_going(report: &Report) -> bool {
    let mut errors = report.diagnostics().iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    report.has_errors()
        && errors.all(|error| {
            let is_whole = error.place.pointer.as_str().is_empty() && !matches!(error.place.on, On::Byte(_));
            error.place.source == SourceId::Document && !STOPPING.contains(&error.code) && !is_whole
        })
}

/// What a document holds, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Operations.
    pub operations: usize,
    /// Types that have a name or an item of their own: declared schemas, inline objects and inline enumerations.
    pub types: usize,
    /// Values of enumerations.
    pub enumeration_values: usize,
    /// Bounds on values: lengths, counts, ranges and patterns.
    pub bounds: usize,
}

impl Summary {
    /// Counts.
    pub fn of(api: &Api) -> Self {
        let mut summary = Self { operations: api.operations.len(), ..Self::default() };
        for (_, ty) in api.types.iter() {
            let declared = matches!(ty.name, crate::api::Name::Declared(_));
            let item = ty.shape.has_parts();
            summary.types += usize::from(declared || item);
            summary.bounds += ty.shape.bounds();
            if let Shape::Enumeration(enumeration) = &ty.shape {
                summary.enumeration_values += enumeration.values.len();
            }
        }
        summary
    }
}
