//! The mistakes that `lower` finds.
