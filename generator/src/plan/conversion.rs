//! The impls by which a type that is not derived is read, written and checked.

use super::model::checker;
use super::types::runtime;
use crate::rust::{Body, Function, Ident, Impl, ImplItem, Import, Item, Receiver, Type};

/// `impl Serialize`
pub(super) fn serialize(on: &Ident, body: Body) -> Item {
    let function = Function {
        generic: Some(("S", Type::imported("serde::Serializer"))),
        receiver: Receiver::Ref,
        parameters: vec![(Ident::fixed("serializer"), Type::plain("S"))],
        returns: Some(result(Type::plain("S::Ok"), Type::plain("S::Error"))),
        ..Function::new(Ident::fixed("serialize"), body)
    };
    of(Type::imported("serde::Serialize"), on, vec![ImplItem::Function(function)])
}

/// `impl Deserialize`
pub(super) fn deserialize(on: &Ident, body: Body) -> Item {
    let lifetime = |path: &str, import: &str| Type::Path {
        path: path.to_owned(),
        import: Some(Import::new(import)),
        arguments: Vec::new(),
    };
    let function = Function {
        generic: Some(("D", lifetime("Deserializer<'de>", "serde::Deserializer"))),
        parameters: vec![(Ident::fixed("deserializer"), Type::plain("D"))],
        returns: Some(result(Type::this(), Type::plain("D::Error"))),
        ..Function::new(Ident::fixed("deserialize"), body)
    };
    Item::Impl(Impl {
        lifetime: Some("de"),
        of: Some(lifetime("Deserialize<'de>", "serde::Deserialize")),
        on: Type::plain(on.as_str()),
        items: vec![ImplItem::Function(function)],
    })
}

/// `impl Validate`
pub(super) fn validate(on: &Ident, body: Body) -> Item {
    let function = Function {
        receiver: Receiver::Ref,
        parameters: vec![(Ident::fixed("checker"), checker())],
        ..Function::new(Ident::fixed("check"), body)
    };
    of(runtime("Validate"), on, vec![ImplItem::Function(function)])
}

/// `impl From`
pub(super) fn from(on: &Ident, value: &'static str, ty: Type, body: Body) -> Item {
    let function = Function {
        parameters: vec![(Ident::fixed(value), ty.clone())],
        returns: Some(Type::this()),
        ..Function::new(Ident::fixed("from"), body)
    };
    of(Type::plain("From").of([ty]), on, vec![ImplItem::Function(function)])
}

/// `impl Display`
pub(super) fn display(on: &Ident, body: Body) -> Item {
    let function = Function {
        receiver: Receiver::Ref,
        parameters: vec![(Ident::fixed("formatter"), Type::within("std::fmt", "Formatter<'_>").mutable())],
        returns: Some(Type::within("std::fmt", "Result")),
        ..Function::new(Ident::fixed("fmt"), body)
    };
    of(Type::within("std::fmt", "Display"), on, vec![ImplItem::Function(function)])
}

/// `impl Trait for Type`
pub(super) fn of(of: Type, on: &Ident, items: Vec<ImplItem>) -> Item {
    Item::Impl(Impl::of(of, Type::plain(on.as_str()), items))
}

/// `Result<ok, error>`
pub(super) fn result(ok: Type, error: Type) -> Type {
    Type::plain("Result").of([ok, error])
}
