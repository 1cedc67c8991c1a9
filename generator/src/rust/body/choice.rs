//! The functions of values of one of several types, and of all that they fit.

use super::Bound;
use crate::rust::Ident;

/// The functions of an enum with a variant for each of several types, and `Unknown`.
#[derive(Clone, Debug)]
pub enum ChoiceBody {
    /// `From` the type within a variant.
    From {
        /// The variant.
        variant: Ident,
        /// Whether a box stands around it.
        boxed: bool,
    },
    /// `Serialize`: the variants, and the tag and its value that are written where the value within does not say them.
    Write(Vec<(Ident, Option<(String, String)>)>),
    /// `Deserialize`: the variants in the order in which they are tried, and the keys that one of them alone knows.
    Read(Vec<Ident>, Vec<(String, Ident)>),
    /// `Deserialize` by a tag.
    ReadTagged(Tagged),
    /// `Validate::check`: the variants with the bounds of what is within, and the tag that tells them apart.
    Check(Vec<(Ident, Vec<Bound>)>, Option<String>),
}

/// How a tag tells the variants apart.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// The property.
    pub tag: String,
    /// Its values, and the variants that they stand for.
    pub arms: Vec<(Vec<String>, Vec<Ident>)>,
    /// The variants that may have other values.
    pub others: Vec<Ident>,
    /// All variants, in the order in which they are tried where there is no tag.
    pub variants: Vec<Ident>,
}

/// The functions of a struct with an option for each of several types, and one for what fits none.
#[derive(Clone, Debug)]
pub enum AnyOfBody {
    /// `Serialize`
    Write(Vec<Ident>, Ident),
    /// `Deserialize`: the fields, that of what fits none, and a name that none of them has.
    Read(Vec<Ident>, Ident, Ident),
    /// `Validate::check`: the fields with their bounds.
    Check(Vec<(Ident, Vec<Bound>)>, Ident),
}
