// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Colour`.

use trueform_runtime::UnknownValue;

/// A colour.
///
/// Schema `Colour`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Colour {
    /// On the wire: `red`.
    Red,
    /// On the wire: `green`.
    Green,
    /// On the wire: `blue`.
    Blue,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Colour {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Red, Self::Green, Self::Blue];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Colour {
    fn from(text: &str) -> Self {
        match text {
            "red" => Self::Red,
            "green" => Self::Green,
            "blue" => Self::Blue,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(Colour);
