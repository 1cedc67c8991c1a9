// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Awkward`.

use trueform_runtime::UnknownValue;

/// The values of `Awkward`.
///
/// Schema `Awkward`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Awkward {
    /// On the wire: `NEW`.
    New,
    /// On the wire: `in-progress`.
    InProgress5341,
    /// On the wire: `IN_PROGRESS`.
    InProgress1677,
    /// On the wire: `done`.
    Done,
    /// On the wire: (empty).
    Empty,
    /// On the wire: `*`.
    Asterisk,
    /// On the wire: `+1`.
    Plus1,
    /// On the wire: `-1`.
    Minus1,
    /// On the wire: `Self`.
    Self_,
    /// On the wire: `unknown`.
    UnknownValue,
    /// On the wire: `2fa`.
    N2fa,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl Awkward {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[
        Self::New,
        Self::InProgress5341,
        Self::InProgress1677,
        Self::Done,
        Self::Empty,
        Self::Asterisk,
        Self::Plus1,
        Self::Minus1,
        Self::Self_,
        Self::UnknownValue,
        Self::N2fa,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::New => "NEW",
            Self::InProgress5341 => "in-progress",
            Self::InProgress1677 => "IN_PROGRESS",
            Self::Done => "done",
            Self::Empty => "",
            Self::Asterisk => "*",
            Self::Plus1 => "+1",
            Self::Minus1 => "-1",
            Self::Self_ => "Self",
            Self::UnknownValue => "unknown",
            Self::N2fa => "2fa",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for Awkward {
    fn from(text: &str) -> Self {
        match text {
            "NEW" => Self::New,
            "in-progress" => Self::InProgress5341,
            "IN_PROGRESS" => Self::InProgress1677,
            "done" => Self::Done,
            "" => Self::Empty,
            "*" => Self::Asterisk,
            "+1" => Self::Plus1,
            "-1" => Self::Minus1,
            "Self" => Self::Self_,
            "unknown" => Self::UnknownValue,
            "2fa" => Self::N2fa,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(Awkward);
