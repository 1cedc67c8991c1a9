//! Model 2: what the Rust will be.
//!
//! A finished tree: every file, item, name, type, derive, box and check is decided here, by `plan`, and only written
//! down by `emit`. No word of OpenAPI is left; what the document says stands in strings for the docs and the wire.

pub mod body;
pub mod name;
pub mod ty;
pub mod visit;

use std::collections::BTreeSet;

pub use body::Body;
pub use name::Ident;
pub use ty::{Import, Type};

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
    /// The version of the runtime that the code is written for.
    pub runtime_version: &'static str,
    /// Where the runtime lies, as a path from the crate.
    pub runtime: String,
    /// `[dev-dependencies]`, in order, as TOML.
    pub dev_dependencies: Vec<(String, String)>,
    /// Whether the crate is a workspace of its own.
    pub standalone: bool,
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

/// Docs, line by line, safe to render.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documentation(pub Vec<String>);

/// An item of a file.
#[derive(Clone, Debug)]
pub enum Item {
    /// `mod name;`
    Module(Module),
    /// `pub use path;`
    Reexport(Reexport),
    /// `struct`
    Struct(Struct),
    /// `enum`
    Enum(Enum),
    /// `type Name = Type;`
    Alias(Alias),
    /// `const`
    Constant(Constant),
    /// `static` of facts or of a pattern.
    Static(Static),
    /// `impl`
    Impl(Impl),
}

/// Who sees an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Every user of the crate.
    Public,
    /// The crate.
    Crate,
    /// The module.
    Private,
}

/// `mod name;`
#[derive(Clone, Debug)]
pub struct Module {
    /// Docs.
    pub docs: Documentation,
    /// Who sees it.
    pub visibility: Visibility,
    /// The feature it needs.
    pub feature: Option<&'static str>,
    /// Its name.
    pub name: Ident,
}

/// `pub use path;`
#[derive(Clone, Debug)]
pub struct Reexport {
    /// Docs.
    pub docs: Documentation,
    /// The feature it needs.
    pub feature: Option<&'static str>,
    /// The path up to the names.
    pub path: String,
    /// The names; one stands without braces.
    pub names: Vec<String>,
}

/// `struct`
#[derive(Clone, Debug)]
pub struct Struct {
    /// Docs.
    pub docs: Documentation,
    /// Whether the document deprecates it.
    pub deprecated: bool,
    /// What is derived, in order.
    pub derives: Vec<&'static str>,
    /// `#[must_use = "…"]`
    pub must_use: Option<&'static str>,
    /// Whether fields may be added.
    pub non_exhaustive: bool,
    /// Whether serde sees through it.
    pub transparent: bool,
    /// Its name.
    pub name: Ident,
    /// Its fields.
    pub fields: Fields,
}

/// The fields of a struct.
#[derive(Clone, Debug)]
pub enum Fields {
    /// `{ name: Type }`
    Named(Vec<Field>),
    /// `(Type)`
    Tuple(Visibility, Type),
}

/// A named field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Docs.
    pub docs: Documentation,
    /// Whether the document deprecates it.
    pub deprecated: bool,
    /// Who sees it.
    pub visibility: Visibility,
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// How serde reads and writes it, where it does.
    pub serde: Vec<Serde>,
}

/// One argument of `#[serde(…)]` on a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Serde {
    /// `rename = "…"`
    Rename(String),
    /// `default`
    Default,
    /// `skip_serializing_if = "…"`
    SkipIf(&'static str),
    /// `deserialize_with = "…"`
    DeserializeWith(&'static str),
    /// `flatten`
    Flatten,
}

/// `enum`
#[derive(Clone, Debug)]
pub struct Enum {
    /// Docs.
    pub docs: Documentation,
    /// Whether the document deprecates it.
    pub deprecated: bool,
    /// What is derived, in order.
    pub derives: Vec<&'static str>,
    /// Its name.
    pub name: Ident,
    /// Its variants; one may always be added.
    pub variants: Vec<Variant>,
}

/// A variant of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Docs.
    pub docs: Documentation,
    /// Its name.
    pub name: Ident,
    /// What it holds.
    pub holds: Option<Type>,
}

