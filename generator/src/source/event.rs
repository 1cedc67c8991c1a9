//! What a text says, piece by piece, whatever its syntax.

use std::borrow::Cow;
use std::ops::Range;

/// What a text says, in its order.
#[derive(Debug)]
pub(super) enum Event<'text> {
    /// A mapping begins.
    Map(Range<usize>),
    /// A sequence begins.
    List(Range<usize>),
    /// The innermost of them ends.
    End,
    /// A scalar, or an alias to something said before.
    Scalar(Range<usize>, Cow<'text, str>),
    /// The next value carries this tag.
    Tag(Range<usize>, String),
}
