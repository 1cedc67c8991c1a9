//! Impls and their functions.

use super::{Body, Constant, Documentation, Ident, Type, Visibility};

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
    /// The feature it needs.
    pub feature: Option<&'static str>,
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
            feature: None,
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
