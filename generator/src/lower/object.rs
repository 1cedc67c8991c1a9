//! Objects and maps.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{AdditionalProperties, ReferenceOr, Schema, SchemaData};

use super::context::Lowering;
use super::docs;
use super::keywords::{Keywords, SchemaRef};
use super::reference::schema_target;
use super::whole::{Part, Placed, Stated, Whole};
use crate::api::{Access, Docs, Field, Map, Name, Object, Owner, Rest, Shape, Step, TypeId};
use crate::diagnostic::lower::{combined, schema as mistake};
use crate::diagnostic::parse::refused;
use crate::source::Pointer;
use crate::spelling;

/// How many wrappers around a schema are looked into.
const WRAPPERS: usize = 16;

const PROPERTY_NAMES: &str = "x-propertyNames";

/// A property, and all that is said about it.
struct Property<'k> {
    wire: &'k str,
    said: Vec<(Placed<'k>, &'k Pointer)>,
}

impl<'a> Lowering<'a> {
    pub(super) fn object<'k>(&mut self, whole: &'k Whole<'k>, id: TypeId) -> Shape
    where
        'a: 'k,
    {
        let properties = properties(whole);
        self.requirements(whole, &properties);
        let least = self.highest(whole, "minProperties", |keywords| keywords.min_properties);
        let most = self.lowest(whole, "maxProperties", |keywords| keywords.max_properties);
        let count = self.limits(least, most);
        let closed = whole.parts.iter().any(|part| is_closed(&part.keywords));
        if properties.is_empty() && !closed {
            let keys = self.keys(whole, id);
            let values = self.values(whole, id);
            return Shape::Map(Map { keys, values, count });
        }
        if let Some(part) = whole.parts.iter().find(|part| part.says(PROPERTY_NAMES)) {
            let place = self.key(&part.pointer.key(PROPERTY_NAMES));
            self.say(mistake::property_names_of_object(place));
        }
        self.additional_properties(whole, &properties, closed);
        let required: BTreeSet<&str> =
            whole.parts.iter().flat_map(|part| part.keywords.required).map(String::as_str).collect();
        let mut fields = Vec::with_capacity(properties.len());
        for property in &properties {
            fields.push(self.property(property, required.contains(property.wire), id));
        }
        let typed = |part: &Part<'_>| matches!(part.keywords.additional_properties, Some(AdditionalProperties::Schema(schema)) if !says_nothing(schema));
        let rest = if closed {
            Rest::Closed
        } else if whole.parts.iter().any(typed) {
            Rest::Typed(self.values(whole, id))
        } else if whole.parts.iter().any(|part| part.keywords.additional_properties.is_some()) {
            Rest::Any
        } else {
            Rest::Unstated
        };
        Shape::Object(Object { fields, rest, count })
    }

