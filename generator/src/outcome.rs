//! What a run comes to.

use std::collections::BTreeMap;

use crate::api::{Api, Limits, Range, Scalar, Shape};
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
            let item = matches!(ty.shape, Shape::Object(_) | Shape::Enumeration(_));
            summary.types += usize::from(declared || item);
            match &ty.shape {
                Shape::Enumeration(enumeration) => summary.enumeration_values += enumeration.values.len(),
                Shape::Object(object) => summary.bounds += limits(object.count),
                Shape::List(list) => summary.bounds += limits(list.count),
                Shape::Map(map) => summary.bounds += limits(map.count),
                Shape::Scalar(Scalar::Text(text)) => {
                    summary.bounds += limits(text.length) + usize::from(text.pattern.is_some());
                }
                Shape::Scalar(Scalar::Integer(_, range) | Scalar::Number(range)) => summary.bounds += ends(range),
                Shape::Scalar(Scalar::Boolean) | Shape::Nullable(_) | Shape::Alias(_) | Shape::Any => {}
            }
        }
        summary
    }
}

fn limits(limits: Limits) -> usize {
    usize::from(limits.min.is_some()) + usize::from(limits.max.is_some())
}

fn ends(range: &Range) -> usize {
    usize::from(range.min.is_some()) + usize::from(range.max.is_some()) + usize::from(range.multiple_of.is_some())
}
