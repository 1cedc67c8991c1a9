//! Turns an OpenAPI document into a Rust crate that says exactly what the document says.

#![allow(clippy::missing_errors_doc)]
pub mod api;
pub mod diagnostic;
pub mod lower;
pub mod parse;
pub mod settings;
pub mod source;
mod spelling;
