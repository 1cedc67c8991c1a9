//! Values that are of one of several types.

use serde::de::{DeserializeOwned, Deserializer, Error};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;

use crate::attempt::attempt;
use crate::open_enum::UnknownValue;
use crate::strict::from_deserializer;
use crate::validate::{Rule, Validate, judge};

/// A value on its way to one of several types.
///
/// For generated code alone. Of the types that the value can be read as, that one is taken under which the fewest of its
/// members would be lost or made up; of those, the first that it fits, without an unknown value and a broken bound; of
/// those, the first.
#[doc(hidden)]
#[derive(Debug)]
pub struct Choice<T> {
    value: Value,
    tag: Option<String>,
    taken: Option<(Misfit, T)>,
}

/// How badly a value fits a type, the worst first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Misfit {
    /// How many members of it, at whatever depth, the type does not know, or adds.
    members: usize,
    /// Whether a value in it is unknown, or breaks a bound.
    broken: bool,
}

/// A value that nothing in it tells the type of.
#[doc(hidden)]
pub fn read<'de, T, D: Deserializer<'de>>(deserializer: D) -> Result<Choice<T>, D::Error> {
    let value = from_deserializer(deserializer)?;
    Ok(Choice { value, tag: None, taken: None })
}

/// A value that one of its properties tells the type of.
#[doc(hidden)]
pub fn read_tagged<'de, T, D: Deserializer<'de>>(deserializer: D, tag: &str) -> Result<Choice<T>, D::Error> {
    let mut choice = read(deserializer)?;
    choice.tag = match choice.value.get(tag) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Number(number)) => Some(number_text(number)),
        Some(Value::Bool(value)) => Some(value.to_string()),
        _ => None,
    };
    Ok(choice)
}

/// A number as a tag: whole ones without a fraction, however they came, for they are the same number (JSON Schema 2020-12,
/// validation, section 6.1.3: instances are compared as values).
fn number_text(number: &serde_json::Number) -> String {
    match number.as_f64() {
        // Up to 2^53, every whole number is an f64 of its own.
        Some(value) if number.is_f64() && value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 => {
            // Adding zero leaves no negative one.
            format!("{:.0}", value + 0.0)
        }
        _ => number.to_string(),
    }
}

impl<T> Choice<T> {
    /// What the value says of its type.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// The one of these keys that the value has. Where it has several, none of them tells anything.
    pub fn key<'k>(&self, keys: &[&'k str]) -> Option<&'k str> {
        let mut there = keys.iter().filter(|key| self.value.get(key).is_some());
        there.next().filter(|_| there.next().is_none()).copied()
    }

    /// Takes the type if the value can be read as it: a key that no other type knows has told it.
    #[must_use]
    pub fn first<V: DeserializeOwned>(mut self, becomes: impl FnOnce(V) -> T) -> Self {
        self.taken = self.read_as(becomes).map(|taken| (Misfit::default(), taken));
        self
    }

    /// Takes the type if the value can be read as it, and fits none before as well.
    #[must_use]
    pub fn or<V: DeserializeOwned>(mut self, becomes: impl FnOnce(V) -> T) -> Self
    where
        T: Validate + Serialize,
    {
        if self.taken.as_ref().is_some_and(|(misfit, _)| *misfit == Misfit::default()) {
            return self;
        }
        if let Some(read) = self.read_as(becomes) {
            let misfit = self.misfit(&read);
            if self.taken.as_ref().is_none_or(|(before, _)| misfit < *before) {
                self.taken = Some((misfit, read));
            }
        }
        self
    }

    fn misfit(&self, read: &T) -> Misfit
    where
        T: Validate + Serialize,
    {
        let (found, unknown) = judge(read);
        let undeclared = found.iter().filter(|violation| matches!(violation.rule(), Rule::Undeclared)).count();
        Misfit { members: undeclared + changed(&self.value, read), broken: unknown || !found.is_empty() }
    }

    fn read_as<V: DeserializeOwned>(&self, becomes: impl FnOnce(V) -> T) -> Option<T> {
        attempt(&self.value, || from_deserializer(&self.value).ok()).map(becomes)
    }

    /// The value as the type that was taken, or as it came.
    pub fn or_unknown(self, becomes: impl FnOnce(UnknownValue<Value>) -> T) -> T {
        match self.taken {
            Some((_, taken)) => taken,
            None => becomes(UnknownValue::of(self.value)),
        }
    }

    /// The value as it came.
    pub fn unknown(self, becomes: impl FnOnce(UnknownValue<Value>) -> T) -> T {
        becomes(UnknownValue::of(self.value))
    }

    /// The value as the type that its tag stands for.
    pub fn only<V: DeserializeOwned, E: Error>(self, becomes: impl FnOnce(V) -> T) -> Result<T, E> {
        within(&self.value).map(becomes)
    }
}

