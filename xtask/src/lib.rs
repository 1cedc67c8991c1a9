//! The commands of this repository, and the only place in it that touches the disk.
//!
//! `cargo xtask codegen` makes crates of the documents in `spec/`; `cargo xtask facts` says what becomes of a change of each fact of
//! a document; `cargo xtask mock` serves an API of a document on loopback
//! (feature `mock`, which the command turns on by itself).

pub mod arguments;
pub mod codegen;
pub mod command;
pub mod console;
mod explain;
pub mod facts;
pub mod failure;
pub mod fault;
#[cfg(feature = "mock")]
pub mod mock;
pub mod paths;
pub mod text;
pub mod workspace;
