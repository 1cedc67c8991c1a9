//! `oneOf` and `anyOf`: one of several types.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{ReferenceOr, Schema};

use super::conjunction::is_same;
use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::kind::{Kind, kind};
use super::reference::{schema_behind, schema_target};
use super::whole::{Part, Placed, Whole, joined};
use crate::api::{Alternative, Choice, Literal, Name, Owner, Selection, Shape, Step, TypeId};
use crate::diagnostic::lower::combined as mistake;
use crate::source::Pointer;

/// How many alternatives choices within choices may make together.
const MOST: usize = 64;

/// A choice that a part of a whole states.
#[derive(Clone, Copy)]
pub(super) struct Stated<'k> {
    pub(super) part: usize,
    pub(super) keyword: &'static str,
    members: &'k [ReferenceOr<Schema>],
}

/// A member of a choice.
pub(super) struct Member<'k> {
    pub(super) index: usize,
    pub(super) placed: Placed<'k>,
    pub(super) kind: Kind,
    pub(super) label: String,
}

impl<'k> Whole<'k> {
    /// The choices that the parts state.
    pub(super) fn choices(&self) -> Vec<Stated<'k>> {
        let of = |(part, there): (usize, &Part<'k>)| {
            [("oneOf", there.keywords.one_of), ("anyOf", there.keywords.any_of)]
                .into_iter()
                .filter(|(_, members)| !members.is_empty())
                .map(move |(keyword, members)| Stated { part, keyword, members })
        };
        self.parts.iter().enumerate().flat_map(of).collect()
    }

    /// The members of a choice, each at its place.
    pub(super) fn members(&self, choice: Stated<'k>) -> impl Iterator<Item = (SchemaRef<'k>, Pointer)> + use<'k> {
        let pointer = self.parts[choice.part].pointer.key(choice.keyword);
        choice.members.iter().enumerate().map(move |(index, member)| (member.into(), pointer.index(index)))
    }

    /// The same without one of its choices.
    fn without(&self, choice: Stated<'_>) -> Vec<Part<'k>> {
        let mut parts = self.parts.clone();
        let keywords = &mut parts[choice.part].keywords;
        match choice.keyword {
            "oneOf" => keywords.one_of = &[],
            _ => keywords.any_of = &[],
        }
        parts
    }
}

impl<'a> Lowering<'a> {
    /// The shape of a whole that states a choice.
    pub(super) fn choice<'k>(&mut self, whole: &Whole<'k>, choice: Stated<'k>, id: TypeId, name: &Name) -> Shape
    where
        'a: 'k,
    {
        let pointer = whole.parts[choice.part].pointer.key(choice.keyword);
        let mut members = self.alternatives(choice, &pointer);
        let rest = whole.without(choice);
        if members.iter().all(|member| is_condition(member.placed.schema)) {
            if !members.is_empty() {
                let place = self.key(&pointer);
                self.say(mistake::conditions(place, choice.keyword));
            }
            return self.shape_of(rest, id, name);
        }
        let beside: Vec<&Part<'k>> = rest.iter().filter(|part| !part.keywords.says_nothing_but_kind()).collect();
        let further: usize =
            rest.iter().map(|part| part.keywords.one_of.len().max(1) * part.keywords.any_of.len().max(1)).product();
        if further > 1 && members.len().saturating_mul(further) > MOST {
            let place = self.key(&pointer);
            self.say(mistake::too_many_alternatives(place, choice.keyword, MOST));
            return self.shape_of(rest, id, name);
        }
        if beside.is_empty() {
            self.drop_itself(whole, choice, &mut members);
        }
        if let [only] = members.as_slice() {
            if beside.is_empty() {
                return Shape::Alias(self.schema(
                    only.placed.schema,
                    &only.placed.pointer,
                    &Owner::Type(id),
                    Step::Member(only.index, None),
                ));
            }
            let more = self.parts_of(&only.placed);
            return self.shape_of(joined(rest, more), id, name);
        }
        let placed: Vec<Placed<'k>> = members.iter().map(|member| member.placed.clone()).collect();
        if beside.is_empty()
            && let Some(enumeration) = self.open_enumeration(&placed)
        {
            return enumeration;
        }
        let told = self.told(whole, choice, &mut members, &pointer);
        let mut alternatives = Vec::with_capacity(members.len());
        for (member, values) in members.iter().zip(told.values) {
            let ty = self.member_type(whole, &rest, member, beside.is_empty(), id);
            let at = self.at(&member.placed.pointer);
            alternatives.push(Alternative { ty, label: member.label.clone(), tags: values, at });
        }
        let objects: Vec<usize> = (0..members.len()).filter(|index| members[*index].kind == Kind::Object).collect();
        if choice.keyword == "anyOf" && told.by == Selection::Fit && objects.len() > 1 {
            return self.all_that_fit(alternatives, &objects, id, &pointer);
        }
        Shape::Choice(Choice { alternatives, told_by: told.by, together: false })
    }

