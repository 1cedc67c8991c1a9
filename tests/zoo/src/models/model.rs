// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Model`.

use trueform_runtime::UnknownValue;

/// The values of `Model`.
///
/// Other values may come, the document says.
///
/// Schema `Model`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Model {
    /// On the wire: `tiny`.
    Tiny,
    /// On the wire: `huge`.
    Huge,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Model {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Tiny, Self::Huge];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Tiny => "tiny",
            Self::Huge => "huge",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Model {
    fn from(text: &str) -> Self {
        match text {
            "tiny" => Self::Tiny,
            "huge" => Self::Huge,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(Model, others may come);
