// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Sold`.

use trueform_runtime::UnknownValue;

/// The values of `Sold`.
///
/// Schema `Sold`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sold {
    /// On the wire: `sold`.
    Sold,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Sold {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Sold];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sold => "sold",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Sold {
    fn from(text: &str) -> Self {
        match text {
            "sold" => Self::Sold,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(Sold);
