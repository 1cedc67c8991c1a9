//! From text to the tolerant tree.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::depth::too_deep;
use super::node::{Members, Node};
use crate::diagnostic::{Report, parse as mistake};
use crate::source::{OddityKind, On, Place, Pointer, Source, SourceId, oddities};

/// How many values the aliases of a text may expand to, whatever its length.
const NODES_AT_LEAST: usize = 1_000_000;

/// The magnitude from which on a number that is read as a float may have been written as an integer.
const WIDE: f64 = 9.2e18;

/// What was noticed in a text that asks for a fixup of the whole tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noticed {
    /// A number that may not be what was written.
    pub(super) numbers: bool,
    /// The merge key of YAML 1.1.
    pub(super) merges: bool,
}

/// Reads a text, as JSON where it is JSON, else as YAML. `None` where it cannot be read, with an error in the report.
pub(super) fn read(source: &Source, report: &mut Report) -> Option<(Node, Noticed)> {
    let body = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    let skipped = source.text.len() - body.len();
    if body.trim().is_empty() {
        report.push(mistake::empty_text(whole(0)));
        return None;
    }
    if let Some(byte) = too_deep(body) {
        report.push(mistake::unreadable_text(whole(byte + skipped), "more than 1000 brackets are open"));
        return None;
    }
    let found = Found::new(body.len());
    let tree = match tree(body, &found) {
        Ok(tree) => tree,
        Err(failure) => {
            let byte = byte_of(body, failure.line, failure.column) + skipped;
            let (before, after) = body.split_at_checked(byte - skipped).unwrap_or_default();
            let line = before.rsplit('\n').next().unwrap_or_default();
            let is_tab = after.starts_with('\t') && line.trim().is_empty();
            let place = whole(byte);
            report.push(if is_tab { mistake::tab(place) } else { mistake::unreadable_text(place, &failure.message) });
            return None;
        }
    };
    report_oddities(source, &found, report);
    Some((tree, Noticed { numbers: found.numbers.get(), merges: found.merges.get() }))
}

fn report_oddities(source: &Source, found: &Found, report: &mut Report) {
    let (twin, tag) = (found.twin.borrow(), found.tag.borrow());
    if twin.is_none() && tag.is_none() {
        return;
    }
    let oddities = oddities(&source.text);
    // The parser that knows where things stand may have stopped before the one that reads them.
    let is_twin = |kind: &OddityKind| matches!(kind, OddityKind::Duplicate(_));
    if let Some(key) = twin.as_deref().filter(|_| !oddities.iter().any(|oddity| is_twin(&oddity.kind))) {
        report.push(mistake::duplicate_key(whole(0), key));
    }
    if let Some(tag) = tag.as_deref().filter(|_| oddities.iter().all(|oddity| is_twin(&oddity.kind))) {
        report.push(mistake::yaml_tag(whole(0), tag));
    }
    for oddity in oddities {
        let place = Place { source: SourceId::Document, pointer: oddity.pointer, on: On::Byte(oddity.byte) };
        report.push(match oddity.kind {
            OddityKind::Duplicate(key) => mistake::duplicate_key(place, &key),
            OddityKind::Tag(tag) => mistake::yaml_tag(place, &tag),
        });
    }
}

fn whole(byte: usize) -> Place {
    Place { source: SourceId::Document, pointer: Pointer::root(), on: On::Byte(byte) }
}

/// Why a text could not be read; line and column from 1, the column in characters.
struct Failure {
    message: String,
    line: usize,
    column: usize,
}

fn tree(body: &str, found: &Found) -> Result<Node, Failure> {
    let json = if body.trim_start().starts_with('{') { Some(json(body, found)) } else { None };
    let json_failure = match json {
        Some(Ok(tree)) => return Ok(tree),
        Some(Err(failure)) => Some(failure),
        None => None,
    };
    found.nodes.set(0);
    let yaml_failure = match TreeSeed(found).deserialize(serde_yaml::Deserializer::from_str(body)) {
        Ok(tree) => return Ok(tree),
        Err(error) => yaml_failure(&error),
    };
    // Of two syntaxes, the one that got further is the one that was meant.
    Err(match json_failure {
        Some(json) if (json.line, json.column) >= (yaml_failure.line, yaml_failure.column) => json,
        _ => yaml_failure,
    })
}

