//! The mistakes that `plan` finds.
