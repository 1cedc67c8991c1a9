//! What a run comes to.

use std::collections::BTreeMap;

use crate::api::{Api, Shape};
use crate::diagnostic::Report;

/// The files of a crate: their paths below it, with `/`, and their texts.
pub type Files = BTreeMap<String, String>;

/// What a run comes to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The files; none where the report has errors.
    pub files: Option<Files>,
    /// What there is to say about the documents.
    pub report: Report,
    /// What the document holds.
    pub summary: Summary,
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