/// `type Name = Type;`
#[derive(Clone, Debug)]
pub struct Alias {
    /// Docs.
    pub docs: Documentation,
    /// Whether the document deprecates it.
    pub deprecated: bool,
    /// Its name.
    pub name: Ident,
    /// What it stands for.
    pub ty: Type,
}

/// `const NAME: Type = value;`
#[derive(Clone, Debug)]
pub struct Constant {
    /// Docs.
    pub docs: Documentation,
    /// Who sees it; `None` for a constant of a trait.
    pub visibility: Option<Visibility>,
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// Its value.
    pub value: Value,
}

/// `static NAME: Type = value;`
#[derive(Clone, Debug)]
pub struct Static {
    /// Docs.
    pub docs: Documentation,
    /// Who sees it.
    pub visibility: Visibility,
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// Its value.
    pub value: Value,
}

/// A constant value.
#[derive(Clone, Debug)]
pub enum Value {
    /// `true`
    Boolean(bool),
    /// `32`, of a type that holds it.
    Integer(i128),
    /// `0.5`
    Float(f64),
    /// `"text"`
    Text(String),
    /// `&[Self::A, Self::B]`
    Variants(Vec<Ident>),
    /// `Type::Variant`
    Variant(Type, Ident),
    /// `Pattern::new("ecma", r"regex")`
    Pattern {
        /// As the document states it.
        ecma: String,
        /// As the `regex` crate takes it.
        regex: String,
    },
    /// The facts of an operation.
    Operation(body::OperationFacts),
    /// The facts of the service.
    Service(body::ServiceFacts),
    /// A security scheme.
    SecurityScheme(body::SecurityFacts),
}

/// `impl`
#[derive(Clone, Debug)]
pub struct Impl {
    /// The lifetime that it is generic over, without the tick.
    pub lifetime: Option<&'static str>,
    /// The trait, where it is the impl of one.
    pub of: Option<Type>,
    /// The type.
    pub on: Type,
    /// What stands in it, in order.
    pub items: Vec<ImplItem>,
}

/// An item of an impl.
#[derive(Clone, Debug)]
pub enum ImplItem {
    /// `const`
    Constant(Constant),
    /// `type Name = Type;`
    Type(Ident, Type),
    /// `fn`
    Function(Function),
}

/// `fn`
#[derive(Clone, Debug)]
pub struct Function {
    /// Docs.
    pub docs: Documentation,
    /// Whether the document deprecates it.
    pub deprecated: bool,
    /// `#[must_use]`
    pub must_use: bool,
    /// Who sees it; `None` for a function of a trait.
    pub visibility: Option<Visibility>,
    /// `async`
    pub is_async: bool,
    /// Its name.
    pub name: Ident,
    /// The type parameter it is generic over, and its bound.
    pub generic: Option<(&'static str, Type)>,
    /// How it takes `self`.
    pub receiver: Receiver,
    /// Its parameters.
    pub parameters: Vec<(Ident, Type)>,
    /// What it returns.
    pub returns: Option<Type>,
    /// What it does.
    pub body: Body,
}

/// How a function takes `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// Not at all.
    None,
    /// `&self`
    Ref,
    /// `&mut self`
    Mut,
    /// `self`
    Value,
    /// `mut self`
    MutValue,
}

impl Function {
    /// A private function of a trait without parameters, to be filled in.
    pub fn new(name: Ident, body: Body) -> Self {
        Self {
            docs: Documentation::default(),
            deprecated: false,
            must_use: false,
            visibility: None,
            is_async: false,
            name,
            generic: None,
            receiver: Receiver::None,
            parameters: Vec::new(),
            returns: None,
            body,
        }
    }
}

impl Impl {
    /// `impl Type { … }`
    pub fn inherent(on: Type, items: Vec<ImplItem>) -> Self {
        Self { lifetime: None, of: None, on, items }
    }

    /// `impl Trait for Type { … }`
    pub fn of(of: Type, on: Type, items: Vec<ImplItem>) -> Self {
        Self { lifetime: None, of: Some(of), on, items }
    }
}

impl Documentation {
    /// Docs of one line.
    pub fn line(line: impl Into<String>) -> Self {
        Self(vec![line.into()])
    }
}
