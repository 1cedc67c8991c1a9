//! Arrays, and how many of something there may be.

use super::context::Lowering;
use super::whole::{Placed, Stated, Whole};
use crate::api::{Limits, List, Name, Owner, Shape, Step, TypeId};
use crate::diagnostic::lower::schema as mistake;

impl Lowering<'_> {
    pub(super) fn list(&mut self, whole: &Whole<'_>, id: TypeId) -> Shape {
        let least = self.highest(whole, "minItems", |keywords| keywords.min_items);
        let most = self.lowest(whole, "maxItems", |keywords| keywords.max_items);
        let count = self.limits(least, most);
        let mut unique = whole.parts.iter().filter(|part| part.keywords.unique_items);
        let is_unique = unique.next().is_some();
        for part in unique {
            self.looser(&part.pointer.key("uniqueItems"), "true");
        }
        let said: Vec<Placed<'_>> = whole
            .all("items", |keywords| keywords.items)
            .map(|Stated { value, pointer }| Placed { schema: value, pointer })
            .collect();
        let within = Owner::Type(id);
        let items = if said.is_empty() {
            let pointer = &whole.own().pointer;
            let place = self.key(pointer);
            self.say(mistake::no_items(place));
            self.placeholder(Name::Inline { within, step: Step::Items }, pointer)
        } else {
            self.conjunction(&said, &within, Step::Items)
        };
        Shape::List(List { items, count, unique: is_unique })
    }

    /// Two limits, unless nothing lies between them.
    pub(super) fn limits(&mut self, min: Option<Stated<u64>>, max: Option<Stated<u64>>) -> Limits {
        if let (Some(least), Some(most)) = (&min, &max)
            && least.value > most.value
        {
            let place = self.value(&least.pointer);
            let word = |stated: &Stated<u64>| stated.pointer.tokens().last().unwrap_or_default();
            let (low, high) = (least.value.to_string(), most.value.to_string());
            self.say(mistake::empty_range(place, (&word(least), &low), (&word(most), &high)));
            return Limits::default();
        }
        Limits { min: min.map(|stated| stated.value), max: max.map(|stated| stated.value) }
    }
}
