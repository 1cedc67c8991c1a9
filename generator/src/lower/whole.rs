//! A schema as a whole: what it says itself, and what the members of its `allOf` say.

use std::collections::BTreeSet;

use openapiv3::Schema;

use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::kind::{Kind, kind};
use super::literal::{less, number_text};
use super::reference::schema_target;
use crate::api::{Bound, Literal, Number};
use crate::diagnostic::lower::combined as mistake;
use crate::source::Pointer;

/// How many schemas may take part in one, those that come in twice counted once.
const MOST: usize = 200;

/// A schema, or a reference to one, at its place.
#[derive(Clone)]
pub(super) struct Placed<'k> {
    pub(super) schema: SchemaRef<'k>,
    pub(super) pointer: Pointer,
}

/// One schema that takes part in a whole.
#[derive(Clone)]
pub(super) struct Part<'k> {
    pub(super) keywords: Keywords<'k>,
    pub(super) schema: &'k Schema,
    pub(super) pointer: Pointer,
}

/// What holds of a value all at once, the schema itself last.
#[derive(Clone)]
pub(super) struct Whole<'k> {
    pub(super) parts: Vec<Part<'k>>,
    pub(super) kind: Kind,
}

impl Part<'_> {
    /// Whether an extension stands in it.
    pub(super) fn says(&self, extension: &str) -> bool {
        self.schema.schema_data.extensions.contains_key(extension)
    }
}

/// What a part states, and where.
pub(super) struct Stated<T> {
    pub(super) value: T,
    pub(super) pointer: Pointer,
}

impl<'k> Whole<'k> {
    /// The schema itself.
    pub(super) fn own(&self) -> &Part<'k> {
        self.parts.last().expect("a whole has the schema itself as a part")
    }

    /// What each part states of one kind of thing.
    pub(super) fn all<T>(
        &self,
        keyword: &str,
        of: impl Fn(&Keywords<'k>) -> Option<T>,
    ) -> impl Iterator<Item = Stated<T>> {
        self.parts.iter().filter_map(move |part| {
            of(&part.keywords).map(|value| Stated { value, pointer: part.pointer.key(keyword) })
        })
    }

    /// The format: that of the last part which states one.
    pub(super) fn format(&self) -> Option<&str> {
        self.parts.iter().rev().find_map(|part| part.keywords.format.as_deref())
    }

    /// The part that states an enumeration: the last one that does.
    pub(super) fn enumerating(&self) -> Option<&Part<'k>> {
        self.parts.iter().rev().find(|part| !part.keywords.enumeration.is_empty())
    }

    /// What tells whether every part that states an enumeration lists a value.
    pub(super) fn enumerates(&self) -> impl Fn(&Literal) -> bool + use<> {
        let lists = self.parts.iter().map(|part| &part.keywords.enumeration).filter(|list| !list.is_empty());
        let lists: Vec<BTreeSet<String>> = lists.map(|list| list.iter().map(Literal::to_json).collect()).collect();
        move |value| lists.len() < 2 || lists.iter().all(|list| list.contains(&value.to_json()))
    }

    /// Whether null is a value: the schema itself says so, or all that it is made of.
    pub(super) fn is_nullable(&self) -> bool {
        let own = &self.own().keywords;
        let others = &self.parts[..self.parts.len() - 1];
        let says = |part: &Part<'_>| !part.keywords.says_nothing();
        own.nullable
            || (others.iter().any(says)
                && others.iter().all(|part| part.keywords.nullable || !says(part))
                && own.says_nothing())
    }
}

fn is_tighter(bound: &Bound, than: &Bound, beyond: impl Fn(Number, Number) -> bool) -> bool {
    beyond(than.value, bound.value) || (bound.value == than.value && bound.exclusive)
}

