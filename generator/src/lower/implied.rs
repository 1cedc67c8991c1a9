//! Of which type values are, where that is not said, or said twice.

use super::context::Lowering;
use super::kind::{Kind, kind};
use super::whole::{Placed, Whole};
use crate::diagnostic::lower::{combined, schema as mistake};

impl<'a> Lowering<'a> {
    /// Whether the alternatives that a part states say themselves of which type their values are.
    fn is_of_one_kind<'k>(&mut self, whole: &Whole<'k>, part: usize) -> bool
    where
        'a: 'k,
    {
        let choices = whole.choices().into_iter().filter(|choice| choice.part == part);
        let members: Vec<_> = choices.flat_map(|choice| whole.members(choice)).collect();
        let kinds: Vec<Kind> =
            members.into_iter().map(|(schema, pointer)| self.kind_of(&Placed { schema, pointer })).collect();
        !kinds.is_empty() && kinds.into_iter().all(|kind| kind == whole.kind)
    }

    /// Notes that nothing but the other keywords says what values a schema takes. Of a declared part that is said where
    /// it is declared.
    pub(super) fn implied_types<'k>(&mut self, whole: &Whole<'k>)
    where
        'a: 'k,
    {
        for (index, part) in self.judged(whole) {
            let kind = kind(&part.keywords);
            let limited = whole.parts.len() > 1 && part.keywords.limits().iter().any(|(_, stated, _)| *stated);
            let implied = if kind == Kind::Any && limited { whole.kind } else { kind };
            if part.keywords.ty.is_none() && implied != Kind::Any {
                let place = self.key(&part.pointer);
                self.say(mistake::implied_type(place, implied.word()));
            }
            let others = || whole.parts.iter().filter(|other| other.pointer != part.pointer);
            if let Some(ty) = part.keywords.ty
                && part.keywords.is_bare()
                && (others().any(|other| other.keywords.ty == Some(ty)) || self.is_of_one_kind(whole, index))
            {
                let place = self.key(&part.pointer.key("type"));
                self.say(combined::type_twice(place, ty));
            }
        }
    }
}