fn json(body: &str, found: &Found) -> Result<Node, Failure> {
    let mut deserializer = serde_json::Deserializer::from_str(body);
    let tree = TreeSeed(found).deserialize(&mut deserializer);
    tree.and_then(|tree| deserializer.end().map(|()| tree)).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        // serde_json counts the column in bytes.
        let text = body.lines().nth(line.saturating_sub(1)).unwrap_or_default();
        let column = text.char_indices().take_while(|(byte, _)| *byte < column).count().max(1);
        Failure { message: without_location(&error.to_string()), line, column }
    })
}

fn yaml_failure(error: &serde_yaml::Error) -> Failure {
    let (line, column) = error.location().map_or((1, 1), |location| (location.line(), location.column()));
    let text = error.to_string();
    let mut message = without_location(&text);
    // What is not closed is noticed far behind: where it began is the better half of the message.
    let context = text
        .split_once(", while ")
        .filter(|(_, context)| context.starts_with("parsing "))
        .and_then(|(_, context)| context.split_once(" at line "));
    if let Some((context, begun)) = context {
        let line = begun.split(' ').next().unwrap_or_default();
        message = format!("{message}, while {context} that begins in line {line}");
    }
    Failure { message, line, column }
}

/// A message without the position, which is said elsewhere.
fn without_location(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    message.trim_end_matches(" at position 0").to_owned()
}

fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(byte, _)| byte)
}

/// What was noticed while reading, and how much more may be read.
struct Found {
    /// A key that stands twice in its mapping.
    twin: RefCell<Option<String>>,
    /// A tag, without its exclamation mark.
    tag: RefCell<Option<String>>,
    numbers: Cell<bool>,
    merges: Cell<bool>,
    nodes: Cell<usize>,
    limit: usize,
}

impl Found {
    fn new(bytes: usize) -> Self {
        // Without aliases a text holds fewer values than bytes.
        let limit = bytes.saturating_mul(2).max(NODES_AT_LEAST);
        Self {
            twin: RefCell::new(None),
            tag: RefCell::new(None),
            numbers: Cell::new(false),
            merges: Cell::new(false),
            nodes: Cell::new(0),
            limit,
        }
    }
}

#[derive(Clone, Copy)]
struct TreeSeed<'found>(&'found Found);

impl<'de> DeserializeSeed<'de> for TreeSeed<'_> {
    type Value = Node;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.0.nodes.set(self.0.nodes.get() + 1);
        if self.0.nodes.get() > self.0.limit {
            return Err(de::Error::custom(format!("aliases expand to more than {} values", self.0.limit)));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TreeSeed<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Integer(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Integer(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "beyond 128 bits only the magnitude is kept, and that is reported")]
    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(i128::try_from(value).map_or_else(
            |_| {
                self.0.numbers.set(true);
                Node::Float(value as f64)
            },
            Node::Integer,
        ))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        if !value.is_finite() || value.abs() >= WIDE {
            self.0.numbers.set(true);
        }
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(Key(key)) = access.next_key()? {
            if key == "<<" {
                self.0.merges.set(true);
            }
            members.push((key, access.next_value_seed(self)?));
        }
        let (members, twin) = Members::from_read(members);
        if twin.is_some() {
            *self.0.twin.borrow_mut() = twin;
        }
        Ok(Node::Map(members))
    }

    /// A YAML tag: the value is taken without it.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Node, A::Error> {
        let (tag, value) = access.variant::<String>()?;
        *self.0.tag.borrow_mut() = Some(tag);
        value.newtype_variant_seed(self)
    }
}

/// A key by its text: `200:` is `"200"`, and so is `true:` the text `"true"`.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Key;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a key that is a text")
            }

            fn visit_str<E>(self, value: &str) -> Result<Key, E> {
                Ok(Key(value.to_owned()))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