    /// One property, of which several members of `allOf` may speak.
    fn property<'k>(&mut self, property: &Property<'k>, required: bool, id: TypeId) -> Field
    where
        'a: 'k,
    {
        let wire = property.wire;
        let mut said: Vec<Placed<'k>> = Vec::new();
        for (placed, part) in &property.said {
            // The types of a declared part are written in that part.
            self.home(part, id);
            said.push(placed.clone());
        }
        let home = match property.said.as_slice() {
            [(_, part)] => self.home(part, id),
            _ => id,
        };
        let ty = self.conjunction(&said, &Owner::Type(home), Step::Property(wire.to_owned()));
        let mut access = (false, false);
        let (mut docs, mut deprecated) = (Docs::default(), false);
        for Placed { schema, pointer } in said.iter().rev() {
            let (read, write) = self.ways(*schema, pointer);
            access = (access.0 || read, access.1 || write);
            let (words, old) = docs::held(*schema);
            docs = docs::and(docs, words);
            deprecated |= old;
        }
        let own = said.last().map_or_else(Pointer::root, |placed| placed.pointer.clone());
        let access = self.access(access, &own);
        let at = self.at(&own);
        // The default is taken from the type when it has been checked.
        Field { wire: wire.to_owned(), ty, required, access, default: None, docs, deprecated, at }
    }

    /// What the properties of a part are written in: the schema that is declared there, whose turn this is, or else the
    /// object that is made.
    fn home(&mut self, pointer: &Pointer, id: TypeId) -> TypeId {
        let tokens: Vec<String> = pointer.tokens().collect();
        if let [components, schemas, name] = tokens.as_slice()
            && components == "components"
            && schemas == "schemas"
        {
            self.declared(name);
        }
        self.known.get(pointer).copied().unwrap_or(id)
    }

    /// By the letter, `additionalProperties` of one member of `allOf` is about what the others state, too. Nobody means that.
    fn additional_properties(&mut self, whole: &Whole<'_>, properties: &[Property<'_>], closed: bool) {
        for part in &whole.parts {
            let pointer = part.pointer.key("additionalProperties");
            let own = |wire: &str| part.keywords.properties.iter().any(|(name, _)| *name == wire);
            let other = properties.iter().find(|property| !own(property.wire));
            match (part.keywords.additional_properties, other) {
                (Some(AdditionalProperties::Any(false)), Some(other)) => {
                    let place = self.value(&pointer);
                    self.say(combined::closed_member(place, other.wire));
                }
                (Some(AdditionalProperties::Any(true) | AdditionalProperties::Schema(_)), _) if closed => {
                    let place = self.key(&pointer);
                    self.say(combined::opened_member(place));
                }
                (Some(AdditionalProperties::Schema(schema)), Some(other)) if !says_nothing(schema) => {
                    let place = self.key(&pointer);
                    self.say(combined::typed_member(place, other.wire));
                }
                _ => {}
            }
        }
    }

    /// Judges what is required. What a declared part requires is judged where it is declared.
    fn requirements(&mut self, whole: &Whole<'_>, properties: &[Property<'_>]) {
        let names: Vec<&str> = properties.iter().map(|property| property.wire).collect();
        for (_, part) in self.judged(whole) {
            self.unknown_required(part.keywords.required, &names, &part.pointer);
        }
    }

    /// Which ways a schema says that it travels: only received, only sent. Where it is a reference, what that says.
    fn ways(&mut self, schema: SchemaRef<'_>, pointer: &Pointer) -> (bool, bool) {
        let mut said = (false, false);
        let mut next = Some((schema, pointer.clone()));
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
        said
    }

    fn access(&mut self, said: (bool, bool), pointer: &Pointer) -> Access {
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

    fn keys(&mut self, whole: &Whole<'_>, id: TypeId) -> Option<TypeId> {
        let part = whole.parts.iter().find(|part| part.says(PROPERTY_NAMES))?;
        let stated = part.schema.schema_data.extensions.get(PROPERTY_NAMES)?;
        let pointer = part.pointer.key(PROPERTY_NAMES);
        match serde_json::from_value::<ReferenceOr<Schema>>(stated.clone()) {
            Ok(keys) => Some(self.schema((&keys).into(), &pointer, &Owner::Type(id), Step::Keys)),
            Err(refusal) => {
                let place = self.value(&pointer);
                self.say(refused(place, "a schema", &refusal.to_string()));
                None
            }
        }
    }

    fn values(&mut self, whole: &Whole<'_>, id: TypeId) -> TypeId {
        let said: Vec<Placed<'_>> = whole
            .all("additionalProperties", |keywords| match keywords.additional_properties {
                Some(AdditionalProperties::Schema(schema)) => Some((&**schema).into()),
                Some(AdditionalProperties::Any(_)) | None => None,
            })
            .map(|Stated { value, pointer }| Placed { schema: value, pointer })
            .collect();
        if said.is_empty() {
            let name = Name::Inline { within: Owner::Type(id), step: Step::Values };
            return self.placeholder(name, &whole.own().pointer.key("additionalProperties"));
        }
        self.conjunction(&said, &Owner::Type(id), Step::Values)
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

/// The properties of all parts, in their order, each with what is said of it. What is said twice in the same words is
/// said once.
fn properties<'k>(whole: &'k Whole<'k>) -> Vec<Property<'k>> {
    let mut properties: Vec<Property<'k>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for part in &whole.parts {
        for &(wire, schema) in &part.keywords.properties {
            let pointer = part.pointer.key("properties").key(wire);
            let said = (Placed { schema, pointer }, &part.pointer);
            if let Some(&index) = places.get(wire) {
                properties[index].said.push(said);
            } else {
                places.insert(wire, properties.len());
                properties.push(Property { wire, said: vec![said] });
            }
        }
    }
    properties
}

fn is_closed(keywords: &Keywords<'_>) -> bool {
    matches!(keywords.additional_properties, Some(AdditionalProperties::Any(false)))
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
