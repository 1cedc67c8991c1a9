//! Turns an OpenAPI document into a Rust crate that says exactly what the document says.

pub mod api;
pub mod diagnostic;
mod emit;
mod format;
mod outcome;
pub mod parse;
mod plan;
mod rust;
pub mod settings;
pub mod source;
mod spelling;
