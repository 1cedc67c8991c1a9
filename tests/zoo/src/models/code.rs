// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Code`.

use trueform_runtime::Pattern;

/// A name for values of `Code`.
///
/// Limits: matches `^[A-Z]{3}$`.
///
/// Schema `Code`.
pub type Code = String;

/// `Code` matches `^[A-Z]{3}$`.
pub static CODE_PATTERN: Pattern = Pattern::new("^[A-Z]{3}$", "^[A-Z]{3}$");
