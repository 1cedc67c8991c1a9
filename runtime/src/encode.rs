//! Requests from values: paths, queries, headers and bodies.

mod parameter;
mod percent;
mod request;

pub use parameter::Style;
pub use request::RequestEncoder;

pub(crate) use percent::encoded;
pub(crate) use request::{Encoded, header_value};

#[cfg(test)]
mod tests;
