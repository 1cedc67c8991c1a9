//! The texts that the generator reads, and places in them.

mod json;
mod locate;
mod outline;
mod place;
mod toml;
mod yaml;

pub use locate::{Span, locate};
pub(crate) use outline::{Oddity, OddityKind, oddities};
pub use place::{On, Place, Pointer, Source, SourceId, Sources};
