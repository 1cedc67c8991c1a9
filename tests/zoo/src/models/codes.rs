// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Codes`.

use crate::models::Code;

/// A name for values of `Codes`.
///
/// Limits: at least 1 item, each item: matches `^[A-Z]{3}$`.
///
/// Schema `Codes`.
pub type Codes = Vec<Code>;

/// `Codes` has at least 1 item.
pub const CODES_MIN_ITEMS: usize = 1;
