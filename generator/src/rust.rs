//! Model 2: what the Rust will be.
//!
//! A finished tree: every file, item, name, type, derive, box and check is decided here, by `plan`, and only written
//! down by `emit`. No word of OpenAPI is left; what the document says stands in strings for the docs and the wire.

pub mod body;
mod documentation;
pub mod facts;
mod function;
mod identifier;
mod item;
pub mod name;
mod package;
pub mod ty;
mod value;
mod visit;

pub use body::Body;
pub use documentation::Documentation;
pub use function::{Function, Impl, ImplItem, Receiver};
pub use item::{
    Alias, Constant, Enum, Field, Fields, Item, Module, OpenEnum, Reexport, Serde, Static, Struct, Variant, Visibility,
};
pub use name::Ident;
pub use package::{Crate, Feature, File, Manifest, Readme};
pub use ty::{Import, Type};
pub use value::Value;
