//! Defaults: those that their types do not take are dropped.

use super::context::Lowering;
use super::literal::{self, less};
use crate::api::{Api, Limits, Literal, Number, Range, Rest, Scalar, Shape, Text, TypeId, Types};
use crate::diagnostic::lower::schema as mistake;

impl Lowering<'_> {
    /// Checks every default against its type, now that all types are whole.
    pub(super) fn check_defaults(&mut self) {
        for (id, pointer) in std::mem::take(&mut self.defaults) {
            let mut ty = self.types[id].clone();
            let Some(literal) = ty.default.take() else { continue };
            if let Err(why) = fits(&self.types, id, &literal, 0) {
                let place = self.value(&pointer);
                self.say(mistake::default(place, &literal::shown(&literal), &why));
                self.types.replace(id, ty);
            }
        }
    }
}

/// A property or parameter whose schema is written in place has that schema's default.
pub(super) fn copy_to_holders(api: &mut Api) {
    let ids: Vec<TypeId> = api.types.iter().map(|(id, _)| id).collect();
    for id in ids {
        let mut ty = api.types[id].clone();
        let Shape::Object(object) = &mut ty.shape else { continue };
        for field in &mut object.fields {
            let held = &api.types[field.ty];
            if held.at == field.at {
                field.default.clone_from(&held.default);
            }
        }
        api.types.replace(id, ty);
    }
    for operation in &mut api.operations {
        for parameter in &mut operation.parameters {
            let held = &api.types[parameter.ty];
            if held.at == parameter.at.key("schema") {
                parameter.default.clone_from(&held.default);
            }
        }
    }
}

/// How many steps into a value are taken; what lies deeper is not checked.
const DEEPEST: usize = 30;

/// Whether a value is one of a type, and if not, why.
fn fits(types: &Types, id: TypeId, literal: &Literal, depth: usize) -> Result<(), String> {
    if depth > DEEPEST {
        return Ok(());
    }
    let kind = |expected: &str| Err(format!("the type is {expected}"));
    match (&types[id].shape, literal) {
        (Shape::Any, _) | (Shape::Nullable(_) | Shape::Null, Literal::Null) => Ok(()),
        (Shape::Null, _) => kind("null"),
        (Shape::Alias(inner) | Shape::Nullable(inner), _) => fits(types, *inner, literal, depth + 1),
        (_, Literal::Null) => Err("the type does not take null".to_owned()),
        (Shape::Scalar(scalar), _) => fits_scalar(scalar, literal),
        (Shape::Enumeration(enumeration), _) => {
            if enumeration.values.iter().any(|value| value.literal == *literal) {
                Ok(())
            } else {
                Err("it is none of the values of the enumeration".to_owned())
            }
        }
        (Shape::Choice(choice), _) => {
            let mut alternatives = choice.alternatives.iter().map(|alternative| alternative.ty);
            if alternatives.any(|ty| fits(types, ty, literal, depth + 1).is_ok()) {
                Ok(())
            } else {
                Err("it fits none of the alternatives".to_owned())
            }
        }
        (Shape::List(list), Literal::List(items)) => {
            within(list.count, items.len(), "items")?;
            items.iter().try_for_each(|item| fits(types, list.items, item, depth + 1))
        }
        (Shape::List(_), _) => kind("an array"),
        (Shape::Map(map), Literal::Object(members)) => {
            within(map.count, members.len(), "properties")?;
            members.iter().try_for_each(|(_, value)| fits(types, map.values, value, depth + 1))
        }
        (Shape::Object(object), Literal::Object(members)) => {
            for field in &object.fields {
                match members.iter().find(|(key, _)| *key == field.wire) {
                    Some((_, value)) => fits(types, field.ty, value, depth + 1)?,
                    None if field.required => return Err(format!("it has no `{}`", field.wire)),
                    None => {}
                }
            }
            let other = members.iter().find(|(key, _)| !object.fields.iter().any(|field| field.wire == *key));
            match other {
                Some((key, _)) if object.rest == Rest::Closed => Err(format!("the type has no `{key}`")),
                _ => within(object.count, members.len(), "properties"),
            }
        }
        (Shape::Map(_) | Shape::Object(_), _) => kind("an object"),
    }
}

fn fits_scalar(scalar: &Scalar, literal: &Literal) -> Result<(), String> {
    match (scalar, literal) {
        (Scalar::Boolean(only), Literal::Boolean(value)) => match only {
            Some(only) if only != value => Err(format!("the only value is {only}")),
            _ => Ok(()),
        },
        (Scalar::Boolean(_), _) => Err("the type is a boolean".to_owned()),
        (Scalar::Integer(format, range), Literal::Number(number)) => {
            let Some(value) = whole(*number) else { return Err("the type is an integer".to_owned()) };
            let (least, most) = format.range();
            if value < least || value > most {
                return Err("it is out of the range of the type".to_owned());
            }
            inside(range, Number::Integer(value))
        }
        (Scalar::Integer(..), _) => Err("the type is an integer".to_owned()),
        (Scalar::Number(range), Literal::Number(number)) => inside(range, *number),
        (Scalar::Number(_), _) => Err("the type is a number".to_owned()),
        (Scalar::Text(Text { length, patterns, .. }), Literal::Text(text)) => {
            within(*length, text.chars().count(), "characters")?;
            let mut regexes = patterns.iter().filter_map(|pattern| regex::Regex::new(&pattern.regex).ok());
            if regexes.any(|regex| !regex.is_match(text)) {
                return Err("it does not match the pattern".to_owned());
            }
            Ok(())
        }
        (Scalar::Text(_), _) => Err("the type is a string".to_owned()),
    }
}

/// The whole number that a number is: JSON does not tell 5 from 5.0.
fn whole(number: Number) -> Option<i128> {
    match number {
        Number::Integer(value) => Some(value),
        Number::Float(value) => match literal::number(value) {
            Number::Integer(value) => Some(value),
            Number::Float(_) => None,
        },
    }
}

fn inside(range: &Range, number: Number) -> Result<(), String> {
    let low = range.min.as_ref().is_some_and(|min| less(number, min.value) || (min.exclusive && number == min.value));
    let high = range.max.as_ref().is_some_and(|max| less(max.value, number) || (max.exclusive && number == max.value));
    if low || high { Err("it is out of the stated range".to_owned()) } else { Ok(()) }
}

fn within(limits: Limits, count: usize, what: &str) -> Result<(), String> {
    let count = count as u64;
    if limits.min.is_some_and(|min| count < min) {
        return Err(format!("it has too few {what}"));
    }
    if limits.max.is_some_and(|max| count > max) {
        return Err(format!("it has too many {what}"));
    }
    Ok(())
}
