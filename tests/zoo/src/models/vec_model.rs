// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Vec`.

use crate::models::OptionModel;

/// A name for values of `VecModel`.
///
/// Schema `Vec`.
pub type VecModel = Vec<OptionModel>;
