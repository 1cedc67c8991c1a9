//! A body of a type: the document's own example, or the simplest value.

use serde_json::{Map, Value, json};
use trueform::api::{Api, Choice, Literal, Number, Scalar, Selection, Shape, TextFormat, TypeId};

/// How deep objects may lie within one another. What is deeper is recursive, or not simple.
const DEPTH: usize = 16;

/// A value of the type; nothing where a value is not simple to make.
pub(super) fn of(api: &Api, ty: TypeId) -> Option<Value> {
    make(api, ty, DEPTH)
}

fn make(api: &Api, ty: TypeId, depth: usize) -> Option<Value> {
    let ty = &api.types[ty];
    let depth = depth.checked_sub(1)?;
    if let Some(example) = ty.docs.example().and_then(|text| serde_json::from_str(text).ok()) {
        return Some(example);
    }
    if let Some(default) = &ty.default {
        return literal(default);
    }
    match &ty.shape {
        Shape::Scalar(scalar) => self::scalar(scalar),
        Shape::Enumeration(enumeration) => literal(&enumeration.values.first()?.literal),
        Shape::Object(object) => {
            let mut made = Map::new();
            for field in object.fields.iter().filter(|field| field.required) {
                let example = field.docs.example().and_then(|text| serde_json::from_str(text).ok());
                let value = example.or_else(|| make(api, field.ty, depth))?;
                made.insert(field.wire.clone(), value);
            }
            Some(made.into())
        }
        Shape::List(list) if list.count.min.unwrap_or(0) == 0 => Some(json!([])),
        Shape::List(list) if list.count.min == Some(1) => Some(json!([make(api, list.items, depth)?])),
        Shape::Map(map) if map.count.min.unwrap_or(0) == 0 => Some(json!({})),
        Shape::List(_) | Shape::Map(_) => None,
        Shape::Nullable(_) | Shape::Null | Shape::Any => Some(Value::Null),
        Shape::Choice(choice) => of_choice(api, choice, depth),
        Shape::Alias(inner) => make(api, *inner, depth),
    }
}

/// A value of the first alternative that one can be made of, with its tag.
fn of_choice(api: &Api, choice: &Choice, depth: usize) -> Option<Value> {
    choice.alternatives.iter().find_map(|alternative| {
        let mut value = make(api, alternative.ty, depth)?;
        if let (Selection::Tag(tag), Some(said), Some(members)) =
            (&choice.told_by, alternative.tags.first(), value.as_object_mut())
        {
            members.insert(tag.clone(), json!(said));
        }
        Some(value)
    })
}

fn scalar(scalar: &Scalar) -> Option<Value> {
    match scalar {
        Scalar::Boolean(only) => Some(json!(only.unwrap_or(false))),
        Scalar::Integer(_, range) | Scalar::Number(range) => match &range.min {
            Some(bound) if bound.exclusive => None,
            Some(bound) => number(bound.value),
            None if range.max.is_some() => None,
            None => Some(json!(0)),
        },
        Scalar::Text(text) if !text.patterns.is_empty() => None,
        Scalar::Text(text) => match text.format {
            TextFormat::DateTime => Some(json!("2026-01-02T03:04:05Z")),
            TextFormat::Date => Some(json!("2026-01-02")),
            TextFormat::Base64 => Some(json!("")),
            TextFormat::Plain => {
                let length = usize::try_from(text.length.min.unwrap_or(0)).ok().filter(|length| *length <= 1024)?;
                Some(json!("a".repeat(length)))
            }
        },
    }
}

fn literal(literal: &Literal) -> Option<Value> {
    match literal {
        Literal::Null => Some(Value::Null),
        Literal::Boolean(value) => Some(json!(value)),
        Literal::Number(value) => number(*value),
        Literal::Text(value) => Some(json!(value)),
        Literal::List(items) => items.iter().map(self::literal).collect(),
        Literal::Object(members) => {
            let members = members.iter().map(|(key, value)| Some((key.clone(), self::literal(value)?)));
            members.collect::<Option<Map<_, _>>>().map(Value::from)
        }
    }
}

fn number(number: Number) -> Option<Value> {
    match number {
        Number::Integer(value) => i64::try_from(value).ok().map(Value::from),
        Number::Float(value) => Some(json!(value)),
    }
}
