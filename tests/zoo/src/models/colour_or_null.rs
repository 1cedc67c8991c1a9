// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `ColourOrNull`.

use trueform_runtime::UnknownValue;

/// The values of `ColourOrNull`.
///
/// Where it stands, `null` may stand too.
///
/// Schema `ColourOrNull`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ColourOrNull {
    /// On the wire: `yes`.
    Yes,
    /// On the wire: `no`.
    No,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl ColourOrNull {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Yes, Self::No];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for ColourOrNull {
    fn from(text: &str) -> Self {
        match text {
            "yes" => Self::Yes,
            "no" => Self::No,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(ColourOrNull);
