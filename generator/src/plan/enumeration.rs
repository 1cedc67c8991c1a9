//! String enumerations: open enums that keep what they do not know.

use super::Context;
use super::bounds::Bounds;
use super::documentation::code;
use super::rename;
use super::types::runtime;
use crate::api::{Enumeration, EnumerationValue, Literal, TypeId};
use crate::diagnostic::Report;
use crate::rust::body::EnumerationBody;
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{
    Body, Constant, Documentation, Enum, Function, Ident, Impl, ImplItem, Item, Receiver, Type, Value, Variant,
    Visibility,
};

impl Context<'_> {
    /// The items of an enumeration.
    pub(super) fn enumeration(&self, id: TypeId, enumeration: &Enumeration, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let name = self.names.types[&id].clone();
        let variants = self.variants(id, enumeration, report);
        let mut docs = self.words_or(&ty.docs, ty, &format!("The values of `{name}`."));
        self.fact_words(id, &Bounds::default(), None, &mut docs);
        docs.line(super::origin(ty));
        let default = self.default_variant(id, enumeration);
        let mut derives = vec!["Clone", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];
        if default.is_some() {
            derives.insert(2, "Default");
        }
        let known = enumeration.values.iter().zip(&variants).enumerate();
        let documented = known.map(|(index, (value, variant))| Variant {
            docs: self.value_docs(value),
            name: variant.clone(),
            holds: None,
            wire: Some(value.wire.clone()),
            default: default == Some(index),
        });
        let unknown = Variant {
            docs: Documentation(vec![
                "A value that this version of the crate does not know, kept as it came.".to_owned(),
            ]),
            name: Ident::fixed("Unknown"),
            holds: Some(runtime("UnknownValue")),
            wire: None,
            default: false,
        };
        let item = Enum {
            docs: docs.finish(),
            deprecated: ty.deprecated,
            derives,
            name: name.clone(),
            variants: documented.chain([unknown]).collect(),
        };
        let pairs: Vec<(Ident, String)> =
            variants.into_iter().zip(enumeration.values.iter().map(|value| value.wire.clone())).collect();
        let mut items = vec![Item::Enum(item), inherent(&name, &pairs)];
        items.extend(conversions(&name, pairs));
        items
    }

    fn value_docs(&self, value: &EnumerationValue) -> Documentation {
        let mut docs = super::documentation::Paragraphs::default();
        docs.push(value.description.as_deref().map(|text| self.prose.lines(text)).unwrap_or_default());
        docs.line(format!("On the wire: {}.", code(&value.wire)));
        docs.finish()
    }

    /// Which value the document states as the default of the type itself.
    fn default_variant(&self, id: TypeId, enumeration: &Enumeration) -> Option<usize> {
        let own = self.api.types[id].default.as_ref();
        let nullable = || self.facts.nullable.get(&id).and_then(|outer| self.api.types[*outer].default.as_ref());
        match own.or_else(nullable)? {
            Literal::Text(text) => enumeration.values.iter().position(|value| value.wire == *text),
            _ => None,
        }
    }

    /// The variants' names; `Unknown` is ours.
    pub(super) fn variants(&self, id: TypeId, enumeration: &Enumeration, report: &mut Report) -> Vec<Ident> {
        let at = &self.api.types[id].at;
        let claims: Vec<Claim> = enumeration
            .values
            .iter()
            .map(|value| Claim::new(value.name.as_ref().unwrap_or(&value.wire), format!("{at}/{}", value.wire)))
            .collect();
        let claimed = Scope::reserving(["Unknown", "VALUES"]).claim(Case::Variant, &claims);
        for (index, (claimed, value)) in claimed.iter().zip(&enumeration.values).enumerate() {
            rename::note(report, claimed, &value.wire, &at.key("enum").index(index));
        }
        claimed.into_iter().map(|claimed| claimed.name).collect()
    }
}

