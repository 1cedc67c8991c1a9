//! Model 1: what the API says.
//!
//! Wire words in the order of the document, no Rust word. Types stand in one arena ([`Types`]) and refer to each other
//! by [`TypeId`], so that recursion needs no pointers and a dangling reference cannot be spelled.

mod bound;
mod choice;
mod enumeration;
mod literal;
pub mod operation;
pub mod schema;

pub use bound::{Bound, Limits, Number, Pattern, Range};
pub use choice::{Alternative, Choice, Selection};
pub use enumeration::{Enumerated, Enumeration, EnumerationValue};
pub use literal::Literal;
pub use operation::{
    ApiKeyIn, Body, Carries, Content, Header, Operation, Outcome, Parameter, ParameterIn, Polling, Reply, Requirement,
    SecurityKind, SecurityScheme, Segment, Server, ServerVariable, Status, Style, Verb, Waiter,
};
pub use schema::{
    Access, Component, Field, IntegerFormat, List, Map, Name, Object, Owner, Rest, Scalar, Shape, Step, Text,
    TextFormat, Type, TypeId, Types,
};

use std::collections::BTreeMap;

use crate::source::{Place, Pointer};

/// An API, whole.
#[derive(Clone, Debug)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// What `info` says to a reader.
    pub docs: Docs,
    /// `info.contact`, `info.license` and `info.termsOfService`, as labelled lines for the docs.
    pub about: Vec<(String, String)>,
    /// The servers of the whole document, in its order.
    pub servers: Vec<Server>,
    /// The security schemes that the document declares, in its order.
    pub schemes: Vec<SecurityScheme>,
    /// The tags that the document declares.
    pub tags: Vec<Tag>,
    /// Every schema, declared or inline.
    pub types: Types,
    /// Every operation, in the order of the document.
    pub operations: Vec<Operation>,
    /// The names that the document itself asks for (`x-rust-name`), by what they are for, and where it does.
    pub names: BTreeMap<Pointer, (String, Place)>,
}

/// What the document says to a reader about one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// `summary`, or the `title` of a schema.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `externalDocs`: its url and its description.
    pub external: Option<(String, Option<String>)>,
    /// `example` and `examples`, in the order of the document.
    pub examples: Vec<Example>,
}

impl Docs {
    /// The value of the first example that has one: JSON text, or a url.
    pub fn example(&self) -> Option<&str> {
        self.examples.iter().find_map(|example| example.value.as_deref())
    }
}

/// An example of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Example {
    /// Its key in `examples`.
    pub name: Option<String>,
    /// Its `summary` and `description`.
    pub words: Option<String>,
    /// Its value as JSON text, or the url that `externalValue` gives.
    pub value: Option<String>,
}

impl Example {
    /// How many characters of a value docs show.
    pub const SHOWN: usize = 200;
}

/// A tag that the document declares.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub docs: Docs,
}
