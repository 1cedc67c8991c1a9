//! What the document says to a reader.

use openapiv3::{Example, ExternalDocumentation, MediaType, ReferenceOr, Schema, SchemaData, Tag as TagObject};
use serde_json::Value;

use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::literal;
use crate::api::{Docs, Tag};
use crate::diagnostic::lower::document as mistake;
use crate::parse::carried::EXAMPLE;
use crate::source::Pointer;

/// What a schema says, and after it the members of its `allOf` that are words alone.
fn of_words(schema: &Schema) -> (Docs, bool) {
    let data = &schema.schema_data;
    Keywords::of(schema).words().fold((of_schema(data), data.deprecated), |(docs, deprecated), (_, words)| {
        (over(docs, of_schema(words)), deprecated || words.deprecated)
    })
}

/// What a schema says.
pub(super) fn of_schema(data: &SchemaData) -> Docs {
    Docs {
        summary: said(data.title.as_ref()),
        description: said(data.description.as_ref()),
        external: data.external_docs.as_ref().map(external),
        example: shown(literal::carried(EXAMPLE, data.extensions.iter()), data.example.as_ref()),
    }
}

/// What a schema says in the stead of the property, parameter or header that holds it: its docs, and whether it is
/// deprecated. What is referred to says so where it stands.
pub(super) fn held(schema: SchemaRef<'_>) -> (Docs, bool) {
    match schema {
        SchemaRef::Item(schema) => of_words(schema),
        SchemaRef::Reference(_) => (Docs::default(), false),
    }
}

/// A description alone.
pub(super) fn described(description: Option<&String>) -> Docs {
    Docs { description: said(description), ..Docs::default() }
}

/// An empty text says nothing.
pub(super) fn said(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).cloned()
}

/// A link, with what it says about itself.
pub(super) fn external(external: &ExternalDocumentation) -> (String, Option<String>) {
    let ExternalDocumentation { description, url, extensions: _ } = external;
    (url.clone(), description.clone())
}

/// What is said first goes before what is said second, word by word.
pub(super) fn over(first: Docs, second: Docs) -> Docs {
    Docs {
        summary: first.summary.or(second.summary),
        description: first.description.or(second.description),
        external: first.external.or(second.external),
        example: first.example.or(second.example),
    }
}

/// Two texts as paragraphs of one.
pub(super) fn joined(first: Option<String>, second: Option<&String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) if first != *second => Some(format!("{first}\n\n{second}")),
        (first, second) => first.or_else(|| said(second)),
    }
}

/// JSON text: as it was carried past what cannot hold it, or else as it is held.
fn shown(carried: Option<&str>, held: Option<&Value>) -> Option<String> {
    carried.map(str::to_owned).or_else(|| held.map(Value::to_string))
}

impl<'a> Lowering<'a> {
    /// `example`, or the first of `examples` that states a value. Others are noted.
    pub(super) fn example(
        &mut self,
        example: Option<&Value>,
        examples: impl ExactSizeIterator<Item = (&'a String, &'a ReferenceOr<Example>)>,
        extensions: impl Iterator<Item = (&'a String, &'a Value)>,
        pointer: &Pointer,
    ) -> Option<String> {
        let mut first = shown(literal::carried(EXAMPLE, extensions), example);
        let count = examples.len() + usize::from(first.is_some());
        let pointer = pointer.key("examples");
        for (name, slot) in examples {
            let Some((item, _)) = self.resolve(slot, &pointer.key(name)) else { continue };
            let Example { summary: _, description: _, value, external_value: _, extensions } = item;
            first = first.or_else(|| shown(literal::carried(EXAMPLE, extensions.iter()), value.as_ref()));
        }
        if count > 1 {
            let place = self.key(&pointer);
            self.say(mistake::further_examples(place, count - 1));
        }
        first
    }

    /// The example of a body.
    pub(super) fn media_example(&mut self, media: &'a MediaType, pointer: &Pointer) -> Option<String> {
        let MediaType { schema: _, example, examples, encoding: _, extensions } = media;
        self.example(example.as_ref(), examples.iter(), extensions.iter(), pointer)
    }

    pub(super) fn tags(&self) -> Vec<Tag> {
        let of = |tag: &TagObject| {
            let TagObject { name, description, external_docs, extensions: _ } = tag;
            let docs = Docs { external: external_docs.as_ref().map(external), ..described(description.as_ref()) };
            Tag { name: name.clone(), docs }
        };
        self.document.openapi.tags.iter().map(of).collect()
    }
}
