//! JSON values of the document, exactly.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::api::{Literal, Number};

/// The largest whole number up to which every whole number is an `f64` of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A number that `openapiv3` holds as an `f64`.
pub(super) fn number(value: f64) -> Number {
    if value.fract() == 0.0 && value.abs() <= EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of at most 2^53")]
        return Number::Integer(value as i128);
    }
    Number::Float(value)
}

/// A JSON value as it stands.
pub(super) fn literal(value: &Value) -> Literal {
    match value {
        Value::Null => Literal::Null,
        Value::Bool(value) => Literal::Boolean(*value),
        Value::Number(value) => Literal::Number(exact(value)),
        Value::String(value) => Literal::Text(value.clone()),
        Value::Array(items) => Literal::List(items.iter().map(literal).collect()),
        Value::Object(members) => {
            Literal::Object(members.iter().map(|(key, value)| (key.clone(), literal(value))).collect())
        }
    }
}

/// A value that was carried past what cannot hold it.
pub(super) fn carried<'e>(key: &str, mut extensions: impl Iterator<Item = (&'e String, &'e Value)>) -> Option<&'e str> {
    extensions.find(|(name, _)| *name == key).and_then(|(_, value)| value.as_str())
}

/// A value from its JSON text, with all digits of its whole numbers.
pub(super) fn of_text(text: &str) -> Option<Literal> {
    let text = text.trim();
    Some(match text.as_bytes().first()? {
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            Literal::List(items.into_iter().map(|item| of_text(item.get())).collect::<Option<_>>()?)
        }
        b'{' => {
            let Members(members) = serde_json::from_str(text).ok()?;
            let member = |(key, value): (String, &RawValue)| Some((key, of_text(value.get())?));
            Literal::Object(members.into_iter().map(member).collect::<Option<_>>()?)
        }
        _ => match text.parse::<i128>() {
            Ok(number) => Literal::Number(Number::Integer(number)),
            Err(_) => literal(&serde_json::from_str(text).ok()?),
        },
    })
}

/// The members of an object, each with its text.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = access.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

fn exact(value: &serde_json::Number) -> Number {
    if let Some(value) = value.as_i64() {
        Number::Integer(value.into())
    } else if let Some(value) = value.as_u64() {
        Number::Integer(value.into())
    } else {
        Number::Float(value.as_f64().unwrap_or_default())
    }
}

/// A value of an enumeration as words: a text as it stands, anything else as JSON.
pub(super) fn wire(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) => text.clone(),
        other => other.to_json(),
    }
}

/// What a message calls a value: short ones as they stand, in JSON, others by their kind.
pub(super) fn shown(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Number(number) => number_text(*number),
        Literal::Text(text) if text.chars().count() <= 40 => format!("{text:?}"),
        Literal::Text(_) => "a string".to_owned(),
        Literal::List(_) => "an array".to_owned(),
        Literal::Object(_) => "an object".to_owned(),
    }
}

/// A number in decimal.
pub(super) fn number_text(number: Number) -> String {
    match number {
        Number::Integer(value) => value.to_string(),
        Number::Float(value) => value.to_string(),
    }
}

/// Whether one number is less than another. Whole numbers are compared exactly.
#[expect(clippy::cast_precision_loss, reason = "beside a fraction, the nearest f64 is what both sides are taken as")]
pub(super) fn less(left: Number, right: Number) -> bool {
    match (left, right) {
        (Number::Integer(left), Number::Integer(right)) => left < right,
        (Number::Integer(left), Number::Float(right)) => (left as f64) < right,
        (Number::Float(left), Number::Integer(right)) => left < right as f64,
        (Number::Float(left), Number::Float(right)) => left < right,
    }
}
