// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Alarm`.

use trueform_runtime::UnknownValue;

/// The values of `Alarm`.
///
/// Schema `Alarm`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Alarm {
    /// On the wire: `HIGH`.
    High,
    /// On the wire: `LOW`.
    Low,
    /// On the wire: `NONE`.
    None,
    /// On the wire: `TEST`.
    Test,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Alarm {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::High, Self::Low, Self::None, Self::Test];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::High => "HIGH",
            Self::Low => "LOW",
            Self::None => "NONE",
            Self::Test => "TEST",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Alarm {
    fn from(text: &str) -> Self {
        match text {
            "HIGH" => Self::High,
            "LOW" => Self::Low,
            "NONE" => Self::None,
            "TEST" => Self::Test,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(Alarm);
