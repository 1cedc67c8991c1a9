//! Objects and maps.

use openapiv3::{AdditionalProperties, ReferenceOr, Schema, SchemaData};

use super::context::Lowering;
use super::docs;
use super::keywords::{Keywords, SchemaRef};
use super::reference::schema_target;
use crate::api::{Access, Field, Map, Name, Object, Owner, Rest, Shape, Step, TypeId};
use crate::diagnostic::lower::schema as mistake;
use crate::diagnostic::parse::refused;
use crate::source::Pointer;
use crate::spelling;

/// How many wrappers around a schema are looked into.
const WRAPPERS: usize = 16;

const PROPERTY_NAMES: &str = "x-propertyNames";

impl Lowering<'_> {
    pub(super) fn object(&mut self, keywords: &Keywords<'_>, schema: &Schema, id: TypeId, pointer: &Pointer) -> Shape {
        let names: Vec<&str> = keywords.properties.iter().map(|(name, _)| *name).collect();
        self.unknown_required(keywords.required, &names, pointer);
        let count = self.limits(
            ("minProperties", keywords.min_properties),
            ("maxProperties", keywords.max_properties),
            pointer,
        );
        let closed = matches!(keywords.additional_properties, Some(AdditionalProperties::Any(false)));
        if keywords.properties.is_empty() && !closed {
            let keys = self.keys(schema, id, pointer);
            let values = self.values(keywords, id, pointer);
            return Shape::Map(Map { keys, values, count });
        }
        if schema.schema_data.extensions.contains_key(PROPERTY_NAMES) {
            let place = self.key(&pointer.key(PROPERTY_NAMES));
            self.say(mistake::property_names_of_object(place));
        }
        let mut fields = Vec::with_capacity(keywords.properties.len());
        for &(wire, property) in &keywords.properties {
            let required = keywords.required.iter().any(|name| name == wire);
            fields.push(self.field(wire, property, required, id, pointer));
        }
        let rest = match keywords.additional_properties {
            None => Rest::Unstated,
            Some(AdditionalProperties::Any(false)) => Rest::Closed,
            Some(AdditionalProperties::Any(true)) => Rest::Any,
            Some(AdditionalProperties::Schema(schema)) if says_nothing(schema) => Rest::Any,
            Some(AdditionalProperties::Schema(_)) => Rest::Typed(self.values(keywords, id, pointer)),
        };
        Shape::Object(Object { fields, rest, count })
    }

    pub(super) fn field(
        &mut self,
        wire: &str,
        property: SchemaRef<'_>,
        required: bool,
        id: TypeId,
        object: &Pointer,
    ) -> Field {
        let pointer = object.key("properties").key(wire);
        let ty = self.schema(property, &pointer, &Owner::Type(id), Step::Property(wire.to_owned()));
        let access = self.access(property, &pointer);
        let (docs, deprecated) = docs::held(property);
        let at = self.at(&pointer);
        // The default is taken from the type when it has been checked.
        Field { wire: wire.to_owned(), ty, required, access, default: None, docs, deprecated, at }
    }

    /// Which way a property travels: what it says itself, or what the schema says that it refers to.
    fn access(&mut self, property: SchemaRef<'_>, pointer: &Pointer) -> Access {
        let mut said = (false, false);
        let mut next = Some((property, pointer.clone()));
        // A circle of wrappers ends with the count.
        for _ in 0..WRAPPERS {
            let Some((schema, at)) = next.and_then(|(schema, at)| schema_target(&self.document.openapi, schema, &at))
            else {
                break;
            };
            let keywords = Keywords::of(schema);
            let words = keywords.words().map(|(_, words)| words);
            for data in std::iter::once(&schema.schema_data).chain(words) {
                said = (said.0 || data.read_only, said.1 || data.write_only);
            }
            next = self.wrapped(&keywords).map(|member| (member.schema, member.within(&at)));
            self.travelling.insert(at);
        }
        match said {
            (false, false) => Access::ReadWrite,
            (true, false) => Access::ReadOnly,
            (false, true) => Access::WriteOnly,
            (true, true) => {
                let place = self.key(pointer);
                self.say(mistake::neither_way(place));
                Access::ReadWrite
            }
        }
    }

    fn keys(&mut self, schema: &Schema, id: TypeId, pointer: &Pointer) -> Option<TypeId> {
        let stated = schema.schema_data.extensions.get(PROPERTY_NAMES)?;
        let pointer = pointer.key(PROPERTY_NAMES);
        match serde_json::from_value::<ReferenceOr<Schema>>(stated.clone()) {
            Ok(keys) => Some(self.schema((&keys).into(), &pointer, &Owner::Type(id), Step::Keys)),
            Err(refusal) => {
                let place = self.value(&pointer);
                self.say(refused(place, "a schema", &refusal.to_string()));
                None
            }
        }
    }

    fn values(&mut self, keywords: &Keywords<'_>, id: TypeId, pointer: &Pointer) -> TypeId {
        let pointer = pointer.key("additionalProperties");
        match keywords.additional_properties {
            Some(AdditionalProperties::Schema(schema)) => {
                self.schema((&**schema).into(), &pointer, &Owner::Type(id), Step::Values)
            }
            Some(AdditionalProperties::Any(_)) | None => {
                let name = Name::Inline { within: Owner::Type(id), step: Step::Values };
                self.placeholder(name, &pointer)
            }
        }
    }

    /// Reports names in `required` that are not among the properties.
    pub(super) fn unknown_required(&mut self, required: &[String], properties: &[&str], pointer: &Pointer) {
        let pointer = pointer.key("required");
        for (index, name) in required.iter().enumerate() {
            let place = self.value(&pointer.index(index));
            if required[..index].contains(name) {
                self.say(mistake::required_twice(place, name));
            } else if !properties.contains(&name.as_str()) {
                let similar = spelling::nearest(name, properties.iter().copied());
                self.say(mistake::required_unknown(place, name, similar));
            }
        }
    }
}

/// Whether a schema is `{}`.
fn says_nothing(schema: &ReferenceOr<Schema>) -> bool {
    match schema {
        ReferenceOr::Reference { .. } => false,
        ReferenceOr::Item(schema) => {
            let keywords = Keywords::of(schema);
            let members = keywords.all_of.len() + keywords.one_of.len() + keywords.any_of.len();
            keywords.is_bare() && keywords.ty.is_none() && members == 0 && schema.schema_data == SchemaData::default()
        }
    }
}