/// How many members of a value go out otherwise than they came: are not written, or were not there.
fn changed<T: Serialize>(came: &Value, read: &T) -> usize {
    if !matches!(came, Value::Object(_) | Value::Array(_)) {
        return 0;
    }
    let Ok(goes) = serde_json::to_value(read) else { return 0 };
    let mut changed = 0;
    let mut open = vec![(came, &goes)];
    while let Some(pair) = open.pop() {
        match pair {
            (Value::Object(came), Value::Object(goes)) => {
                changed += goes.keys().filter(|key| !came.contains_key(*key)).count();
                for (key, value) in came {
                    match goes.get(key) {
                        Some(there) => open.push((value, there)),
                        None => changed += 1,
                    }
                }
            }
            (Value::Array(came), Value::Array(goes)) => open.extend(came.iter().zip(goes)),
            _ => {}
        }
    }
    changed
}

/// Reads a value out of another; the error says where in that. Only what cannot be read is read a second time for it.
fn within<V: DeserializeOwned, E: Error>(value: &Value) -> Result<V, E> {
    from_deserializer(value).or_else(|error| within_tracked(value, &error))
}

#[cfg(feature = "client")]
fn within_tracked<V: DeserializeOwned, E: Error>(value: &Value, _: &serde_json::Error) -> Result<V, E> {
    let mut track = serde_path_to_error::Track::new();
    let read = from_deserializer(serde_path_to_error::Deserializer::new(value, &mut track));
    read.map_err(|error| located(&crate::path::pointer_of(&track.path()), &error))
}

/// Nothing keeps track of the place where there is no client.
#[cfg(not(feature = "client"))]
fn within_tracked<V, E: Error>(_: &Value, error: &serde_json::Error) -> Result<V, E> {
    Err(E::custom(error))
}

#[cfg(feature = "client")]
fn located<E: Error>(pointer: &str, error: &serde_json::Error) -> E {
    if pointer.is_empty() { E::custom(error) } else { E::custom(format_args!("at `{pointer}`: {error}")) }
}

/// Writes a value with its tag, where the value does not say it itself.
#[doc(hidden)]
pub fn tagged<S: Serializer, V: Serialize>(serializer: S, tag: &str, said: &str, value: &V) -> Result<S::Ok, S::Error> {
    let mut value = serde_json::to_value(value).map_err(S::Error::custom)?;
    if let Value::Object(members) = &mut value
        && members.get(tag).is_none_or(Value::is_null)
    {
        members.insert(tag.to_owned(), Value::from(said));
    }
    value.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read_tagged;

    #[test]
    fn a_whole_number_is_the_same_tag_however_it_came() {
        for (value, tag) in [
            (json!(1), Some("1")),
            (json!(1.0), Some("1")),
            (json!(-2.0), Some("-2")),
            (json!(-0.0), Some("0")),
            (json!(1.5), Some("1.5")),
            (json!(18_446_744_073_709_551_615_u64), Some("18446744073709551615")),
            (json!(true), Some("true")),
            (json!("1.0"), Some("1.0")),
            (json!(null), None),
            (json!([1]), None),
        ] {
            let choice = read_tagged::<(), _>(json!({"kind": value}), "kind").expect("any JSON is read");
            assert_eq!(choice.tag(), tag, "{value}");
        }
    }
}
