//! Bodies: what is sent and received, by media type.

use openapiv3::{MediaType, ReferenceOr, RequestBody, Schema, StringFormat, VariantOrUnknownOrEmpty};

use super::context::Lowering;
use super::docs;
use super::reference;
use crate::api::{Body, Carries, Content, Docs, Name, Owner, Step};
use crate::diagnostic::lower::operation as mistake;
use crate::source::Pointer;

/// What is sent where the document has a range.
const JSON: &str = "application/json";

/// How a media type is understood.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Understanding {
    Json,
    Text,
    /// Bytes that no reader would want otherwise.
    Bytes,
    /// A range such as `*/*`: anything may come.
    Range,
    /// One that means more than its bytes, which is not honoured.
    Opaque,
    /// No media type at all.
    Malformed,
}

/// By its essence: parameters such as `charset=utf-8` do not matter.
fn understanding(media: &str) -> Understanding {
    let essence = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let Some((kind, subtype)) = essence.split_once('/') else { return Understanding::Malformed };
    if kind.is_empty() || subtype.is_empty() || essence.contains(char::is_whitespace) {
        return Understanding::Malformed;
    }
    match (kind, subtype) {
        ("application" | "text", "json") => Understanding::Json,
        ("application", subtype) if subtype.ends_with("+json") => Understanding::Json,
        ("text", "event-stream") => Understanding::Opaque,
        ("text", "*") => Understanding::Text,
        (_, "*") => Understanding::Range,
        ("text", _) => Understanding::Text,
        ("application", "octet-stream" | "pdf" | "zip" | "gzip" | "x-gzip" | "x-tar" | "vnd.github.v3.diff") => {
            Understanding::Bytes
        }
        ("image" | "audio" | "video" | "font", _) => Understanding::Bytes,
        _ => Understanding::Opaque,
    }
}

impl<'a> Lowering<'a> {
    pub(super) fn body(
        &mut self,
        slot: &'a ReferenceOr<RequestBody>,
        pointer: &Pointer,
        within: &Owner,
    ) -> Option<Body> {
        let (item, pointer) = self.resolve(slot, pointer)?;
        if let Some(body) = self.shared.bodies.get(&pointer) {
            return body.clone();
        }
        let RequestBody { description, content, required, extensions: _ } = item;
        let owner = reference::owner(&pointer, within);
        let chosen = self.content(content, &pointer.key("content"), &owner, |media| Step::Body(media.to_owned()));
        let chosen = chosen.map(|(content, inner)| (self.sent(content, &pointer.key("content")), inner));
        let body = chosen.map(|(content, inner)| Body {
            required: *required,
            content,
            docs: docs::and(docs::described(description.as_ref()), inner),
            at: self.at(&pointer),
        });
        if body.is_none() {
            let place = self.key(&pointer);
            self.say(mistake::no_content(place));
        }
        self.shared.bodies.insert(pointer, body.clone());
        body
    }

    /// What is sent has a media type, where the document has a range for it.
    fn sent(&mut self, content: Content, pointer: &Pointer) -> Content {
        if !matches!(content.carries, Carries::Json(_)) || understanding(&content.media) == Understanding::Json {
            return content;
        }
        let place = self.key(&pointer.key(&content.media));
        self.say(mistake::sent_of_range(place, &content.media));
        Content { media: JSON.to_owned(), ..content }
    }

