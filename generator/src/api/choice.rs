//! One of several types.

use super::TypeId;
use crate::source::Pointer;

/// One of several types.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The types, in the order of the document.
    pub alternatives: Vec<Alternative>,
    /// The property whose value says of which type an object is (`discriminator`).
    pub tag: Option<String>,
    /// A property whose values are enumerated in every object among the types, each value in one of them alone. It says no
    /// more than the types say themselves, and which of them is worth the first try.
    pub hint: Option<String>,
    /// Whether a value is of all the types that it fits, which are objects then (`anyOf`), and not of the first alone.
    pub together: bool,
}

/// One of the types of a [`Choice`].
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The type. Never one that takes null: that is said around the choice.
    pub ty: TypeId,
    /// What it is called among the others.
    pub label: String,
    /// The values of the tag, or of the hint, that stand for it.
    pub tags: Vec<String>,
    /// Where it stands in the document.
    pub at: Pointer,
}
