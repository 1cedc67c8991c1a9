//! What must hold all at once: several schemas that speak of one value.

use std::collections::BTreeSet;

use super::combinator::words_alone;
use super::context::Lowering;
use super::keywords::SchemaRef;
use super::schema::{DEEPEST, Said};
use super::whole::{Part, Placed, home, joined};
use crate::api::{Name, Owner, Step, TypeId};
use crate::diagnostic::lower::{combined, schema as mistake};
use crate::source::Pointer;

impl<'a> Lowering<'a> {
    /// The type of what several schemas say of one value, the last one before the others.
    ///
    /// Where one says all that the others say, it is that one: a schema that extends another goes before it.
    pub(super) fn conjunction<'k>(&mut self, said: &[Placed<'k>], within: &Owner, step: Step) -> TypeId
    where
        'a: 'k,
    {
        let telling = self.telling(said);
        if let [only] = telling.as_slice() {
            return self.schema(only.schema, &only.pointer, within, step);
        }
        let taken_apart: Vec<Vec<Part<'k>>> = telling.iter().map(|placed| self.parts_of(placed)).collect();
        let places: Vec<BTreeSet<Pointer>> = taken_apart.iter().map(|parts| pointers(parts)).collect();
        let says_all = |index: usize| places.iter().all(|others| others.is_subset(&places[index]));
        if let Some(index) = (0..places.len()).rev().find(|index| says_all(*index)) {
            return self.schema(telling[index].schema, &telling[index].pointer, within, step);
        }
        let parts = joined(Vec::new(), taken_apart.into_iter().flatten());
        let pointer = telling.last().map_or_else(Pointer::root, |placed| placed.pointer.clone());
        self.together(parts, &pointer, Name::Inline { within: within.clone(), step })
    }

    /// The type of parts that nothing else is made of. Parts that were taken together before give the type of then.
    pub(super) fn together<'k>(&mut self, parts: Vec<Part<'k>>, pointer: &Pointer, name: Name) -> TypeId
    where
        'a: 'k,
    {
        let key: BTreeSet<(Pointer, bool)> =
            parts.iter().map(|part| (part.pointer.clone(), part.keywords.has_choice())).collect();
        if let Some(id) = self.conjunctions.get(&key) {
            return *id;
        }
        let id = self.placeholder(name.clone(), pointer);
        self.conjunctions.insert(key, id);
        if self.depth >= DEEPEST {
            let place = self.key(pointer);
            self.say(mistake::too_deep(place, DEEPEST));
            return id;
        }
        self.depth += 1;
        let said = self.said_of(&parts, &name);
        self.fill_whole(id, parts, pointer, name, said);
        self.depth -= 1;
        id
    }

    /// What says something about values, each once.
    fn telling<'k>(&mut self, said: &[Placed<'k>]) -> Vec<Placed<'k>> {
        let mut telling: Vec<Placed<'k>> = Vec::new();
        for placed in said {
            let silent = matches!(placed.schema, SchemaRef::Item(schema) if words_alone(schema).is_some());
            let before = telling.iter().find(|there| is_same(there.schema, placed.schema));
            match before {
                Some(there) if home(&there.pointer) == home(&placed.pointer) => {
                    let place = self.key(&placed.pointer);
                    self.say(combined::said_twice(place));
                }
                None if !silent => telling.push(placed.clone()),
                _ => {}
            }
        }
        if telling.is_empty() { said.last().cloned().into_iter().collect() } else { telling }
    }

    /// What parts say besides their values, the last one before the others. Words stay where they are declared.
    fn said_of(&mut self, parts: &[Part<'_>], name: &Name) -> Said {
        let mut said = Said::default();
        for part in parts.iter().rev() {
            let mut inner = self.said(&part.schema.schema_data, &part.keywords, &part.pointer, name);
            inner.nullable = false;
            if self.known.contains_key(&part.pointer) {
                inner.docs = crate::api::Docs::default();
            }
            said = said.over(inner);
        }
        said
    }
}

fn pointers(parts: &[Part<'_>]) -> BTreeSet<Pointer> {
    parts.iter().map(|part| part.pointer.clone()).collect()
}

/// Whether two schemas say the same.
pub(super) fn is_same(left: SchemaRef<'_>, right: SchemaRef<'_>) -> bool {
    match (left, right) {
        (SchemaRef::Reference(left), SchemaRef::Reference(right)) => left == right,
        (SchemaRef::Item(left), SchemaRef::Item(right)) => left == right,
        _ => false,
    }
}
