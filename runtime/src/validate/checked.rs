//! A value at its place, ready for its bounds.

use std::fmt;

use super::checker::Checker;

/// A value at its place, on which bounds are held one after the other: `.min_items(1).max_items(32)`.
///
/// Bounds reach through `Option`, [`Box`] and [`Presence`](crate::Presence); where there is no value they hold.
pub struct Checked<'c, 'v, T: ?Sized> {
    pub(super) checker: Checker<'c>,
    pub(super) value: &'v T,
}

impl<'c, 'v, T: ?Sized> Checked<'c, 'v, T> {
    pub(super) fn new(checker: Checker<'c>, value: &'v T) -> Self {
        Self { checker, value }
    }
}

impl<T: ?Sized> fmt::Debug for Checked<'_, '_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Checked").field(&self.checker).finish()
    }
}
