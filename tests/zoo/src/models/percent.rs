// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Percent`.

/// A name for values of `Percent`.
///
/// Limits: at least 0, at most 100.
///
/// Schema `Percent`.
pub type Percent = f64;

/// `Percent` is at least 0.
pub const PERCENT_MINIMUM: f64 = 0.0;

/// `Percent` is at most 100.
pub const PERCENT_MAXIMUM: f64 = 100.0;
