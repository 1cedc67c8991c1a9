//! The commands of this repository, and the only place in it that touches the disk.
//!
//! `cargo xtask codegen` makes crates of the documents in `spec/`; `cargo xtask facts` says what becomes of a change of each fact of
//! a document; `cargo xtask corpus` generates and compiles every document of a folder; `cargo xtask mock` serves an API of a document on loopback
//! (feature `mock`, which the command turns on by itself).

pub mod arguments;
pub mod codegen;
pub mod command;
pub mod console;
pub mod corpus;
mod explain;
pub mod facts;
pub mod failure;
pub mod fault;
mod folder;
#[cfg(feature = "mock")]
pub mod mock;
mod parallel;
pub mod paths;
pub mod text;
pub mod workspace;
