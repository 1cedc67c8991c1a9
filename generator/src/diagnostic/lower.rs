//! The mistakes that `lower` finds.

pub mod combined;
pub mod document;
pub mod operation;
pub mod polling;
pub mod schema;

use super::{did_you_mean, error, note, warning};
