//! Values that are of one of several types.

use serde::de::{DeserializeOwned, Deserializer, Error};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;

use crate::attempt::attempt;
use crate::open_enum::UnknownValue;
use crate::strict::from_deserializer;
use crate::validate::{Validate, fits};

/// A value on its way to one of several types.
///
/// For generated code alone. The first type that the value fits is taken: that it can be read as, that has no unknown
/// value and no broken bound. Where there is none, the first that it can be read as is taken.
#[doc(hidden)]
#[derive(Debug)]
pub struct Choice<T> {
    value: Value,
    tag: Option<String>,
    taken: Option<T>,
    fits: bool,
}

/// A value that nothing in it tells the type of.
#[doc(hidden)]
pub fn read<'de, T, D: Deserializer<'de>>(deserializer: D) -> Result<Choice<T>, D::Error> {
    let value = from_deserializer(deserializer)?;
    Ok(Choice { value, tag: None, taken: None, fits: false })
}

/// A value that one of its properties tells the type of.
#[doc(hidden)]
pub fn read_tagged<'de, T, D: Deserializer<'de>>(deserializer: D, tag: &str) -> Result<Choice<T>, D::Error> {
    let mut choice = read(deserializer)?;
    choice.tag = match choice.value.get(tag) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(other @ (Value::Number(_) | Value::Bool(_))) => Some(other.to_string()),
        _ => None,
    };
    Ok(choice)
}

impl<T> Choice<T> {
    /// What the value says of its type.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// Takes the type if the value fits it: what the value says of itself makes it worth the first try.
    #[must_use]
    pub fn first<V: DeserializeOwned>(mut self, becomes: impl FnOnce(V) -> T) -> Self
    where
        T: Validate,
    {
        self.taken = self.read_as(becomes).filter(fits);
        self.fits = self.taken.is_some();
        self
    }

    /// Takes the type if the value fits it, or can be read as it, and fits none before.
    #[must_use]
    pub fn or<V: DeserializeOwned>(mut self, becomes: impl FnOnce(V) -> T) -> Self
    where
        T: Validate,
    {
        if self.fits {
            return self;
        }
        if let Some(value) = self.read_as(becomes) {
            self.fits = fits(&value);
            if self.fits || self.taken.is_none() {
                self.taken = Some(value);
            }
        }
        self
    }

    fn read_as<V: DeserializeOwned>(&self, becomes: impl FnOnce(V) -> T) -> Option<T> {
        attempt(&self.value, || from_deserializer(&self.value).ok()).map(becomes)
    }

    /// The value as the type that was taken, or as it came.
    pub fn or_unknown(self, becomes: impl FnOnce(UnknownValue<Value>) -> T) -> T {
        match self.taken {
            Some(taken) => taken,
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
