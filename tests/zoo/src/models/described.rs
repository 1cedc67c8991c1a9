// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Described`.

use trueform_runtime::UnknownValue;

/// The values of `Described`.
///
/// Schema `Described`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Described {
    /// The first.
    ///
    /// On the wire: `a`.
    First,
    /// The second.
    ///
    /// On the wire: `b`.
    Second,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Described {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::First, Self::Second];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::First => "a",
            Self::Second => "b",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Described {
    fn from(text: &str) -> Self {
        match text {
            "a" => Self::First,
            "b" => Self::Second,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(Described);