    /// Leaves out the schema itself where it is one of its own alternatives and says nothing beside them: that adds no value.
    fn drop_itself(&mut self, whole: &Whole<'_>, choice: Stated<'_>, members: &mut Vec<Member<'_>>) {
        members.retain(|member| {
            let is_itself = self.place_of(&member.placed).as_ref() == Some(&whole.own().pointer);
            if is_itself {
                let place = self.value(&member.placed.pointer);
                self.say(mistake::member_of_itself(place, choice.keyword));
            }
            !is_itself
        });
    }

    /// The type of one alternative.
    fn member_type<'k>(
        &mut self,
        whole: &Whole<'k>,
        rest: &[Part<'k>],
        member: &Member<'k>,
        alone: bool,
        id: TypeId,
    ) -> TypeId
    where
        'a: 'k,
    {
        // A schema that lists itself is, as an alternative, what it says beside the list.
        if self.place_of(&member.placed).as_ref() == Some(&whole.own().pointer) {
            let whole = self.whole(rest.to_vec());
            return self.base_itself(&whole, id);
        }
        let step = Step::Member(member.index, Some(member.label.clone()));
        // Of what type values are may be said around the choice alone.
        let is_typed = member.kind != Kind::Any || whole.kind == Kind::Any;
        if alone && is_typed {
            return self.schema(member.placed.schema, &member.placed.pointer, &Owner::Type(id), step);
        }
        self.beside(rest, member, is_typed, Name::Inline { within: Owner::Type(id), step })
    }

    /// `anyOf` of objects: a value is of all that it fits. Other alternatives stay beside.
    fn all_that_fit(
        &mut self,
        alternatives: Vec<Alternative>,
        objects: &[usize],
        id: TypeId,
        pointer: &Pointer,
    ) -> Shape {
        let are_objects: BTreeSet<usize> = objects.iter().copied().collect();
        let (together, others): (Vec<_>, Vec<_>) =
            alternatives.into_iter().enumerate().partition(|(index, _)| are_objects.contains(index));
        let alternatives = |all: Vec<(usize, Alternative)>| all.into_iter().map(|(_, one)| one).collect::<Vec<_>>();
        let together = Choice { alternatives: alternatives(together), told_by: Selection::Fit, together: true };
        let mut others = alternatives(others);
        if others.is_empty() {
            return Shape::Choice(together);
        }
        let name = Name::Inline { within: Owner::Type(id), step: Step::Together };
        let ty = self.bare(name, Shape::Choice(together), pointer);
        let at = ty.at.clone();
        let ty = self.types.push(ty);
        let place = objects.first().copied().unwrap_or_default().min(others.len());
        others.insert(place, Alternative { ty, label: "Object".to_owned(), tags: Vec::new(), at });
        Shape::Choice(Choice { alternatives: others, told_by: Selection::Fit, together: false })
    }