fn inherent(name: &Ident, pairs: &[(Ident, String)]) -> Item {
    let values = Constant {
        docs: Documentation(vec!["Every value that the document states, in its order.".to_owned()]),
        visibility: Some(Visibility::Public),
        name: Ident::fixed("VALUES"),
        ty: Type::this().slice().statically(),
        value: Value::Variants(pairs.iter().map(|(variant, _)| variant.clone()).collect()),
    };
    let as_str = Function {
        docs: Documentation(vec!["The value on the wire.".to_owned()]),
        must_use: true,
        visibility: Some(Visibility::Public),
        receiver: Receiver::Ref,
        returns: Some(Type::plain("str").reference()),
        ..Function::new(Ident::fixed("as_str"), Body::Enumeration(EnumerationBody::AsStr(pairs.to_vec())))
    };
    Item::Impl(Impl::inherent(Type::plain(name.as_str()), vec![ImplItem::Constant(values), ImplItem::Function(as_str)]))
}

fn conversions(name: &Ident, pairs: Vec<(Ident, String)>) -> Vec<Item> {
    let on = || Type::plain(name.as_str());
    let text = || Type::plain("str").reference();
    let function = |name, body| Function::new(Ident::fixed(name), Body::Enumeration(body));
    let serializer = Type::imported("serde::Serializer");
    let deserializer = Type::Path {
        path: "Deserializer<'de>".to_owned(),
        import: Some(crate::rust::Import::new("serde::Deserializer")),
        arguments: Vec::new(),
    };
    let deserialize = Type::Path {
        path: "Deserialize<'de>".to_owned(),
        import: Some(crate::rust::Import::new("serde::Deserialize")),
        arguments: Vec::new(),
    };
    let result = |ok: Type, error: Type| Type::plain("Result").of([ok, error]);
    let from = Function {
        parameters: vec![(Ident::fixed("text"), text())],
        returns: Some(Type::this()),
        ..function("from", EnumerationBody::FromText(pairs))
    };
    let from_str = Function {
        parameters: vec![(Ident::fixed("text"), text())],
        // Not `Self::Err`: a value may be called so.
        returns: Some(result(Type::this(), Type::imported("std::convert::Infallible"))),
        ..function("from_str", EnumerationBody::FromStr)
    };
    let display = Function {
        receiver: Receiver::Ref,
        parameters: vec![(Ident::fixed("formatter"), Type::within("std::fmt", "Formatter<'_>").mutable())],
        returns: Some(Type::within("std::fmt", "Result")),
        ..function("fmt", EnumerationBody::Display)
    };
    let serialize = Function {
        generic: Some(("S", serializer)),
        receiver: Receiver::Ref,
        parameters: vec![(Ident::fixed("serializer"), Type::plain("S"))],
        returns: Some(result(Type::plain("S::Ok"), Type::plain("S::Error"))),
        ..function("serialize", EnumerationBody::Serialize)
    };
    let read = Function {
        generic: Some(("D", deserializer)),
        parameters: vec![(Ident::fixed("deserializer"), Type::plain("D"))],
        returns: Some(result(Type::this(), Type::plain("D::Error"))),
        ..function("deserialize", EnumerationBody::Deserialize)
    };
    let of = |of: Type, items: Vec<ImplItem>| Item::Impl(Impl { lifetime: None, of: Some(of), on: on(), items });
    let error = ImplItem::Type(Ident::fixed("Err"), Type::imported("std::convert::Infallible"));
    vec![
        of(Type::plain("From").of([text()]), vec![ImplItem::Function(from)]),
        of(Type::imported("std::str::FromStr"), vec![error, ImplItem::Function(from_str)]),
        of(Type::within("std::fmt", "Display"), vec![ImplItem::Function(display)]),
        of(Type::imported("serde::Serialize"), vec![ImplItem::Function(serialize)]),
        Item::Impl(Impl {
            lifetime: Some("de"),
            of: Some(deserialize),
            on: on(),
            items: vec![ImplItem::Function(read)],
        }),
        of(runtime("Validate"), vec![ImplItem::Function(super::model::check_function(Vec::new()))]),
    ]
}
