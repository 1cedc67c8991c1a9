//! `allOf` of objects: one object with the properties of all.

use openapiv3::{AdditionalProperties, ReferenceOr, Schema};

use super::combinator::words_alone;
use super::context::Lowering;
use super::docs;
use super::keywords::{Keywords, SchemaRef};
use super::kind::{Kind, kind};
use super::reference::schema_target;
use crate::api::{Field, Limits, Object, Rest, TypeId};
use crate::diagnostic::lower::schema as mistake;
use crate::source::Pointer;

/// How many schemas may take part in one object, those that come in twice counted twice.
const MOST: usize = 200;

/// A schema that takes part in an object.
struct Part<'k> {
    keywords: Keywords<'k>,
    pointer: Pointer,
}

impl<'a> Lowering<'a> {
    /// The object that a schema with `allOf` is. `None` where it has none, or one of more than objects.
    pub(super) fn merged(&mut self, keywords: &Keywords<'_>, id: TypeId, pointer: &Pointer) -> Option<Object> {
        if keywords.all_of.is_empty() || !is_plain_object(keywords) {
            return None;
        }
        let mut parts = Vec::new();
        let mut open = vec![pointer.clone()];
        for (index, member) in keywords.all_of.iter().enumerate() {
            self.collect(member, &pointer.key("allOf").index(index), &mut parts, &mut open)?;
        }
        let states = |keywords: &Keywords<'_>| !keywords.properties.is_empty();
        if !states(keywords) && !parts.iter().any(|part| states(&part.keywords)) {
            return None;
        }
        parts.push(Part { keywords: keywords.clone(), pointer: pointer.clone() });
        Some(self.merge(&parts, id))
    }

    /// Adds a member, and before it the members that it has itself.
    fn collect<'k>(
        &self,
        member: &'k ReferenceOr<Schema>,
        pointer: &Pointer,
        parts: &mut Vec<Part<'k>>,
        open: &mut Vec<Pointer>,
    ) -> Option<()>
    where
        'a: 'k,
    {
        let (schema, pointer) = schema_target(&self.document.openapi, SchemaRef::from(member), pointer)?;
        let keywords = Keywords::of(schema);
        let combined = keywords.one_of.len() + keywords.any_of.len() > 0 || keywords.not.is_some();
        if combined || !is_plain_object(&keywords) || open.contains(&pointer) || parts.len() >= MOST {
            return None;
        }
        open.push(pointer.clone());
        for (index, member) in keywords.all_of.iter().enumerate() {
            self.collect(member, &pointer.key("allOf").index(index), parts, open)?;
        }
        open.pop();
        parts.push(Part { keywords, pointer });
        Some(())
    }

    fn merge(&mut self, parts: &[Part<'_>], id: TypeId) -> Object {
        let mut fields: Vec<Field> = Vec::new();
        let mut stated: Vec<(&str, SchemaRef<'_>)> = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let own = index + 1 == parts.len();
            let home = if own { id } else { self.home(&part.pointer, id) };
            for &(wire, property) in &part.keywords.properties {
                let required = parts.iter().any(|part| part.keywords.required.iter().any(|name| name == wire));
                let place = stated.iter().position(|(known, _)| *known == wire);
                if let Some(place) = place {
                    if is_same(stated[place].1, property) {
                        continue;
                    }
                    if says_nothing(property) {
                        let said = docs::held(property).0;
                        fields[place].docs = docs::over(said, fields[place].docs.clone());
                        continue;
                    }
                }
                let field = self.field(wire, property, required, home, &part.pointer);
                if let Some(place) = place {
                    // What is written here is lost here; what is referred to says it still where it stands.
                    let lost = fields[place].at.clone();
                    let whole = parts.last().map(|whole| self.at(&whole.pointer)).unwrap_or_default();
                    let said = if lost.as_str().starts_with(&format!("{whole}/")) {
                        crate::source::Place { pointer: lost, ..self.key(&part.pointer) }
                    } else {
                        self.key(&part.pointer.key("properties").key(wire))
                    };
                    self.say(mistake::property_twice(said, wire));
                    stated[place].1 = property;
                    fields[place] = field;
                } else {
                    stated.push((wire, property));
                    fields.push(field);
                }
            }
        }
        let names: Vec<&str> = stated.iter().map(|(name, _)| *name).collect();
        for (index, part) in parts.iter().enumerate() {
            // What a declared part requires is judged where it is declared.
            if index + 1 == parts.len() || !self.known.contains_key(&part.pointer) {
                self.unknown_required(part.keywords.required, &names, &part.pointer);
            }
            if index + 1 < parts.len() && !self.known.contains_key(&part.pointer) {
                self.implied_type(&part.keywords, kind(&part.keywords), &part.pointer);
            }
        }
        let open = parts.iter().any(|part| part.keywords.additional_properties.is_some());
        let min = parts.iter().filter_map(|part| part.keywords.min_properties).max();
        let max = parts.iter().filter_map(|part| part.keywords.max_properties).min();
        Object { fields, rest: if open { Rest::Any } else { Rest::Unstated }, count: Limits { min, max } }
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
}

/// Whether a schema says nothing that is not about the properties of objects.
fn is_plain_object(keywords: &Keywords<'_>) -> bool {
    let kind = kind(keywords);
    let open = matches!(keywords.additional_properties, None | Some(AdditionalProperties::Any(true)));
    let object = kind == Kind::Object || (kind == Kind::Any && keywords.ty.is_none());
    let others = keywords.limits().iter().any(|(_, stated, of)| *stated && *of != "object");
    object && open && !others && keywords.enumeration.is_empty() && keywords.format.is_none()
}

/// Whether a schema is words alone.
fn says_nothing(schema: SchemaRef<'_>) -> bool {
    matches!(schema, SchemaRef::Item(schema) if words_alone(schema).is_some())
}

/// Whether two schemas say the same.
fn is_same(left: SchemaRef<'_>, right: SchemaRef<'_>) -> bool {
    match (left, right) {
        (SchemaRef::Reference(left), SchemaRef::Reference(right)) => left == right,
        (SchemaRef::Item(left), SchemaRef::Item(right)) => left == right,
        _ => false,
    }
}