impl<'a> Lowering<'a> {
    /// The schemas that a schema is made of, itself last.
    pub(super) fn parts<'k>(&mut self, schema: &'k Schema, pointer: &Pointer) -> Vec<Part<'k>>
    where
        'a: 'k,
    {
        let mut parts = Vec::new();
        self.collect(schema, pointer, &mut parts, &mut Vec::new());
        parts
    }

    /// The parts of what stands or is referred to at a place. None where there is nothing, which is said elsewhere.
    pub(super) fn parts_of<'k>(&mut self, placed: &Placed<'k>) -> Vec<Part<'k>>
    where
        'a: 'k,
    {
        match schema_target(&self.document.openapi, placed.schema, &placed.pointer) {
            Some((schema, pointer)) => self.parts(schema, &pointer),
            None => Vec::new(),
        }
    }

    fn collect<'k>(&mut self, schema: &'k Schema, pointer: &Pointer, parts: &mut Vec<Part<'k>>, open: &mut Vec<Pointer>)
    where
        'a: 'k,
    {
        if open.contains(pointer) || parts.iter().any(|part| part.pointer == *pointer) {
            return;
        }
        if parts.len() >= MOST {
            let place = self.key(pointer);
            return self.say(mistake::too_many_parts(place, MOST));
        }
        let mut keywords = Keywords::of(schema);
        open.push(pointer.clone());
        for (keyword, members) in [("allOf", keywords.all_of), ("oneOf", keywords.one_of), ("anyOf", keywords.any_of)] {
            // A choice of one is none.
            if keyword != "allOf" && members.len() != 1 {
                continue;
            }
            for (index, member) in members.iter().enumerate() {
                let at = pointer.key(keyword).index(index);
                if let Some((schema, target)) = schema_target(&self.document.openapi, member.into(), &at) {
                    if open.contains(&target) {
                        let place = self.value(&at);
                        self.say(mistake::member_of_itself(place, keyword));
                    }
                    self.collect(schema, &target, parts, open);
                }
            }
        }
        open.pop();
        keywords.all_of = &[];
        if keywords.one_of.len() == 1 || self.leads_to(keywords.one_of, open) {
            keywords.one_of = &[];
        }
        if keywords.any_of.len() == 1 || self.leads_to(keywords.any_of, open) {
            keywords.any_of = &[];
        }
        parts.push(Part { keywords, schema, pointer: pointer.clone() });
    }

    /// Whether one of the members is a schema that is just being taken apart: the base of a schema lists it among its
    /// children, which says nothing about the child.
    fn leads_to(&self, members: &[openapiv3::ReferenceOr<Schema>], open: &[Pointer]) -> bool {
        members.iter().any(|member| {
            let target = schema_target(&self.document.openapi, member.into(), &Pointer::root());
            target.is_some_and(|(_, pointer)| open.contains(&pointer))
        })
    }

    /// The highest of what the parts state.
    pub(super) fn highest(
        &mut self,
        whole: &Whole<'_>,
        keyword: &str,
        of: impl Fn(&Keywords<'_>) -> Option<u64>,
    ) -> Option<Stated<u64>> {
        self.tightest(whole.all(keyword, |keywords| of(keywords)).collect(), |one, than| one > than, u64::to_string)
    }

    /// The lowest of what the parts state.
    pub(super) fn lowest(
        &mut self,
        whole: &Whole<'_>,
        keyword: &str,
        of: impl Fn(&Keywords<'_>) -> Option<u64>,
    ) -> Option<Stated<u64>> {
        self.tightest(whole.all(keyword, |keywords| of(keywords)).collect(), |one, than| one < than, u64::to_string)
    }

    /// The tightest lower end of the range.
    pub(super) fn minimum(&mut self, whole: &Whole<'_>) -> Option<Stated<Bound>> {
        let ends = whole.all("minimum", |keywords| {
            keywords.minimum.map(|value| Bound { value, exclusive: keywords.exclusive_minimum })
        });
        self.tightest(ends.collect(), |one, than| is_tighter(one, than, less), |end| number_text(end.value))
    }

    /// The tightest upper end of the range.
    pub(super) fn maximum(&mut self, whole: &Whole<'_>) -> Option<Stated<Bound>> {
        let ends = whole.all("maximum", |keywords| {
            keywords.maximum.map(|value| Bound { value, exclusive: keywords.exclusive_maximum })
        });
        let greater = |left, right| less(right, left);
        self.tightest(ends.collect(), |one, than| is_tighter(one, than, greater), |end| number_text(end.value))
    }

    /// The one bound that decides. What is looser changes nothing, which is noted where it stands beside the tighter one.
    fn tightest<T>(
        &mut self,
        stated: Vec<Stated<T>>,
        is_tighter: impl Fn(&T, &T) -> bool,
        shown: impl Fn(&T) -> String,
    ) -> Option<Stated<T>> {
        let mut kept: Option<Stated<T>> = None;
        let mut looser = Vec::new();
        for one in stated {
            match kept.take() {
                Some(there) if !is_tighter(&one.value, &there.value) => {
                    looser.push(one);
                    kept = Some(there);
                }
                Some(there) => {
                    looser.push(there);
                    kept = Some(one);
                }
                None => kept = Some(one),
            }
        }
        for Stated { value, pointer } in looser {
            self.looser(&pointer, &shown(&value));
        }
        kept
    }

    /// Notes a bound that changes nothing. One of a declared schema counts by itself, too.
    pub(super) fn looser(&mut self, pointer: &Pointer, value: &str) {
        let declared = pointer.parent().is_some_and(|part| self.is_declared(&part));
        if !declared {
            let place = self.value(pointer);
            let keyword = pointer.tokens().last().unwrap_or_default();
            self.say(mistake::looser_bound(place, &keyword, value));
        }
    }

    /// The parts that are judged as parts of this whole, with their indices: of another declared schema all is said where it
    /// is declared.
    pub(super) fn judged<'w, 'k>(&self, whole: &'w Whole<'k>) -> Vec<(usize, &'w Part<'k>)> {
        let own = whole.parts.len() - 1;
        let parts = whole.parts.iter().enumerate();
        parts.filter(|(index, part)| *index == own || !self.known.contains_key(&part.pointer)).collect()
    }

    /// Whether `components` declares what stands at a place under a name: what it says counts by itself, too.
    fn is_declared(&self, pointer: &Pointer) -> bool {
        pointer.tokens().count() == 3 && self.known.contains_key(pointer)
    }

    /// The parts as one. Where two are about values of different types, the last one says what is meant.
    pub(super) fn whole<'k>(&mut self, parts: Vec<Part<'k>>) -> Whole<'k> {
        let mut whole = Whole { parts: Vec::with_capacity(parts.len()), kind: Kind::Any };
        for part in parts {
            let stated = kind(&part.keywords);
            whole.kind = match (whole.kind, stated) {
                (kept, Kind::Any) => kept,
                (Kind::Any, stated) => stated,
                (Kind::Integer, Kind::Number) | (Kind::Number, Kind::Integer) => Kind::Integer,
                (kept, stated) => {
                    if kept != stated {
                        let place = self.key(&part.pointer);
                        self.say(mistake::kinds_disagree(place, kept.what(), stated.what()));
                        self.left_out(&mut whole, &part.pointer);
                    }
                    stated
                }
            };
            whole.parts.push(part);
        }
        whole
    }

    /// Leaves out the parts that are about values of another type than what follows.
    fn left_out(&mut self, whole: &mut Whole<'_>, follows: &Pointer) {
        whole.parts.retain(|part| {
            let kept = kind(&part.keywords) == Kind::Any;
            // What is referred to counts where it stands.
            if !kept && home(&part.pointer) == home(follows) {
                let place = self.key(&part.pointer);
                self.say(mistake::left_out(place));
            }
            kept
        });
    }

    /// What is a multiple of all that the parts state.
    pub(super) fn multiple_of(&mut self, whole: &Whole<'_>) -> Option<Number> {
        let mut kept: Option<Number> = None;
        for Stated { value, pointer } in whole.all("multipleOf", |keywords| keywords.multiple_of) {
            if !less(Number::Integer(0), value) {
                let place = self.value(&pointer);
                self.say(crate::diagnostic::lower::schema::multiple_of(place, &number_text(value)));
                continue;
            }
            kept = match kept.map(|kept| common_multiple(kept, value)) {
                None => Some(value),
                Some(Some(common)) => Some(common),
                Some(None) => {
                    let place = self.value(&pointer);
                    self.say(mistake::multiples_disagree(place, &number_text(value)));
                    kept
                }
            };
        }
        kept
    }
}

