//! Turns an OpenAPI document into a Rust crate that says exactly what the document says.

#![allow(clippy::missing_errors_doc)]
pub mod api;
pub mod diagnostic;
pub mod lower;
pub mod source;
pub mod parse;
