//! Enumerations that outlive the document: a value that nobody knew is kept, not refused.

use std::fmt;
use std::marker::PhantomData;

// What `open_enum!` names, wherever it stands.
#[doc(hidden)]
pub use serde;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

/// A value that the enumeration does not know: a text, or, of other enumerations and of choices, a `T`.
///
/// Its content is private on purpose: code that matches on it would break on the day on which the value becomes a
/// variant of its own. Read it with [`UnknownValue::as_str`] or [`UnknownValue::get`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue<T = Box<str>>(T);

impl<T> UnknownValue<T> {
    /// Keeps a value that no variant stands for. For generated code alone, as [`UnknownValue::new`].
    #[doc(hidden)]
    pub fn of(value: T) -> Self {
        Self(value)
    }

    /// The value as it came.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The value itself, as it came.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl UnknownValue {
    /// Keeps the text of a value that no variant stands for. For generated code alone: made for a known value, it
    /// would not be equal to that value's variant.
    #[doc(hidden)]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into_boxed_str())
    }

    /// The value as it was on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for UnknownValue<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl<T: fmt::Display> fmt::Display for UnknownValue<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<T: Serialize> Serialize for UnknownValue<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Reads a JSON string into an open enumeration, which takes every text.
///
/// # Errors
///
/// Anything but a string, named together with what was expected.
pub fn deserialize<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: for<'text> From<&'text str>,
{
    deserializer.deserialize_str(Text(PhantomData))
}

/// The impls of an enumeration of texts that follow from its `as_str`, its `From<&str>` and its `Unknown`: it is read,
/// written and shown as its text. Its check reports a value that it does not know, unless `others may come`.
///
/// For generated code alone.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    ($name:ident) => {
        $crate::open_enum!(@text $name);

        impl $crate::Validate for $name {
            fn check(&self, checker: &mut $crate::Checker<'_>) {
                if let Self::Unknown(value) = self {
                    $crate::Validate::check(value, checker);
                }
            }
        }
    };
    ($name:ident, others may come) => {
        $crate::open_enum!(@text $name);

        impl $crate::Validate for $name {
            fn check(&self, _: &mut $crate::Checker<'_>) {}
        }
    };
    (@text $name:ident) => {
        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            // Not `Self::Err`: a value may be called so.
            fn from_str(text: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                ::std::result::Result::Ok(Self::from(text))
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl $crate::open_enum::serde::Serialize for $name {
            fn serialize<S: $crate::open_enum::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::open_enum::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::open_enum::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::open_enum::deserialize(deserializer)
            }
        }
    };
}

struct Text<T>(PhantomData<T>);

impl<T: for<'text> From<&'text str>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string, the value of an enumeration")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text))
    }
}

#[cfg(test)]
mod tests {
    use super::UnknownValue;

    #[derive(Debug, PartialEq)]
    enum Open {
        New,
        Unknown(UnknownValue),
    }

    impl Open {
        fn as_str(&self) -> &str {
            match self {
                Self::New => "new",
                Self::Unknown(value) => value.as_str(),
            }
        }
    }

    impl From<&str> for Open {
        fn from(text: &str) -> Self {
            match text {
                "new" => Self::New,
                unknown => Self::Unknown(UnknownValue::new(unknown)),
            }
        }
    }

    crate::open_enum!(Open);

    #[test]
    fn any_string_is_a_value_and_nothing_else_is() {
        assert_eq!(serde_json::from_str::<Open>("\"n\\u0065w\"").unwrap(), Open::New);
        let error = serde_json::from_str::<Open>("7").unwrap_err().to_string();
        assert!(
            error.starts_with("invalid type: integer `7`, expected a string, the value of an enumeration"),
            "{error}"
        );
    }

    #[test]
    fn it_is_written_and_shown_as_its_text() {
        let paused = "paused".parse::<Open>().unwrap();
        assert_eq!(serde_json::to_string(&paused).unwrap(), "\"paused\"");
        assert_eq!((format!("{:>5}", Open::New), paused.to_string()), ("  new".to_owned(), "paused".to_owned()));
    }

    #[test]
    fn an_unknown_value_shows_its_text() {
        let value = UnknownValue::new("PAUSED");
        assert_eq!(
            (value.as_str(), format!("{value}"), format!("{value:?}")),
            ("PAUSED", "PAUSED".to_owned(), "\"PAUSED\"".to_owned())
        );
    }
}