/// Parts together, each once.
pub(super) fn joined<'k>(mut parts: Vec<Part<'k>>, more: impl IntoIterator<Item = Part<'k>>) -> Vec<Part<'k>> {
    for part in more {
        if !parts.iter().any(|there| there.pointer == part.pointer) {
            parts.push(part);
        }
    }
    parts
}

/// The component that a place belongs to, or else where it begins.
pub(super) fn home(pointer: &Pointer) -> Vec<String> {
    pointer.tokens().take(3).collect()
}

/// The least common multiple of whole numbers; of others, the larger one where it is a multiple of the smaller.
fn common_multiple(left: Number, right: Number) -> Option<Number> {
    if let (Number::Integer(left), Number::Integer(right)) = (left, right) {
        let (mut high, mut low) = (left, right);
        while low != 0 {
            (high, low) = (low, high % low);
        }
        return (left / high).checked_mul(right).map(Number::Integer);
    }
    let (low, high) = if less(left, right) { (left, right) } else { (right, left) };
    let times = as_float(high) / as_float(low);
    ((times - times.round()).abs() <= 4.0 * f64::EPSILON * times).then_some(high)
}

#[expect(clippy::cast_precision_loss, reason = "beside a fraction, the nearest f64 is what both sides are taken as")]
fn as_float(number: Number) -> f64 {
    match number {
        Number::Integer(value) => value as f64,
        Number::Float(value) => value,
    }
}
