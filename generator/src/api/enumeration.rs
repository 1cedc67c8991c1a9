//! Lists of values.

use super::{IntegerFormat, Literal};

/// A list of values.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// What the values are.
    pub of: Enumerated,
    /// Whether the document itself says that other values may come.
    pub open: bool,
    /// The values, in the order of the document.
    pub values: Vec<EnumerationValue>,
}

/// What the values of an [`Enumeration`] are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enumerated {
    /// Texts.
    Text,
    /// Whole numbers.
    Integer(IntegerFormat),
    /// Numbers.
    Number,
    /// JSON values of several kinds, or lists and objects.
    Any,
}

/// One value of an [`Enumeration`].
#[derive(Clone, Debug)]
pub struct EnumerationValue {
    /// The value.
    pub literal: Literal,
    /// The value on the wire: a text as it stands, anything else as JSON.
    pub wire: String,
    /// `x-enum-varnames`.
    pub name: Option<String>,
    /// `x-enum-descriptions`.
    pub description: Option<String>,
}
