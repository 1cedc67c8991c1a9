//! Headers read as types: scalars, enumerations, and lists behind commas.

use std::fmt;

use serde::de::value::{SeqDeserializer, StrDeserializer};
use serde::de::{self, DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// Reads the text of a header; the error says what was expected.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(Text(text.trim()))
}

/// What was expected instead of the text.
#[derive(Debug)]
pub(super) struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

impl de::Error for Unreadable {
    fn custom<M: fmt::Display>(message: M) -> Self {
        Self(message.to_string())
    }
}

#[derive(Clone, Copy)]
struct Text<'t>(&'t str);

impl IntoDeserializer<'_, Unreadable> for Text<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $kind:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            let number = self.0.parse::<$kind>().map_err(de::Error::custom)?;
            visitor.$visit(number)
        }
    )*};
}

impl<'de> Deserializer<'de> for Text<'_> {
    type Error = Unreadable;

    numbers! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_bool visit_bool bool;
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        // `parse` knows `inf` and `NaN`, which JSON and its schemas do not.
        let number: f64 = self.0.parse().map_err(de::Error::custom)?;
        if number.is_finite() { visitor.visit_f64(number) } else { Err(de::Error::custom("a number is finite")) }
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let items = self.0.split(',').map(str::trim).filter(|item| !item.is_empty());
        SeqDeserializer::new(items.map(Text)).deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_enum(StrDeserializer::new(self.0))
    }

    forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn text_becomes_what_is_asked_for() {
        assert_eq!(read::<i64>(" 42 ").unwrap(), 42);
        assert_eq!(read::<f64>("1.5").unwrap().to_string(), "1.5");
        assert!(read::<bool>("true").unwrap());
        assert_eq!(read::<String>("a, b").unwrap(), "a, b");
        assert_eq!(read::<Option<i32>>("1").unwrap(), Some(1));
        assert_eq!(read::<Vec<i32>>("1, 2,3").unwrap(), [1, 2, 3]);
        assert_eq!(read::<Vec<String>>("").unwrap(), Vec::<String>::new());
        assert!(read::<i64>("soon").unwrap_err().to_string().contains("digit"));
        assert!(read::<f64>("inf").is_err());
        assert!(read::<bool>("yes").is_err());
        assert!(read::<std::collections::BTreeMap<String, i32>>("a").is_err());
    }
}
