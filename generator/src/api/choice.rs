//! One of several types.

use super::TypeId;
use crate::source::Pointer;

/// One of several types.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The types, in the order of the document.
    pub alternatives: Vec<Alternative>,
    /// What tells them apart.
    pub told_by: Selection,
    /// Whether a value is of all the types that it fits, which are objects then (`anyOf`), and not of the first alone.
    pub together: bool,
}

/// What the document states by which the types of a [`Choice`] are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// The property whose value says of which type an object is (`discriminator`).
    Tag(String),
    /// A property whose values are enumerated in the objects among the types, so that they differ.
    Pinned(String),
    /// A key that an object of one type has, and that no other type knows.
    Key,
    /// Nothing: what a value fits best decides.
    Fit,
}

impl Selection {
    /// The property whose value decides.
    #[must_use]
    pub fn property(&self) -> Option<&str> {
        match self {
            Self::Tag(property) | Self::Pinned(property) => Some(property),
            Self::Key | Self::Fit => None,
        }
    }
}

/// One of the types of a [`Choice`].
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The type. Never one that takes null: that is said around the choice.
    pub ty: TypeId,
    /// What it is called among the others.
    pub label: String,
    /// The values of the property that stand for it, or the key.
    pub tags: Vec<String>,
    /// Where it stands in the document.
    pub at: Pointer,
}
