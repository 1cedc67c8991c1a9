// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Text`.

/// A name for values of `Text`.
///
/// Schema `Text`.
pub type Text = String;
