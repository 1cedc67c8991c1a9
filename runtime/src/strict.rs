//! JSON as the document means it: an object is read from an object alone.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Unexpected,
    Visitor,
};

use crate::integral;

/// Reads JSON as replies are read.
///
/// What serde derives takes an array for a struct, its items for the fields in their order; no document means that. Here
/// it is an error, at whatever depth. A number without a fractional part is an integer, however it is written: `30.0` is
/// read as 30.
///
/// # Errors
///
/// What is no JSON, or not the JSON that `T` is read from.
pub fn from_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, serde_json::Error> {
    // What is well takes one pass. Floats lose digits, so that large integers written as such are read from the text.
    whole(json).or_else(|error| integral::rewritten(json).map_or(Err(error), |json| whole(&json)))
}

fn whole<T: DeserializeOwned>(json: &[u8]) -> Result<T, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let value = from_deserializer(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// The value of a JSON text that the generator wrote.
///
/// # Panics
///
/// If the text is no value of the type, which the generator has made sure that it is.
#[doc(hidden)]
pub fn literal<T: DeserializeOwned>(json: &'static str) -> T {
    from_json(json.as_bytes()).expect("the generator writes literals that their types take")
}

/// A deserializer, or a part of one, that gives no sequence to a struct.
pub(crate) struct Strict<T>(pub(crate) T);

/// A visitor behind a [`Strict`].
struct Watched<V> {
    visitor: V,
    wanted: Wanted,
}

/// What is read, where it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Struct,
    Integer,
    Other,
}

macro_rules! deserialize {
    ($wanted:ident: $($method:ident($($argument:ident: $kind:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $kind,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($argument,)* Watched { visitor, wanted: Wanted::$wanted })
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<D> {
    type Error = D::Error;

    deserialize! {
        Integer:
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
    }

    deserialize! {
        Other:
        deserialize_any();
        deserialize_bool();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_struct(name, fields, Watched { visitor, wanted: Wanted::Struct })
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident: $kind:ty;)*) => {$(
        fn $method<E: Error>(self, value: $kind) -> Result<V::Value, E> {
            self.visitor.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Watched<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(formatter)
    }

    visit! {
        visit_bool: bool;
        visit_i8: i8;
        visit_i16: i16;
        visit_i32: i32;
        visit_i64: i64;
        visit_i128: i128;
        visit_u8: u8;
        visit_u16: u16;
        visit_u32: u32;
        visit_u64: u64;
        visit_u128: u128;
        visit_f32: f32;
        visit_char: char;
        visit_str: &str;
        visit_borrowed_str: &'de str;
        visit_string: String;
        visit_bytes: &[u8];
        visit_borrowed_bytes: &'de [u8];
        visit_byte_buf: Vec<u8>;
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        match integral::of_float(value).filter(|_| self.wanted == Wanted::Integer) {
            Some(integer) => self.visitor.visit_i64(integer),
            None => self.visitor.visit_f64(value),
        }
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Strict(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_newtype_struct(Strict(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        if self.wanted == Wanted::Struct {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self.visitor));
        }
        self.visitor.visit_seq(Strict(access))
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Strict(access))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(access)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Strict(deserializer))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Strict(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Strict(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

/// Reads a value as [`from_json`] does, from any deserializer.
pub fn from_deserializer<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::deserialize(Strict(deserializer))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::from_json;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Pet {
        name: String,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    struct Owner {
        pets: Vec<Pet>,
        first: Option<Pet>,
    }

    #[test]
    fn an_array_is_no_object() {
        assert!(serde_json::from_str::<Pet>(r#"["Rex"]"#).is_ok());
        let error = from_json::<Pet>(br#"["Rex"]"#).unwrap_err().to_string();
        assert!(error.starts_with("invalid type: sequence, expected struct Pet"), "{error}");
        assert!(from_json::<Owner>(br#"{"pets": [["Rex"]]}"#).is_err());
        assert!(from_json::<Owner>(br#"{"pets": [], "first": ["Rex"]}"#).is_err());
        assert_eq!(from_json(br#"{"pets": []}"#).ok(), Some(Owner { pets: Vec::new(), first: None }));
    }

    #[test]
    fn an_integral_number_is_an_integer() {
        assert_eq!(
            from_json::<Vec<i64>>(b"[30.0, 3e1, -0.0, 9007199254740993.0]").ok(),
            Some(vec![30, 30, 0, 9_007_199_254_740_993])
        );
        assert_eq!(from_json::<Option<u32>>(b"30.0").ok(), Some(Some(30)));
        assert_eq!(from_json::<u64>(b"18446744073709551615.0").ok(), Some(u64::MAX));
        assert_eq!(from_json::<i128>(b"3e1").ok(), Some(30));
        assert_eq!(from_json::<f64>(b"30.0").ok(), Some(30.0));
        for json in ["30.5", "3e400", "2147483648.0", "\"30.0\""] {
            assert!(from_json::<i32>(json.as_bytes()).is_err(), "{json}");
        }
        assert!(from_json::<u8>(b"-1.0").is_err());
    }

    #[test]
    fn what_follows_a_value_is_an_error() {
        assert!(from_json::<u8>(b"1 2").is_err());
    }
}
