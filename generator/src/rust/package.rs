//! The crate: manifest, readme, and files.

use std::collections::BTreeSet;

use super::{Documentation, Ident, Import, Item};

/// A crate, whole.
#[derive(Clone, Debug)]
pub struct Crate {
    /// What stands in `Cargo.toml`.
    pub manifest: Manifest,
    /// What stands in `README.md`.
    pub readme: Readme,
    /// The sources, sorted by path.
    pub files: Vec<File>,
}

/// What stands in `Cargo.toml`.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The comment at the top: who owns the file, and the command that makes it.
    pub header: Vec<String>,
    /// The name of the package.
    pub name: String,
    /// The other keys of `[package]`, in order, as TOML.
    pub package: Vec<(String, String)>,
    /// `[features]`, in order.
    pub features: Vec<Feature>,
    /// The version of the runtime that the code is written for.
    pub runtime_version: &'static str,
    /// Where the runtime lies, as a path from the crate; a string of TOML.
    pub runtime: String,
    /// `[dev-dependencies]`, in order, as TOML.
    pub dev_dependencies: Vec<(String, String)>,
    /// The other lines of `[dependencies]`, likewise.
    pub dependencies: Vec<(String, String)>,
    /// The examples, which need the client.
    pub examples: Vec<String>,
    /// Whether the crate is a workspace of its own.
    pub standalone: bool,
}

/// A feature of the crate.
#[derive(Clone, Debug)]
pub struct Feature {
    /// Its name.
    pub name: &'static str,
    /// What it is, as a phrase behind its name.
    pub docs: &'static str,
    /// Whether it is there unless it is declined.
    pub default: bool,
    /// What it switches on.
    pub enables: Vec<&'static str>,
}

/// What stands in `README.md`.
#[derive(Clone, Debug)]
pub struct Readme {
    /// The name of the package.
    pub package: String,
    /// One sentence on what the crate is.
    pub purpose: String,
    /// Paragraphs of the document.
    pub about: Documentation,
    /// An example, line by line.
    pub example: Vec<String>,
    /// The features, a list item each.
    pub features: Vec<String>,
    /// The operations: method on the client, verb and path, summary.
    pub operations: Vec<[String; 3]>,
}

/// A source file.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path below the crate, with `/`, for example `src/models/pet.rs`.
    pub path: String,
    /// Where its public items are found from outside, for example `models`; empty for the root.
    pub module: Vec<Ident>,
    /// The comment at the top: who owns the file.
    pub header: Vec<String>,
    /// `//!` docs.
    pub docs: Documentation,
    /// Inner attributes of the crate's root, as written between `#![` and `]`.
    pub attributes: Vec<&'static str>,
    /// What it imports.
    pub imports: BTreeSet<Import>,
    /// What it defines, in order.
    pub items: Vec<Item>,
}