    /// The body of the media type that is honoured, and its docs. `None` where none is offered. Others are reported.
    pub(super) fn content(
        &mut self,
        offered: &'a openapiv3::Content,
        pointer: &Pointer,
        owner: &Owner,
        step: impl Fn(&str) -> Step,
    ) -> Option<(Content, Docs)> {
        let (_, chosen) = offered
            .keys()
            .enumerate()
            .map(|(index, media)| ((understanding(media), index), media))
            .min_by_key(|(rank, _)| *rank)?;
        for media in offered.keys().filter(|media| *media != chosen) {
            let place = self.key(&pointer.key(media));
            self.say(mistake::other_media_type(place, media, chosen));
        }
        let media = &offered[chosen];
        let pointer = pointer.key(chosen);
        let MediaType {
            schema,
            example: _, // below, as are the examples
            examples: _,
            encoding: _, // reported where the document is read
            extensions: _,
        } = media;
        let carries = self.carries(chosen, schema.as_ref(), &pointer, owner, &step);
        let docs = Docs { examples: self.media_examples(media, &pointer), ..Docs::default() };
        // The schema of JSON has a type of its own to say it at.
        let inner = match (&carries, schema) {
            (Carries::Text | Carries::Bytes, Some(schema)) => docs::held(schema.into()).0,
            _ => Docs::default(),
        };
        Some((Content { media: chosen.clone(), carries }, docs::and(docs, inner)))
    }

    fn carries(
        &mut self,
        media: &str,
        schema: Option<&ReferenceOr<Schema>>,
        pointer: &Pointer,
        owner: &Owner,
        step: &impl Fn(&str) -> Step,
    ) -> Carries {
        let schema_pointer = pointer.key("schema");
        // A range says no more than that there is a body; a schema of more than text or bytes can only be of JSON.
        let is_structured = schema.is_some_and(|schema| !is_plain_string(schema) && !says_nothing(schema));
        match understanding(media) {
            Understanding::Range if is_structured && may_be_json(media) => {
                let schema = schema.map(|schema| self.schema(schema.into(), &schema_pointer, owner, step(media)));
                schema.map_or(Carries::Bytes, Carries::Json)
            }
            Understanding::Json => Carries::Json(match schema {
                Some(schema) => self.schema(schema.into(), &schema_pointer, owner, step(media)),
                None => self.placeholder(Name::Inline { within: owner.clone(), step: step(media) }, pointer),
            }),
            Understanding::Text => {
                if !schema.is_none_or(is_plain_string) {
                    let place = self.value(&schema_pointer);
                    self.say(mistake::schema_of_text(place, media));
                }
                Carries::Text
            }
            Understanding::Malformed => {
                let place = self.key(pointer);
                self.say(mistake::no_media_type(place, media));
                Carries::Bytes
            }
            understanding => {
                let plain = matches!(understanding, Understanding::Bytes | Understanding::Range)
                    && schema.is_none_or(is_plain_string);
                if !plain {
                    let place = self.key(pointer);
                    self.say(mistake::media_type(place, media));
                }
                Carries::Bytes
            }
        }
    }
}

/// Whether a schema takes whatever comes.
fn says_nothing(schema: &ReferenceOr<Schema>) -> bool {
    let ReferenceOr::Item(schema) = schema else { return false };
    schema.schema_kind == openapiv3::SchemaKind::Any(openapiv3::AnySchema::default())
}

/// Whether a range takes in JSON.
fn may_be_json(range: &str) -> bool {
    let range = range.trim_start().to_ascii_lowercase();
    range.starts_with("*/") || range.starts_with("application/")
}

/// Whether a schema says no more than that there is text, or bytes.
fn is_plain_string(schema: &ReferenceOr<Schema>) -> bool {
    let ReferenceOr::Item(schema) = schema else { return false };
    let data = &schema.schema_data;
    if data.nullable || data.deprecated || data.default.is_some() {
        return false;
    }
    match &schema.schema_kind {
        openapiv3::SchemaKind::Type(openapiv3::Type::String(text)) => {
            let openapiv3::StringType { format, pattern, enumeration, min_length, max_length } = text;
            let plain =
                matches!(format, VariantOrUnknownOrEmpty::Empty | VariantOrUnknownOrEmpty::Item(StringFormat::Binary));
            plain && pattern.is_none() && enumeration.is_empty() && min_length.is_none() && max_length.is_none()
        }
        _ => false,
    }
}
