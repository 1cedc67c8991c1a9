//! `discriminator`: the property that says of which type an object is.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{Discriminator, ReferenceOr};

use super::choice::declared_name;
use super::combinator::Member;
use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::reference::{pointer_of, schema_target};
use super::whole::{Placed, Whole};
use crate::api::{Alternative, Choice, Name, Owner, Selection, Shape, Step, TypeId};
use crate::diagnostic::lower::combined as mistake;
use crate::source::Pointer;

/// A discriminator, with the values that stand for each alternative.
pub(super) struct Tags {
    pub(super) property: String,
    pub(super) values: Vec<Vec<String>>,
}

impl<'a> Lowering<'a> {
    /// The discriminator that a whole states of its alternatives.
    ///
    /// What `mapping` says wins. Then comes what the alternatives state themselves, or their names. What the base enumerates
    /// says nothing about its children, and is the base's own only as far as it is nobody else's.
    pub(super) fn tagged<'k>(&mut self, whole: &Whole<'k>, members: &[Placed<'k>]) -> Option<Tags>
    where
        'a: 'k,
    {
        let part = whole.parts.iter().rev().find(|part| part.keywords.discriminator.is_some())?;
        let Discriminator { property_name, mapping, extensions: _ } = part.keywords.discriminator?;
        let targets: Vec<Option<Pointer>> = members.iter().map(|member| self.place_of(member)).collect();
        let mut values: Vec<Vec<String>> = vec![Vec::new(); members.len()];
        for (value, target) in mapping {
            let place = self.value(&part.pointer.key("discriminator").key("mapping").key(value));
            let pointer = self.mapped(target);
            match targets.iter().position(|there| there.is_some() && *there == pointer) {
                Some(index) => values[index].push(value.clone()),
                None => self.say(mistake::mapping_of_nothing(place, value, target)),
            }
        }
        let mut taken: BTreeSet<String> = values.iter().flatten().cloned().collect();
        for (index, member) in
            members.iter().enumerate().filter(|(index, _)| values[*index].is_empty()).collect::<Vec<_>>()
        {
            let mut parts = self.parts_of(member);
            let is_base = targets[index].as_ref() == Some(&part.pointer);
            if is_base {
                // As an alternative, it is none of its children.
                for there in parts.iter_mut().filter(|there| there.pointer == part.pointer) {
                    (there.keywords.discriminator, there.keywords.one_of, there.keywords.any_of) = (None, &[], &[]);
                }
            } else {
                parts.retain(|there| there.pointer != part.pointer);
            }
            let stated = self.stated_values(&parts, property_name);
            let implied = if stated.is_empty() { declared_name(member).into_iter().collect() } else { stated };
            for value in implied {
                if taken.insert(value.clone()) {
                    values[index].push(value);
                } else if !is_base {
                    let place = self.value(&member.pointer);
                    self.say(mistake::tag_twice(place, &value));
                }
            }
        }
        Some(Tags { property: property_name.clone(), values })
    }

    /// Where the members of `mapping` lead.
    pub(super) fn mapped_places(&self, discriminator: &Discriminator) -> Vec<Pointer> {
        discriminator.mapping.values().filter_map(|target| self.mapped(target)).collect()
    }

    /// Where a member of `mapping` leads: it may be a reference, or the bare name of a schema.
    pub(super) fn mapped(&self, target: &str) -> Option<Pointer> {
        let schemas = || Pointer::root().key("components").key("schemas");
        let declared = |name: &str| {
            self.document.openapi.components.as_ref().is_some_and(|there| there.schemas.contains_key(name))
        };
        let name = target.rsplit('/').next().unwrap_or(target);
        let is_file = |(_, ending): &(&str, &str)| matches!(*ending, "json" | "yaml" | "yml");
        let bare = name.rsplit_once('.').filter(is_file).map_or(name, |(bare, _)| bare);
        if let Some(pointer) = pointer_of(target) {
            let placed = Placed { schema: SchemaRef::Reference(target), pointer: pointer.clone() };
            return self.place_of(&placed).or(Some(pointer));
        }
        [target, name, bare].into_iter().find(|name| declared(name)).map(|name| schemas().key(name))
    }

    /// The choice of its children that a schema with a discriminator is, where it lists no alternatives itself.
    pub(super) fn base<'k>(&mut self, whole: &Whole<'k>, id: TypeId) -> Option<Shape>
    where
        'a: 'k,
    {
        let own = whole.own();
        let discriminator = own.keywords.discriminator?;
        let at = own.pointer.clone();
        let mut children = self.children(&at);
        for target in discriminator.mapping.values() {
            children.extend(self.mapped(target).filter(|pointer| *pointer != at && self.known.contains_key(pointer)));
        }
        let mut seen = BTreeSet::new();
        children.retain(|child| seen.insert(child.clone()));
        if children.is_empty() {
            let place = self.key(&at.key("discriminator"));
            self.say(mistake::discriminator_alone(place, &discriminator.property_name));
            return None;
        }
        let references: Vec<String> = children.iter().chain([&at]).map(|pointer| format!("#{pointer}")).collect();
        let members: Vec<Placed<'_>> = references
            .iter()
            .map(|reference| Placed { schema: SchemaRef::Reference(reference), pointer: at.key("discriminator") })
            .collect();
        let mut tags = self.tagged(whole, &members)?;
        let mut alternatives = Vec::with_capacity(children.len() + 1);
        for (member, values) in members.iter().zip(tags.values.drain(..)) {
            let label = declared_name(member).unwrap_or_default();
            let (ty, at) = match self.place_of(member) {
                Some(target) if target != at => (self.known[&target], self.at(&target)),
                _ => (self.base_itself(whole, id), self.at(&at)),
            };
            alternatives.push(Alternative { ty, label, tags: values, at });
        }
        Some(Shape::Choice(Choice { alternatives, told_by: Selection::Tag(tags.property), together: false }))
    }

