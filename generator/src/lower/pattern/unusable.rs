//! Why a pattern cannot be checked.

use std::fmt;

/// Why a pattern cannot be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lower) enum Unusable {
    /// It is no regular expression of ECMA 262.
    Invalid(String),
    /// It says something that the `regex` crate cannot say.
    Unsupported(String),
}

impl fmt::Display for Unusable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(why) => {
                write!(formatter, "is no regular expression of ECMA 262: {why}")
            }
            Self::Unsupported(what) => {
                write!(formatter, "uses {what}, which cannot be checked here")
            }
        }
    }
}
