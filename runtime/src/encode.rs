//! Requests from values: paths, queries, headers and bodies.

mod header;
mod parameter;
mod percent;
mod request;

pub use parameter::Style;
pub use request::RequestEncoder;

pub(crate) use header::{header_value, stated_header};
pub(crate) use percent::encoded;
pub(crate) use request::Encoded;

#[cfg(test)]
mod tests;
