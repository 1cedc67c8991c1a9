//! What the document says to a reader.

use openapiv3::{ExternalDocumentation, MediaType, ReferenceOr, Schema, SchemaData, Tag as TagObject};
use serde_json::Value;

use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::literal;
use crate::api::{Docs, Example, Tag};
use crate::diagnostic::lower::document as mistake;
use crate::parse::carried::EXAMPLE;
use crate::source::Pointer;

/// What a schema says, and after it the members of its `allOf` that are words alone, and the schema that it wraps.
fn of_words(schema: &Schema) -> (Docs, bool) {
    let data = &schema.schema_data;
    let keywords = Keywords::of(schema);
    let (docs, deprecated) =
        keywords.words().fold((of_schema(data), data.deprecated), |(docs, deprecated), (_, words)| {
            (and(docs, of_schema(words)), deprecated || words.deprecated)
        });
    match keywords.only_member().map(|member| member.schema) {
        Some(SchemaRef::Item(member)) => {
            let (more, inner) = of_words(member);
            (and(docs, more), deprecated || inner)
        }
        _ => (docs, deprecated),
    }
}

/// What a schema says.
pub(super) fn of_schema(data: &SchemaData) -> Docs {
    Docs {
        summary: said(data.title.as_ref()),
        description: said(data.description.as_ref()),
        external: data.external_docs.as_ref().map(external),
        examples: bare(shown(literal::carried(EXAMPLE, data.extensions.iter()), data.example.as_ref())),
    }
}

/// `example`: a value without a word.
fn bare(value: Option<String>) -> Vec<Example> {
    value.map(|value| Example { value: Some(value), ..Example::default() }).into_iter().collect()
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

/// What is said first, and what is said second of the same thing: nothing of either is left out.
pub(super) fn and(first: Docs, second: Docs) -> Docs {
    let (summary, further) = match first.summary {
        Some(summary) => (Some(summary.clone()), second.summary.filter(|further| *further != summary)),
        None => (second.summary, None),
    };
    let description = joined(joined(first.description, further.as_ref()), second.description.as_ref());
    let mut examples = first.examples;
    let more = second.examples.into_iter().filter(|example| !examples.contains(example)).collect::<Vec<_>>();
    examples.extend(more);
    Docs { summary, description, external: first.external.or(second.external), examples }
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
    /// `example` and `examples`. What is too long for docs is noted.
    pub(super) fn examples(
        &mut self,
        example: Option<&Value>,
        examples: impl Iterator<Item = (&'a String, &'a ReferenceOr<openapiv3::Example>)>,
        extensions: impl Iterator<Item = (&'a String, &'a Value)>,
        pointer: &Pointer,
    ) -> Vec<Example> {
        let mut all = bare(shown(literal::carried(EXAMPLE, extensions), example));
        self.long_example(all.first(), &pointer.key("example"));
        let pointer = pointer.key("examples");
        for (name, slot) in examples {
            let Some((item, pointer)) = self.resolve(slot, &pointer.key(name)) else { continue };
            let openapiv3::Example { summary, description, value, external_value, extensions } = item;
            let value = shown(literal::carried(EXAMPLE, extensions.iter()), value.as_ref());
            all.push(Example {
                name: Some(name.clone()),
                words: joined(said(summary.as_ref()), description.as_ref()),
                value: value.or_else(|| external_value.clone()),
            });
            self.long_example(all.last(), &pointer.key("value"));
        }
        all
    }

    /// Notes an example that docs show the beginning of.
    pub(super) fn long_example(&mut self, example: Option<&Example>, pointer: &Pointer) {
        let length = example.and_then(|example| example.value.as_ref()).map_or(0, |value| value.chars().count());
        if length > Example::SHOWN {
            let place = self.key(pointer);
            self.say(mistake::long_example(place, length, Example::SHOWN));
        }
    }

    /// The examples of a body.
    pub(super) fn media_examples(&mut self, media: &'a MediaType, pointer: &Pointer) -> Vec<Example> {
        let MediaType { schema: _, example, examples, encoding: _, extensions } = media;
        self.examples(example.as_ref(), examples.iter(), extensions.iter(), pointer)
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
