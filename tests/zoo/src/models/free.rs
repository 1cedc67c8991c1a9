// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Free`.

use trueform_runtime::{Map, Value};

/// A name for values of `Free`.
///
/// Schema `Free`.
pub type Free = Map<String, Value>;