    /// Whether a declared schema that says no more than `allOf` of one other is a child of that, and not another name for it:
    /// the other is a base, which is the choice of its children.
    pub(super) fn is_child(&self, name: &Name, pointer: &Pointer, member: &Member<'_>) -> bool {
        let target = schema_target(&self.document.openapi, member.schema, pointer);
        let Some((schema, _)) = target.filter(|_| matches!(name, Name::Declared(_)) && member.is_of_all()) else {
            return false;
        };
        let base = Keywords::of(schema);
        let mut listed = base.one_of.iter().chain(base.any_of).peekable();
        base.discriminator.is_some()
            && (listed.peek().is_none()
                || listed.any(|there| {
                    let there = schema_target(&self.document.openapi, there.into(), pointer);
                    there.is_some_and(|(_, there)| there == *pointer)
                }))
    }

    /// What a base says itself: the object that is none of its children.
    pub(super) fn base_itself<'k>(&mut self, whole: &Whole<'k>, id: TypeId) -> TypeId
    where
        'a: 'k,
    {
        let name = Name::Inline { within: Owner::Type(id), step: Step::Base };
        let pointer = &whole.own().pointer;
        let base = self.placeholder(name.clone(), pointer);
        let shape = self.plain(whole, base);
        let ty = self.bare(name, shape, pointer);
        self.types.replace(base, ty);
        base
    }

    /// The declared schemas whose `allOf` leads to a schema, directly or through others, in the order of the document.
    pub(super) fn children(&mut self, base: &Pointer) -> Vec<Pointer> {
        if self.extended.is_none() {
            self.extended = Some(self.extensions());
        }
        let extended = self.extended.as_ref().unwrap_or(const { &BTreeMap::new() });
        let mut found: Vec<Pointer> = Vec::new();
        let mut open = vec![base];
        while let Some(parent) = open.pop() {
            for child in extended.get(parent).into_iter().flatten() {
                if child != base && !found.contains(child) {
                    found.push(child.clone());
                    open.push(child);
                }
            }
        }
        found.sort_by_key(|pointer| self.known.get(pointer).copied());
        found
    }

    /// Which declared schemas extend which.
    fn extensions(&self) -> BTreeMap<Pointer, Vec<Pointer>> {
        let mut extended: BTreeMap<Pointer, Vec<Pointer>> = BTreeMap::new();
        let Some(components) = &self.document.openapi.components else { return extended };
        let section = Pointer::root().key("components").key("schemas");
        for (name, schema) in &components.schemas {
            let Some(schema) = schema.as_item() else { continue };
            for member in Keywords::of(schema).all_of {
                let ReferenceOr::Reference { reference } = member else { continue };
                let placed = Placed { schema: SchemaRef::Reference(reference), pointer: section.clone() };
                if let Some(parent) = self.place_of(&placed) {
                    extended.entry(parent).or_default().push(section.key(name));
                }
            }
        }
        extended
    }
}
