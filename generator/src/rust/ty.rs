//! Types, and what a file imports to spell them.

use std::fmt;

/// Something that a file imports, for example `trueform_runtime::DateTime` or `std::fmt`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Import {
    /// The path up to the name.
    pub module: String,
    /// The name.
    pub name: String,
}

impl Import {
    /// The import of a path such as `trueform_runtime::DateTime`.
    pub fn new(path: &str) -> Self {
        let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
        Self { module: module.to_owned(), name: name.to_owned() }
    }
}

/// A type, as a file spells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// `Option<DateTime>`: the path as spelled, what must be imported for that, and the arguments.
    Path {
        /// As spelled, for example `models::Pet`.
        path: String,
        /// What must be imported, where anything must.
        import: Option<Import>,
        /// The generic arguments.
        arguments: Vec<Type>,
    },
    /// `&T`
    Reference(Box<Type>),
    /// `&'static T`
    Static(Box<Type>),
    /// `&mut T`
    Mutable(Box<Type>),
    /// `[T]`
    Slice(Box<Type>),
    /// `impl Trait`
    Impl(Box<Type>),
    /// `()`
    Unit,
}

impl Type {
    /// A type of the prelude, or a primitive one.
    pub fn plain(path: &str) -> Self {
        Self::Path { path: path.to_owned(), import: None, arguments: Vec::new() }
    }

    /// A type that is imported by its full path and spelled by its last segment.
    pub fn imported(path: &str) -> Self {
        let import = Import::new(path);
        Self::Path { path: import.name.clone(), import: Some(import), arguments: Vec::new() }
    }

    /// A type that is spelled within an imported module, for example `fmt::Display` of `std::fmt`.
    pub fn within(module: &str, name: &str) -> Self {
        let import = Import::new(module);
        Self::Path { path: format!("{}::{name}", import.name), import: Some(import), arguments: Vec::new() }
    }

    /// `Self`
    pub fn this() -> Self {
        Self::plain("Self")
    }

    /// The same path with generic arguments.
    #[must_use]
    pub fn of(self, arguments: impl IntoIterator<Item = Type>) -> Self {
        match self {
            Self::Path { path, import, .. } => Self::Path { path, import, arguments: arguments.into_iter().collect() },
            other => other,
        }
    }

    /// `Option<self>`
    #[must_use]
    pub fn option(self) -> Self {
        Self::plain("Option").of([self])
    }

    /// `Vec<self>`
    #[must_use]
    pub fn vec(self) -> Self {
        Self::plain("Vec").of([self])
    }

    /// `Box<self>`
    #[must_use]
    pub fn boxed(self) -> Self {
        Self::plain("Box").of([self])
    }

    /// `impl Into<self>`
    #[must_use]
    pub fn into(self) -> Self {
        Self::Impl(Box::new(Self::plain("Into").of([self])))
    }

    /// `&self`
    #[must_use]
    pub fn reference(self) -> Self {
        Self::Reference(Box::new(self))
    }

    /// `&'static self`
    #[must_use]
    pub fn statically(self) -> Self {
        Self::Static(Box::new(self))
    }

    /// `&mut self`
    #[must_use]
    pub fn mutable(self) -> Self {
        Self::Mutable(Box::new(self))
    }

    /// `[self]`
    #[must_use]
    pub fn slice(self) -> Self {
        Self::Slice(Box::new(self))
    }

    /// The type as it is spelled outside the crate, which is called `library` there.
    pub fn absolute(&self, library: &str) -> String {
        match self {
            Self::Path { path, import, arguments } => {
                let module = import.as_ref().map_or("", |import| import.module.as_str());
                let module = if module == "crate" {
                    library.to_owned()
                } else {
                    module.replace("crate::", &format!("{library}::"))
                };
                let path = if module.is_empty() { path.clone() } else { format!("{module}::{path}") };
                let arguments: Vec<String> = arguments.iter().map(|argument| argument.absolute(library)).collect();
                if arguments.is_empty() { path } else { format!("{path}<{}>", arguments.join(", ")) }
            }
            Self::Reference(ty) => format!("&{}", ty.absolute(library)),
            Self::Static(ty) => format!("&'static {}", ty.absolute(library)),
            Self::Mutable(ty) => format!("&mut {}", ty.absolute(library)),
            Self::Slice(ty) => format!("[{}]", ty.absolute(library)),
            Self::Impl(ty) => format!("impl {}", ty.absolute(library)),
            Self::Unit => "()".to_owned(),
        }
    }

    /// Calls `visit` with everything that must be imported to spell the type.
    pub fn imports(&self, visit: &mut impl FnMut(&Import)) {
        match self {
            Self::Path { import, arguments, .. } => {
                if let Some(import) = import {
                    visit(import);
                }
                for argument in arguments {
                    argument.imports(visit);
                }
            }
            Self::Reference(ty) | Self::Static(ty) | Self::Mutable(ty) | Self::Slice(ty) | Self::Impl(ty) => {
                ty.imports(visit);
            }
            Self::Unit => {}
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path { path, arguments, .. } => {
                formatter.write_str(path)?;
                for (index, argument) in arguments.iter().enumerate() {
                    formatter.write_str(if index == 0 { "<" } else { ", " })?;
                    argument.fmt(formatter)?;
                }
                if arguments.is_empty() { Ok(()) } else { formatter.write_str(">") }
            }
            Self::Reference(ty) => write!(formatter, "&{ty}"),
            Self::Static(ty) => write!(formatter, "&'static {ty}"),
            Self::Mutable(ty) => write!(formatter, "&mut {ty}"),
            Self::Slice(ty) => write!(formatter, "[{ty}]"),
            Self::Impl(ty) => write!(formatter, "impl {ty}"),
            Self::Unit => formatter.write_str("()"),
        }
    }
}
