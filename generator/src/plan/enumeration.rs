//! Enumerations: open enums that keep what they do not know.

use super::Context;
use super::bounds::Bounds;
use super::conversion;
use super::documentation::code;
use super::rename;
use super::types::{integer, runtime};
use crate::api::{Enumerated, Enumeration, EnumerationValue, Literal, Number, TypeId};
use crate::diagnostic::Report;
use crate::rust::body::{self, EnumerationBody};
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{
    Body, Constant, Documentation, Enum, Function, Ident, Impl, ImplItem, Item, OpenEnum, Receiver, Type, Value,
    Variant, Visibility,
};

impl Context<'_> {
    /// The items of an enumeration.
    pub(super) fn enumeration(&self, id: TypeId, enumeration: &Enumeration, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let name = self.names.types[&id].clone();
        let variants = self.variants(id, enumeration, report);
        let mut docs = self.words_or(&ty.docs, ty, &format!("The values of `{name}`."));
        self.fact_words(id, &Bounds::default(), None, &mut docs);
        if enumeration.open {
            docs.line("Other values may come, the document says.");
        }
        docs.line(super::origin(ty));
        let default = self.default_variant(id, enumeration);
        let mut derives = match enumeration.of {
            Enumerated::Text | Enumerated::Integer(_) => {
                vec!["Clone", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"]
            }
            Enumerated::Number | Enumerated::Any => vec!["Clone", "Debug", "PartialEq"],
        };
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
            holds: Some(match base(enumeration.of) {
                None => runtime("UnknownValue"),
                Some(base) => runtime("UnknownValue").of([base]),
            }),
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
        let mut items = vec![Item::Enum(item)];
        items.extend(match base(enumeration.of) {
            None => textual(&name, variants, enumeration),
            Some(base) => valued(&name, variants, enumeration, &base),
        });
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
        let default = own.or_else(nullable)?;
        enumeration.values.iter().position(|value| value.literal == *default)
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

/// The Rust type of the values of an enumeration that are no texts.
fn base(of: Enumerated) -> Option<Type> {
    match of {
        Enumerated::Text => None,
        Enumerated::Integer(format) => Some(Type::plain(integer(format))),
        Enumerated::Number => Some(Type::plain("f64")),
        Enumerated::Any => Some(runtime("Value")),
    }
}

fn values(variants: &[Ident]) -> ImplItem {
    ImplItem::Constant(Constant {
        docs: Documentation(vec!["Every value that the document states, in its order.".to_owned()]),
        visibility: Some(Visibility::Public),
        name: Ident::fixed("VALUES"),
        ty: Type::this().slice().statically(),
        value: Value::Variants(variants.to_vec()),
    })
}

fn accessor(name: &'static str, returns: Type, body: EnumerationBody) -> ImplItem {
    ImplItem::Function(Function {
        docs: Documentation(vec!["The value on the wire.".to_owned()]),
        must_use: true,
        visibility: Some(Visibility::Public),
        receiver: Receiver::Ref,
        returns: Some(returns),
        ..Function::new(Ident::fixed(name), Body::Enumeration(body))
    })
}

/// The impls of an enumeration of texts.
fn textual(name: &Ident, variants: Vec<Ident>, enumeration: &Enumeration) -> Vec<Item> {
    let text = || Type::plain("str").reference();
    let body = Body::Enumeration;
    let listed = values(&variants);
    let pairs: Vec<(Ident, String)> =
        variants.into_iter().zip(enumeration.values.iter().map(|value| value.wire.clone())).collect();
    let as_str = accessor("as_str", text(), EnumerationBody::AsStr(pairs.clone()));
    vec![
        Item::Impl(Impl::inherent(Type::plain(name.as_str()), vec![listed, as_str])),
        conversion::from(name, "text", text(), body(EnumerationBody::FromText(pairs))),
        Item::OpenEnum(OpenEnum { name: name.clone(), others: enumeration.open }),
    ]
}

/// The impls of an enumeration of other values.
fn valued(name: &Ident, variants: Vec<Ident>, enumeration: &Enumeration, base: &Type) -> Vec<Item> {
    let body = Body::Enumeration;
    let of = match enumeration.of {
        Enumerated::Text | Enumerated::Any => body::Enumerated::Any,
        Enumerated::Integer(_) => body::Enumerated::Integer,
        Enumerated::Number => body::Enumerated::Number,
    };
    let listed = values(&variants);
    let literals = enumeration.values.iter().map(|value| literal(&value.literal, of));
    let pairs: Vec<(Ident, Value)> = variants.into_iter().zip(literals).collect();
    let value = accessor("value", base.clone(), EnumerationBody::Value(pairs.clone(), of));
    vec![
        Item::Impl(Impl::inherent(Type::plain(name.as_str()), vec![listed, value])),
        conversion::from(name, "value", base.clone(), body(EnumerationBody::FromValue(pairs, of))),
        conversion::display(name, body(EnumerationBody::DisplayValue)),
        conversion::serialize(name, body(EnumerationBody::SerializeValue)),
        conversion::deserialize(name, body(EnumerationBody::DeserializeValue(base.clone()))),
        conversion::validate(name, body(EnumerationBody::Check)),
    ]
}

/// A value of an enumeration as code.
#[allow(clippy::cast_precision_loss, reason = "a JSON number is a double for whoever reads it")]
fn literal(literal: &Literal, of: body::Enumerated) -> Value {
    let plain = match literal {
        Literal::Boolean(value) => Some(Value::Boolean(*value)),
        Literal::Number(Number::Integer(value)) if of == body::Enumerated::Number => Some(Value::Float(*value as f64)),
        // What fits no type of JSON values is read from its text.
        Literal::Number(Number::Integer(value)) if of == body::Enumerated::Any => {
            i64::try_from(*value).ok().map(|_| Value::Integer(*value))
        }
        Literal::Number(Number::Integer(value)) => Some(Value::Integer(*value)),
        Literal::Number(Number::Float(value)) => Some(Value::Float(*value)),
        Literal::Text(text) => Some(Value::Text(text.clone())),
        Literal::Null | Literal::List(_) | Literal::Object(_) => None,
    };
    match plain {
        Some(plain) if of == body::Enumerated::Any => Value::Json(Box::new(plain)),
        Some(plain) => plain,
        None => Value::Parsed(literal.to_json()),
    }
}
