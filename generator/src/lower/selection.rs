//! What tells alternatives apart: a discriminator, a property whose values they pin, or a key that one alone requires.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::{Member, Stated, declared_name};
use super::context::Lowering;
use super::discriminator::Tags;
use super::keywords::SchemaRef;
use super::kind::Kind;
use super::literal;
use super::whole::{Part, Placed, Whole};
use crate::api::{Literal, Selection};
use crate::diagnostic::lower::combined as mistake;
use crate::source::Pointer;

/// How many choices may stand each within the one before, to be looked through for what they pin.
const DEEPEST: usize = 8;

/// What tells alternatives apart, and what of that stands for each.
pub(super) struct Told {
    pub(super) by: Selection,
    pub(super) values: Vec<Vec<String>>,
}

impl<'k> Part<'k> {
    /// The alternatives that it states by `oneOf`, and those by `anyOf`, each at its place.
    fn alternatives(&self) -> [Vec<Placed<'k>>; 2] {
        [("oneOf", self.keywords.one_of), ("anyOf", self.keywords.any_of)].map(|(keyword, members)| {
            let pointer = self.pointer.key(keyword);
            let placed = |(index, member): (usize, &'k _)| Placed {
                schema: SchemaRef::from(member),
                pointer: pointer.index(index),
            };
            members.iter().enumerate().map(placed).collect()
        })
    }
}

impl<'a> Lowering<'a> {
    /// What the document states to tell the members of a choice apart; the members are named after it.
    pub(super) fn told<'k>(
        &mut self,
        whole: &Whole<'k>,
        choice: Stated<'k>,
        members: &mut [Member<'k>],
        pointer: &Pointer,
    ) -> Told
    where
        'a: 'k,
    {
        let placed: Vec<Placed<'k>> = members.iter().map(|member| member.placed.clone()).collect();
        let parts: Vec<Vec<Part<'k>>> = placed.iter().map(|placed| self.parts_of(placed)).collect();
        let is_object = |(member, parts): (&Member<'k>, &Vec<Part<'k>>)| {
            let is_choice = |part: &Part<'k>| !part.keywords.one_of.is_empty() || !part.keywords.any_of.is_empty();
            member.kind == Kind::Object || (member.kind == Kind::Any && parts.iter().any(is_choice))
        };
        let objects: Vec<bool> = members.iter().zip(&parts).map(is_object).collect();
        let known: Vec<BTreeSet<String>> = parts.iter().map(|parts| self.known_keys(parts, 0)).collect();
        let several = objects.iter().filter(|is_object| **is_object).count() > 1;
        let told = match self.tagged(whole, &placed) {
            Some(Tags { property, values }) => Told { by: Selection::Tag(property), values },
            None if several => self
                .pinned(&parts, &objects, choice.keyword == "anyOf")
                .or_else(|| (choice.keyword == "oneOf").then(|| keyed(&parts, &known, &objects)).flatten())
                .unwrap_or_else(|| nothing(members.len())),
            None => nothing(members.len()),
        };
        if several {
            named_after(members, &told, &parts, &known);
        }
        tell_apart(members);
        self.exclusive(choice, &told, members, pointer);
        told
    }

