//! The tree as a serde data source.

use serde::Deserialize as _;
use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::node::Node;

/// What a type says when the tree does not suit it.
pub(super) type Refusal = de::value::Error;

/// The stack that `openapiv3` may use, in bytes.
const STACK: usize = 64 << 20;

/// Reads a whole document.
///
/// `openapiv3` buffers a schema at each of its levels, which in a debug build takes some 50 kB of stack a level: more
/// than a thread of 2 MiB has for the 128 levels that the readers of texts let pass. Hence a thread of its own.
pub(super) fn openapi(tree: &Node) -> Result<openapiv3::OpenAPI, Refusal> {
    let read = || openapiv3::OpenAPI::deserialize(tree);
    std::thread::scope(|scope| match std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read) {
        Ok(thread) => thread.join().unwrap_or_else(|payload| std::panic::resume_unwind(payload)),
        Err(_) => read(),
    })
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Refusal;

    #[expect(clippy::cast_precision_loss, reason = "the exact digits travel in a reserved key; see `carried`")]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self {
            Node::Null => visitor.visit_unit(),
            Node::Boolean(value) => visitor.visit_bool(*value),
            Node::Integer(value) => match (i64::try_from(*value), u64::try_from(*value)) {
                (_, Ok(value)) => visitor.visit_u64(value),
                (Ok(value), _) => visitor.visit_i64(value),
                _ => visitor.visit_f64(*value as f64),
            },
            Node::Float(value) => visitor.visit_f64(*value),
            Node::Text(value) => visitor.visit_borrowed_str(value),
            Node::List(items) => {
                let mut access = SeqDeserializer::new(items.iter());
                let value = visitor.visit_seq(&mut access)?;
                access.end().map(|()| value)
            }
            Node::Map(members) => {
                let mut access = MapDeserializer::new(members.iter().map(|(key, value)| (Key(key), value)));
                let value = visitor.visit_map(&mut access)?;
                access.end().map(|()| value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        if matches!(self, Node::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self {
            Node::Text(word) => StrDeserializer::new(word).deserialize_enum(name, variants, visitor),
            other => Err(Refusal::custom(format!("{} where one of {} stands", other.what(), variants.join(", ")))),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Refusal> for &'de Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A key, lent to whoever keeps it.
struct Key<'de>(&'de str);

impl<'de> IntoDeserializer<'de, Refusal> for Key<'de> {
    type Deserializer = BorrowedStrDeserializer<'de, Refusal>;

    fn into_deserializer(self) -> Self::Deserializer {
        BorrowedStrDeserializer::new(self.0)
    }
}
