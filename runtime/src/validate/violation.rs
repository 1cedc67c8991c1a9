//! What was broken, where, and what was found.

use std::fmt;
use std::ops::Deref;

use crate::malformed::Excerpt;
use crate::one_line::OneLine;

/// A number of a bound, or one held against it.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Number {
    /// An integer of any width.
    Integer(i128),
    /// A floating point number.
    Float(f64),
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => number.fmt(formatter),
            Self::Float(number) => number.fmt(formatter),
        }
    }
}

/// The rule that was broken, with its limit and with what was found instead.
///
/// Lengths are in Unicode code points, as JSON Schema counts them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "`limit` and `found` mean the same in every variant, and the others say themselves")]
pub enum Rule {
    /// The text is shorter than `minLength`.
    MinLength { limit: usize, found: usize },
    /// The text is longer than `maxLength`.
    MaxLength { limit: usize, found: usize },
    /// The text does not match the `pattern`, given in the document's words.
    Pattern { pattern: &'static str, found: String },
    /// The pattern itself cannot be used: a bug of the generator, never of the value.
    UnusablePattern { pattern: &'static str, reason: String },
    /// The text does not have the form that its `format` asks for.
    Format { format: &'static str, found: String },
    /// The number is below `minimum`.
    Minimum { limit: Number, found: Number },
    /// The number is above `maximum`.
    Maximum { limit: Number, found: Number },
    /// The number is not above its exclusive `minimum`.
    ExclusiveMinimum { limit: Number, found: Number },
    /// The number is not below its exclusive `maximum`.
    ExclusiveMaximum { limit: Number, found: Number },
    /// The number is not a multiple of `multipleOf`.
    MultipleOf { step: Number, found: Number },
    /// The list has fewer items than `minItems`.
    MinItems { limit: usize, found: usize },
    /// The list has more items than `maxItems`.
    MaxItems { limit: usize, found: usize },
    /// Two items of the list are equal, where `uniqueItems` has none equal.
    UniqueItems { first: usize, second: usize },
    /// The map has fewer entries than `minProperties`.
    MinProperties { limit: usize, found: usize },
    /// The map has more entries than `maxProperties`.
    MaxProperties { limit: usize, found: usize },
    /// The document allows no properties but those it names.
    Undeclared,
    /// The value is of none of the types of `oneOf` or `anyOf`.
    Alternative,
    /// The truth value is not the one that `enum` allows.
    Only { limit: bool },
    /// The key of an entry breaks the rule within.
    PropertyName(Box<Rule>),
    /// The value must not be empty.
    Empty,
    /// The path parameter is `.` or `..`, which servers and proxies take for a step in the path.
    DotSegment { found: String },
    /// The text holds a control character, which cannot be sent at this place.
    ControlCharacter { found: char },
    /// A required header is missing.
    Missing,
    /// The text of a header or parameter cannot be read as what the document says it is.
    Unreadable { expected: &'static str, found: String },
    /// The value has no form at this place of a request (for example a list of objects in a query).
    Unencodable { reason: String },
    /// The media type of the body is not the one that was read.
    MediaType { expected: &'static str, found: Option<String> },
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MinLength { limit, found } => write!(formatter, "{found} characters, at least {limit} are allowed"),
            Self::MaxLength { limit, found } => {
                write!(formatter, "{found} characters, at most {limit} are allowed")
            }
            Self::Pattern { pattern, found } => {
                write!(formatter, "{} does not match the pattern {pattern}", Excerpt(found))
            }
            Self::UnusablePattern { pattern, reason } => {
                write!(formatter, "not checked: the pattern {pattern} cannot be used ({})", Excerpt(reason))
            }
            Self::Format { format, found } => write!(formatter, "{} is not of the format {format}", Excerpt(found)),
            Self::Minimum { limit, found } => {
                write!(formatter, "{found} is below the minimum {limit}")
            }
            Self::Maximum { limit, found } => {
                write!(formatter, "{found} is above the maximum {limit}")
            }
            Self::ExclusiveMinimum { limit, found } => {
                write!(formatter, "{found} is not above {limit}")
            }
            Self::ExclusiveMaximum { limit, found } => {
                write!(formatter, "{found} is not below {limit}")
            }
            Self::MultipleOf { step, found } => {
                write!(formatter, "{found} is not a multiple of {step}")
            }
            Self::MinItems { limit, found } => {
                write!(formatter, "{found} items, at least {limit} are allowed")
            }
            Self::MaxItems { limit, found } => {
                write!(formatter, "{found} items, at most {limit} are allowed")
            }
            Self::UniqueItems { first, second } => {
                write!(formatter, "items {first} and {second} are equal, none may be")
            }
            Self::MinProperties { limit, found } => {
                write!(formatter, "{found} entries, at least {limit} are allowed")
            }
            Self::MaxProperties { limit, found } => {
                write!(formatter, "{found} entries, at most {limit} are allowed")
            }
            Self::Undeclared => formatter.write_str("not allowed beside the properties that are named"),
            Self::Alternative => formatter.write_str("of none of the types that are allowed"),
            Self::Only { limit } => write!(formatter, "{} where only {limit} is allowed", !limit),
            Self::PropertyName(rule) => write!(formatter, "the key: {rule}"),
            Self::Empty => formatter.write_str("must not be empty"),
            Self::DotSegment { found } => {
                write!(formatter, "{found:?} would be taken for a step in the path")
            }
            Self::ControlCharacter { found } => {
                write!(formatter, "the control character {found:?} cannot be sent here")
            }
            Self::Missing => formatter.write_str("required, but missing"),
            Self::Unreadable { expected, found } => {
                write!(formatter, "{} is not {expected}", Excerpt(found))
            }
            Self::Unencodable { reason } => write!(formatter, "cannot be sent: {reason}"),
            Self::MediaType { expected, found: Some(found) } => {
                write!(formatter, "{} instead of {expected}", Excerpt(found))
            }
            Self::MediaType { expected, found: None } => write!(formatter, "missing, {expected} was expected"),
        }
    }
}

/// One rule that one value breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    pointer: String,
    rule: Rule,
}

impl Violation {
    pub(crate) fn new(pointer: String, rule: Rule) -> Self {
        Self { pointer, rule }
    }

    /// Where the value stands: a JSON pointer into the body (`/resources/3/actionType`, the empty text for the body
    /// itself), or the place and name of a parameter (`header:retry-after`, `path:workRequestId`, `query:limit`),
    /// followed by a pointer where only a part of it is meant.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What was broken.
    pub fn rule(&self) -> &Rule {
        &self.rule
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The keys of a map are the server's words.
        let place = if self.pointer.is_empty() { "body" } else { &self.pointer };
        write!(formatter, "{}: {}", OneLine(place), self.rule)
    }
}

/// Every rule that a value breaks: at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// `None` where nothing was broken.
    pub(crate) fn from_found(found: Vec<Violation>) -> Option<Self> {
        if found.is_empty() { None } else { Some(Self(found)) }
    }

    /// The violations in the order in which they were found.
    pub fn into_vec(self) -> Vec<Violation> {
        self.0
    }
}

impl Deref for Violations {
    type Target = [Violation];

    fn deref(&self) -> &[Violation] {
        &self.0
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'all> IntoIterator for &'all Violations {
    type Item = &'all Violation;
    type IntoIter = std::slice::Iter<'all, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// All of them, on one line.
impl fmt::Display for Violations {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            write!(formatter, "{}{violation}", if index == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}