    /// The type of an alternative beside which the whole says more.
    fn beside<'k>(&mut self, rest: &[Part<'k>], member: &Member<'k>, is_typed: bool, name: Name) -> TypeId
    where
        'a: 'k,
    {
        let parts = self.parts_of(&member.placed);
        let within = |part: &Part<'k>| {
            part.keywords.says_nothing()
                || (is_typed && part.keywords.says_nothing_but_kind())
                || parts.iter().any(|there| there.pointer == part.pointer)
        };
        if rest.iter().all(within) {
            let Name::Inline { within, step } = name else { return self.together(parts, &member.placed.pointer, name) };
            return self.schema(member.placed.schema, &member.placed.pointer, &within, step);
        }
        self.together(joined(rest.to_vec(), parts), &member.placed.pointer, name)
    }

    /// The members of a choice that say something of their own. What is null alone is said around the choice.
    fn alternatives<'k>(&mut self, choice: Stated<'k>, pointer: &Pointer) -> Vec<Member<'k>>
    where
        'a: 'k,
    {
        let mut members: Vec<Member<'k>> = Vec::new();
        // Those that are called the same may be the same.
        let mut called: BTreeMap<String, Vec<SchemaRef<'k>>> = BTreeMap::new();
        for (index, member) in choice.members.iter().enumerate() {
            let placed = Placed { schema: member.into(), pointer: pointer.index(index) };
            if self.is_null_alone(placed.schema) {
                continue;
            }
            let label = self.label(&placed, 0);
            let namesakes = called.entry(label.clone()).or_default();
            if namesakes.iter().any(|before| is_same(*before, placed.schema)) {
                let place = self.value(&placed.pointer);
                self.say(mistake::alternative_twice(place, choice.keyword, &label));
                continue;
            }
            namesakes.push(placed.schema);
            let kind = self.kind_of(&placed);
            members.push(Member { index, placed, kind, label });
        }
        members
    }

    /// Whether a choice takes null: because a member does.
    pub(super) fn choice_takes_null(&self, choice: Stated<'_>) -> bool {
        choice.members.iter().any(|member| self.takes_null(member.into()))
    }

    /// Whether a schema takes null and nothing else.
    fn is_null_alone(&self, schema: SchemaRef<'_>) -> bool {
        schema_behind(&self.document.openapi, schema).is_some_and(|schema| Keywords::of(schema).is_null_alone())
    }

    /// What kind of values a member is about, all its parts together.
    pub(super) fn kind_of<'k>(&mut self, placed: &Placed<'k>) -> Kind
    where
        'a: 'k,
    {
        let parts = self.parts_of(placed);
        parts.iter().map(|part| kind(&part.keywords)).find(|kind| *kind != Kind::Any).unwrap_or(Kind::Any)
    }

    /// What a member is called: the schema that it refers to, its title, or what it is.
    pub(super) fn label(&self, placed: &Placed<'_>, depth: usize) -> String {
        if let SchemaRef::Reference(_) = placed.schema
            && let Some(name) = declared_name(placed)
        {
            return name;
        }
        let Some(schema) = schema_behind(&self.document.openapi, placed.schema) else { return "Any".to_owned() };
        let keywords = Keywords::of(schema);
        let title = schema.schema_data.title.as_deref().filter(|title| is_name(title));
        if let Some(title) = title {
            return title.to_owned();
        }
        if let [Literal::Text(only)] = keywords.enumeration.as_slice() {
            return only.clone();
        }
        let inner = |schema: SchemaRef<'_>| {
            let placed = Placed { schema, pointer: placed.pointer.clone() };
            if depth < 4 { self.label(&placed, depth + 1) } else { "Any".to_owned() }
        };
        match kind(&keywords) {
            Kind::Boolean => "Boolean".to_owned(),
            Kind::Integer => "Integer".to_owned(),
            Kind::Number => "Number".to_owned(),
            Kind::Text => match keywords.format.as_deref() {
                Some("date-time") => "DateTime".to_owned(),
                Some("date") => "Date".to_owned(),
                _ if keywords.enumeration.is_empty() => "Text".to_owned(),
                _ => "Known".to_owned(),
            },
            Kind::List => keywords.items.map_or_else(|| "List".to_owned(), |items| format!("{} List", inner(items))),
            Kind::Object if keywords.properties.is_empty() => "Map".to_owned(),
            Kind::Object => "Object".to_owned(),
            Kind::Any => "Any".to_owned(),
        }
    }

    /// The schema behind a placed one, and where that stands.
    pub(super) fn place_of(&self, placed: &Placed<'_>) -> Option<Pointer> {
        schema_target(&self.document.openapi, placed.schema, &placed.pointer).map(|(_, pointer)| pointer)
    }
}

/// Whether a title is short enough, and plain enough, to be a name.
fn is_name(title: &str) -> bool {
    let plain = |character: char| character.is_alphanumeric() || matches!(character, ' ' | '_' | '-');
    (1..=40).contains(&title.chars().count()) && title.chars().all(plain) && title.starts_with(char::is_alphabetic)
}

/// Whether a member says no more than which properties stand beside each other, or what a value is not.
fn is_condition(schema: SchemaRef<'_>) -> bool {
    let SchemaRef::Item(schema) = schema else { return false };
    let keywords = Keywords::of(schema);
    let silent = keywords.format.is_none()
        && keywords.enumeration.is_empty()
        && keywords.limits().iter().all(|(_, stated, _)| !stated)
        && matches!(keywords.ty, None | Some("object"));
    let says = !keywords.required.is_empty() || keywords.not.is_some();
    let members = [keywords.all_of, keywords.one_of, keywords.any_of].concat();
    let within = !members.is_empty() && members.iter().all(|member| is_condition(member.into()));
    silent && (within || (members.is_empty() && says))
}

/// The name under which what a reference leads to is declared.
pub(super) fn declared_name(placed: &Placed<'_>) -> Option<String> {
    let SchemaRef::Reference(reference) = placed.schema else { return None };
    let last = super::reference::pointer_of(reference)?.tokens().last()?;
    (!last.is_empty() && last.parse::<usize>().is_err()).then_some(last)
}
