//! The mistakes that `parse` finds.
