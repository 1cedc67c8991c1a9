// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! At `/paths/~1query/get/parameters/6/schema` of the document.

use trueform_runtime::UnknownValue;

/// The values of `QueriesOrder`.
///
/// At `/paths/~1query/get/parameters/6/schema` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum QueriesOrder {
    /// On the wire: `up`.
    Up,
    /// On the wire: `down`.
    Down,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl QueriesOrder {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Up, Self::Down];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for QueriesOrder {
    fn from(text: &str) -> Self {
        match text {
            "up" => Self::Up,
            "down" => Self::Down,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(QueriesOrder);
