//! What bounds a value, and how many bounds that makes.

use std::fmt;

use super::{Scalar, Shape};

/// A pattern, as written and as the `regex` crate takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// As the document states it: an ECMA 262 regular expression.
    pub ecma: String,
    /// The same in the syntax of the `regex` crate.
    pub regex: String,
}

/// How many of something there may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// At least so many.
    pub min: Option<u64>,
    /// At most so many.
    pub max: Option<u64>,
}

/// What numbers are allowed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Range {
    /// `minimum`, `exclusiveMinimum`.
    pub min: Option<Bound>,
    /// `maximum`, `exclusiveMaximum`.
    pub max: Option<Bound>,
    /// `multipleOf`.
    pub multiple_of: Option<Number>,
}

/// One end of a [`Range`].
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The value.
    pub value: Number,
    /// Whether the value itself is out of the range.
    pub exclusive: bool,
}

/// A number of the document, exactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i128),
    /// Any other.
    Float(f64),
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(formatter),
            Self::Float(value) => value.fmt(formatter),
        }
    }
}

impl Limits {
    fn len(self) -> usize {
        usize::from(self.min.is_some()) + usize::from(self.max.is_some())
    }
}

impl Range {
    fn len(&self) -> usize {
        usize::from(self.min.is_some()) + usize::from(self.max.is_some()) + usize::from(self.multiple_of.is_some())
    }
}

impl Shape {
    /// How many bounds the document states of values of this shape, apart from those of what they hold.
    pub fn bounds(&self) -> usize {
        match self {
            Self::Object(object) => object.count.len(),
            Self::List(list) => list.count.len() + usize::from(list.unique),
            Self::Map(map) => map.count.len(),
            Self::Scalar(Scalar::Text(text)) => text.length.len() + text.patterns.len(),
            Self::Scalar(Scalar::Integer(_, range) | Scalar::Number(range)) => range.len(),
            Self::Scalar(Scalar::Boolean(only)) => usize::from(only.is_some()),
            Self::Enumeration(_) | Self::Choice(_) | Self::Nullable(_) | Self::Alias(_) | Self::Null | Self::Any => 0,
        }
    }
}
