//! Arrays, and how many of something there may be.

use super::context::Lowering;
use super::keywords::Keywords;
use crate::api::{Limits, List, Name, Owner, Shape, Step, TypeId};
use crate::diagnostic::lower::schema as mistake;
use crate::source::Pointer;

impl Lowering<'_> {
    pub(super) fn list(&mut self, keywords: &Keywords<'_>, id: TypeId, pointer: &Pointer) -> Shape {
        let count = self.limits(("minItems", keywords.min_items), ("maxItems", keywords.max_items), pointer);
        let within = Owner::Type(id);
        let items = if let Some(items) = keywords.items {
            self.schema(items, &pointer.key("items"), &within, Step::Items)
        } else {
            let place = self.key(pointer);
            self.say(mistake::no_items(place));
            self.placeholder(Name::Inline { within, step: Step::Items }, pointer)
        };
        Shape::List(List { items, count, unique: keywords.unique_items })
    }

    /// Two limits, unless nothing lies between them.
    pub(super) fn limits(
        &mut self,
        (min_keyword, min): (&str, Option<u64>),
        (max_keyword, max): (&str, Option<u64>),
        pointer: &Pointer,
    ) -> Limits {
        if let (Some(least), Some(most)) = (min, max)
            && least > most
        {
            let place = self.value(&pointer.key(min_keyword));
            self.say(mistake::empty_range(place, (min_keyword, &least.to_string()), (max_keyword, &most.to_string())));
            return Limits::default();
        }
        Limits { min, max }
    }
}