    /// The property whose enumerated values tell the objects apart: that which singles out most of them.
    fn pinned(&mut self, parts: &[Vec<Part<'_>>], objects: &[bool], all_must: bool) -> Option<Told> {
        let mut best: Option<(usize, Told)> = None;
        let mut seen = BTreeSet::new();
        let properties: Vec<String> = parts.iter().flat_map(|parts| self.ordered_keys(parts, 0)).collect();
        for property in properties.into_iter().filter(|property| seen.insert(property.clone())) {
            let values: Vec<Vec<String>> = parts
                .iter()
                .zip(objects)
                .map(|(parts, is_object)| if *is_object { self.stated_values(parts, &property) } else { Vec::new() })
                .collect();
            let mut times: BTreeMap<&str, usize> = BTreeMap::new();
            for value in values.iter().flatten() {
                *times.entry(value).or_default() += 1;
            }
            let stated = values.iter().filter(|values| !values.is_empty()).count();
            let is_complete = values.iter().zip(objects).all(|(values, is_object)| !is_object || !values.is_empty());
            let are_apart = times.values().all(|times| *times == 1);
            let pins: BTreeSet<&str> =
                values.iter().filter(|values| values.len() == 1).map(|values| values[0].as_str()).collect();
            let tells = stated > 1 && ((is_complete && are_apart) || (pins.len() > 1 && (is_complete || !all_must)));
            let alone = |values: &&Vec<String>| values.iter().any(|value| times[value.as_str()] == 1);
            let singled_out = values.iter().filter(alone).count();
            if tells && best.as_ref().is_none_or(|(before, _)| singled_out > *before) {
                best = Some((singled_out, Told { by: Selection::Pinned(property), values }));
            }
        }
        best.map(|(_, told)| told)
    }

    /// The values to which the parts of a schema pin a property. Of a choice, all that its members state.
    pub(super) fn stated_values(&mut self, parts: &[Part<'_>], property: &str) -> Vec<String> {
        self.stated_within(parts, property, 0)
    }

    fn stated_within(&mut self, parts: &[Part<'_>], property: &str, depth: usize) -> Vec<String> {
        let mut found: Option<Vec<String>> = None;
        if depth > DEEPEST {
            return Vec::new();
        }
        for (index, part) in parts.iter().enumerate() {
            if let Some((_, schema)) = part.keywords.properties.iter().find(|(name, _)| *name == property) {
                let placed = Placed { schema: *schema, pointer: part.pointer.key("properties").key(property) };
                narrow(&mut found, self.pinned_to(&placed, 0));
            }
            let is_last = index + 1 == parts.len();
            for members in part.alternatives() {
                narrow(&mut found, self.stated_by_members(part, &members, property, depth));
            }
            if is_last && part.keywords.one_of.is_empty() && part.keywords.any_of.is_empty() {
                narrow(&mut found, self.stated_by_base(part, property));
            }
        }
        found.unwrap_or_default()
    }

    /// The values that the members of a choice within state, where each states some.
    fn stated_by_members(
        &mut self,
        part: &Part<'_>,
        members: &[Placed<'_>],
        property: &str,
        depth: usize,
    ) -> Vec<String> {
        let discriminator = part.keywords.discriminator.filter(|there| there.property_name == property);
        let mut all: Vec<String> =
            discriminator.map(|there| there.mapping.keys().cloned().collect()).unwrap_or_default();
        let mapped = discriminator.map(|there| self.mapped_places(there)).unwrap_or_default();
        for placed in members {
            // What is no object has no property that could tell.
            let is_mapped = self.place_of(placed).is_some_and(|target| mapped.contains(&target));
            if is_mapped || !matches!(self.kind_of(placed), Kind::Object | Kind::Any) {
                continue;
            }
            let parts = self.parts_of(placed);
            let mut stated = self.stated_within(&parts, property, depth + 1);
            if stated.is_empty() && discriminator.is_some() {
                stated.extend(declared_name(placed));
            }
            if stated.is_empty() {
                return Vec::new();
            }
            all.extend(stated);
        }
        all
    }

    /// The values that stand for a base and its children.
    fn stated_by_base(&mut self, part: &Part<'_>, property: &str) -> Vec<String> {
        let Some(discriminator) = part.keywords.discriminator.filter(|there| there.property_name == property) else {
            return Vec::new();
        };
        let mapped = self.mapped_places(discriminator);
        let mut values: Vec<String> = discriminator.mapping.keys().cloned().collect();
        let unmapped = self.children(&part.pointer).into_iter().filter(|child| !mapped.contains(child));
        values.extend(unmapped.filter_map(|child| child.tokens().last()));
        values
    }

    /// The values that a schema enumerates, by itself, by `allOf`, or by alternatives that all do.
    fn pinned_to(&mut self, placed: &Placed<'_>, depth: usize) -> Vec<String> {
        let mut found: Option<Vec<String>> = None;
        if depth > DEEPEST {
            return Vec::new();
        }
        for part in self.parts_of(placed) {
            let scalar =
                |value: &&Literal| matches!(value, Literal::Text(_) | Literal::Number(_) | Literal::Boolean(_));
            narrow(&mut found, part.keywords.enumeration.iter().filter(scalar).map(literal::wire).collect());
            for members in part.alternatives() {
                let mut all = Vec::new();
                for member in &members {
                    let values = self.pinned_to(member, depth + 1);
                    if values.is_empty() {
                        all.clear();
                        break;
                    }
                    all.extend(values);
                }
                narrow(&mut found, all);
            }
        }
        found.unwrap_or_default()
    }

    /// The properties that the parts name, and the members of choices among them.
    fn ordered_keys(&mut self, parts: &[Part<'_>], depth: usize) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        for part in parts {
            keys.extend(part.keywords.properties.iter().map(|(name, _)| (*name).to_owned()));
            keys.extend(part.keywords.discriminator.map(|there| there.property_name.clone()));
            for member in part.alternatives().iter().flatten().filter(|_| depth < DEEPEST) {
                let parts = self.parts_of(member);
                keys.extend(self.ordered_keys(&parts, depth + 1));
            }
        }
        keys
    }

    /// The same, and what they require.
    fn known_keys(&mut self, parts: &[Part<'_>], depth: usize) -> BTreeSet<String> {
        let mut keys: BTreeSet<String> = self.ordered_keys(parts, depth).into_iter().collect();
        keys.extend(parts.iter().flat_map(|part| part.keywords.required.iter().cloned()));
        keys
    }

    /// Notes that nothing tells alternatives of one kind apart.
    fn exclusive(&mut self, choice: Stated<'_>, told: &Told, members: &[Member<'_>], pointer: &Pointer) {
        let mut kinds = Vec::new();
        let mut alike = false;
        for (member, values) in members.iter().zip(&told.values) {
            if !values.is_empty() {
                continue;
            }
            let before = kinds.contains(&member.kind) || kinds.contains(&Kind::Any);
            alike |= before || (member.kind == Kind::Any && !kinds.is_empty());
            if !before {
                kinds.push(member.kind);
            }
        }
        if choice.keyword == "oneOf" && !matches!(told.by, Selection::Tag(_)) && alike {
            let place = self.key(pointer);
            self.say(mistake::not_exclusive(place));
        }
    }
}

fn nothing(count: usize) -> Told {
    Told { by: Selection::Fit, values: vec![Vec::new(); count] }
}

/// Keeps the values that are stated before, too: a child says which of its base's values are its own.
fn narrow(found: &mut Option<Vec<String>>, stated: Vec<String>) {
    if stated.is_empty() {
        return;
    }
    let both: Vec<String> = match found {
        Some(before) => stated.iter().filter(|value| before.contains(value)).cloned().collect(),
        None => Vec::new(),
    };
    *found = Some(if both.is_empty() { stated } else { both });
}

/// The first key of each object that it requires and no other knows.
fn keyed(parts: &[Vec<Part<'_>>], known: &[BTreeSet<String>], objects: &[bool]) -> Option<Told> {
    let key = |index: usize| {
        let mut required = parts[index].iter().flat_map(|part| part.keywords.required);
        required.find(|key| is_own(key, index, known)).filter(|_| objects[index]).cloned()
    };
    let values: Vec<Vec<String>> = (0..parts.len()).map(|index| key(index).into_iter().collect()).collect();
    values.iter().any(|keys| !keys.is_empty()).then_some(Told { by: Selection::Key, values })
}

/// Whether no other member knows a key.
fn is_own(key: &str, index: usize, known: &[BTreeSet<String>]) -> bool {
    known.iter().enumerate().all(|(other, keys)| other == index || !keys.contains(key))
}

/// Names inline objects after what tells them apart: the value of the property, or a key that no other has.
fn named_after(members: &mut [Member<'_>], told: &Told, parts: &[Vec<Part<'_>>], known: &[BTreeSet<String>]) {
    for (index, member) in members.iter_mut().enumerate() {
        let SchemaRef::Item(schema) = member.placed.schema else { continue };
        let is_titled = schema.schema_data.title.as_ref() == Some(&member.label);
        if is_titled || !matches!(member.label.as_str(), "Object" | "Map" | "Any") {
            continue;
        }
        let property = told.by.property();
        let by_value = told.values[index].first().filter(|value| !value.is_empty()).map(|value| match property {
            Some(property) if !says_itself(value) => format!("{property} {value}"),
            _ => value.clone(),
        });
        let own = parts[index].iter().flat_map(|part| {
            let named = part.keywords.properties.iter().map(|(name, _)| *name);
            part.keywords.required.iter().map(String::as_str).chain(named)
        });
        let own = || own.into_iter().find(|key| is_own(key, index, known)).map(str::to_owned);
        if let Some(name) = by_value.or_else(own) {
            member.label = name;
        }
    }
}

/// Whether a value is a name without the property that it is a value of.
fn says_itself(value: &str) -> bool {
    value.starts_with(char::is_alphabetic) && !matches!(value, "true" | "false")
}

/// Inline members that would be called the same in spite of all are told apart by their places.
fn tell_apart(members: &mut [Member<'_>]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for member in members.iter() {
        *counts.entry(member.label.to_lowercase()).or_default() += 1;
    }
    for member in members {
        let twice = counts.get(&member.label.to_lowercase()).is_some_and(|count| *count > 1);
        if twice && matches!(member.placed.schema, SchemaRef::Item(_)) {
            member.label = format!("{} {}", member.label, member.index + 1);
        }
    }
}
