//! The items of a file.

use super::{Documentation, Ident, Impl, Type, Value};

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
    /// `trueform_runtime::open_enum!(Name);`
    OpenEnum(OpenEnum),
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
    /// Why nothing reads it, where nothing does.
    pub unread: Option<&'static str>,
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
    /// Its text on the wire, where it has one.
    pub wire: Option<String>,
    /// Whether it is the one that `Default` gives.
    pub default: bool,
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

/// `trueform_runtime::open_enum!(Name);`: the impls that follow from what an enumeration of texts says of itself.
#[derive(Clone, Debug)]
pub struct OpenEnum {
    /// The enumeration.
    pub name: Ident,
    /// Whether the document expects values that it does not state.
    pub others: bool,
}

impl OpenEnum {
    /// What it implements, as an `impl` would spell it: a lifetime and a trait each.
    pub const IMPLS: [(Option<&'static str>, &'static str); 5] = [
        (None, "FromStr"),
        (None, "fmt::Display"),
        (None, "Serialize"),
        (Some("de"), "Deserialize<'de>"),
        (None, "Validate"),
    ];
}
