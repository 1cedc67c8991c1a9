// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Line`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

/// One of the types that `Line` may be of.
///
/// The property `line` says which it is.
///
/// Schema `Line`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Line {
    /// [`LineBase`].
    ///
    /// On the wire: `line` is `plain`.
    Line(LineBase),
    /// [`LineFancyLine`].
    ///
    /// On the wire: `line` is `fancy`.
    FancyLine(LineFancyLine),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Line {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<LineBase> for Line {
    fn from(value: LineBase) -> Self {
        Self::Line(value)
    }
}

impl From<LineFancyLine> for Line {
    fn from(value: LineFancyLine) -> Self {
        Self::FancyLine(value)
    }
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Line(value) => value.serialize(serializer),
            Self::FancyLine(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "line")?;
        match choice.tag() {
            Some("plain") => choice.only(Self::Line),
            Some("fancy") => choice.only(Self::FancyLine),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => {
                Ok(choice.or(Self::Line).or(Self::FancyLine).or_unknown(Self::Unknown))
            }
        }
    }
}

impl Validate for Line {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Line(value) => Validate::check(value, checker),
            Self::FancyLine(value) => Validate::check(value, checker),
            Self::Unknown(value) => checker.unknown_tag("line", value.get()),
        }
    }
}

/// The object `LineBase`.
///
/// At `/components/schemas/Line` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LineBase {
    /// The property `line`.
    pub line: String,
}

impl LineBase {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for LineBase {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// The object `LineFancyLine`.
///
/// At `/components/schemas/Line/oneOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LineFancyLine {
    /// The property `line`.
    pub line: String,
    /// The property `colour`.
    pub colour: String,
}

impl LineFancyLine {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for LineFancyLine {
    fn check(&self, _: &mut Checker<'_>) {}
}
