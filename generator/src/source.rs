//! The texts that the generator reads, and places in them.

mod event;
mod json;
mod locate;
mod outline;
mod place;
mod toml;
mod yaml;

pub(crate) use locate::text_at;
pub use locate::{Span, locate};
pub(crate) use outline::{OddityKind, oddities};
pub use place::{On, Place, Pointer, Source, SourceId, Sources};

#[cfg(test)]
mod tests;
