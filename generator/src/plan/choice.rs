//! One of several types: enums with a variant for each, and one for what none of them takes.

use std::collections::BTreeMap;

use super::Context;
use super::bounds::{Bounds, Holder};
use super::conversion;
use super::documentation::{Paragraphs, code};
use super::model::validate_function;
use super::types::{From, runtime};
use crate::api::{self, Access, Alternative, Choice, Field, Selection, Shape, TypeId};
use crate::diagnostic::Report;
use crate::rust::body::{ChoiceBody, Tagged};
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{Body, Constant, Documentation, Enum, Ident, Impl, ImplItem, Item, Static, Type, Variant};

/// A variant of a choice, planned.
struct Planned<'c> {
    alternative: &'c Alternative,
    name: Ident,
    ty: Type,
    boxed: bool,
    /// The values of the tag that it is known by.
    tags: Vec<String>,
    /// The value of the tag that is written where the value within does not say it.
    written: Option<String>,
    bounds: Bounds,
}

impl Context<'_> {
    /// The items of a choice.
    pub(super) fn choice(&self, id: TypeId, choice: &Choice, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let name = self.names.types[&id].clone();
        let mut planned = self.alternatives(id, choice, report);
        let mut docs = self.words_or(&ty.docs, ty, &format!("One of the types that `{name}` may be of."));
        self.fact_words(id, &Bounds::default(), None, &mut docs);
        if let Some(tag) = choice.told_by.property() {
            docs.line(format!("The property {} says which it is.", code(tag)));
        }
        docs.line(super::origin(ty));
        let (constants, statics) = named(&mut planned);
        let item = Enum {
            docs: docs.finish(),
            deprecated: ty.deprecated,
            derives: vec!["Clone", "Debug", "PartialEq"],
            name: name.clone(),
            variants: self.choice_variants(choice, &planned),
        };
        let functions: Vec<ImplItem> =
            constants.into_iter().map(ImplItem::Constant).chain([ImplItem::Function(validate_function())]).collect();
        let mut items: Vec<Item> = statics.into_iter().map(Item::Static).collect();
        items.push(Item::Enum(item));
        items.push(Item::Impl(Impl::inherent(Type::plain(name.as_str()), functions)));
        items.extend(self.wraps(id, &name, &planned));
        items.extend(self.conversions(&name, choice, planned));
        items
    }

    fn choice_variants(&self, choice: &Choice, planned: &[Planned<'_>]) -> Vec<Variant> {
        let is_alone = |value: &&String| planned.iter().filter(|one| one.tags.contains(value)).count() == 1;
        let alone = |one: &Planned<'_>| one.tags.iter().filter(is_alone).cloned().collect::<Vec<_>>().join(" | ");
        let is_told =
            |one: &Planned<'_>| choice.told_by.property().is_some() && one.tags.iter().any(|tag| is_alone(&tag));
        let known = planned.iter().map(|one| Variant {
            docs: self.alternative_docs(choice, one),
            name: one.name.clone(),
            holds: Some(if one.boxed { one.ty.clone().boxed() } else { one.ty.clone() }),
            wire: is_told(one).then(|| alone(one)),
            default: false,
        });
        let unknown = Variant {
            docs: Documentation::line("A value of none of these types, kept as it came."),
            name: Ident::fixed("Unknown"),
            holds: Some(runtime("UnknownValue").of([runtime("Value")])),
            wire: None,
            default: false,
        };
        known.chain([unknown]).collect()
    }

    fn alternative_docs(&self, choice: &Choice, one: &Planned<'_>) -> Documentation {
        let mut docs = Paragraphs::default();
        self.body_words(one.alternative.ty, &mut docs);
        if docs.is_empty() {
            docs.line(match self.names.types.get(&one.alternative.ty) {
                Some(name) => format!("[`{name}`]."),
                None => format!("A value of `{}`.", one.ty),
            });
        }
        if !one.bounds.words.is_empty() {
            docs.line(format!("Limits: {}.", one.bounds.words.join(", ")));
        }
        if let Some(tag) = choice.told_by.property().filter(|_| !one.tags.is_empty()) {
            let values: Vec<String> = one.tags.iter().map(|value| code(value)).collect();
            docs.line(format!("On the wire: {} is {}.", code(tag), values.join(" or ")));
        }
        if choice.told_by == Selection::Key
            && let Some(key) = one.tags.first()
        {
            docs.line(format!("On the wire: it has {}.", code(key)));
        }
        docs.finish()
    }

    fn alternatives<'c>(&self, id: TypeId, choice: &'c Choice, report: &mut Report) -> Vec<Planned<'c>> {
        let owner = self.names.types[&id].clone();
        let mut rows: Vec<(&Alternative, usize, Vec<String>, Option<String>)> = Vec::new();
        for (index, alternative) in choice.alternatives.iter().enumerate() {
            // What is pinned is a property like others: where it did not come, it does not go.
            let said = match &choice.told_by {
                Selection::Tag(tag) => {
                    let said = self.says(alternative.ty, tag);
                    // Nor has a base to say that it is none of its children.
                    Some(said).filter(|said| !(matches!(said, Says::Maybe) && self.is_base(alternative.ty)))
                }
                Selection::Pinned(_) | Selection::Key | Selection::Fit => None,
            };
            match said {
                // Where nothing within says which of its values came, each has a variant of its own.
                Some(Says::Nothing) if alternative.tags.len() > 1 => {
                    rows.extend(
                        alternative
                            .tags
                            .iter()
                            .map(|value| (alternative, index, vec![value.clone()], Some(value.clone()))),
                    );
                }
                Some(Says::Nothing | Says::Maybe) => {
                    rows.push((alternative, index, alternative.tags.clone(), alternative.tags.first().cloned()));
                }
                Some(Says::Always) | None => rows.push((alternative, index, alternative.tags.clone(), None)),
            }
        }
        let mut variants: BTreeMap<usize, usize> = BTreeMap::new();
        for row in &rows {
            *variants.entry(row.1).or_default() += 1;
        }
        let claims: Vec<Claim> = rows
            .iter()
            .map(|row| {
                let label = if variants[&row.1] == 1 { &row.0.label } else { row.2.first().unwrap_or(&row.0.label) };
                Claim::new(label.as_str(), format!("{}|{}", row.0.at, row.2.join("|")))
            })
            .collect();
        let names = Scope::reserving(["Unknown"]).claim(Case::Variant, &claims);
        rows.into_iter()
            .zip(names)
            .map(|((alternative, index, tags, written), claimed)| {
                let holder = Holder::Impl(owner.clone());
                let name = claimed.name;
                let bounds = self.bounds(alternative.ty, &holder, &[name.bare()], name.bare(), report);
                let ty = self.spell(alternative.ty, From::Models);
                let boxed = self.facts.boxed.contains(&(id, index));
                Planned { alternative, name, ty, boxed, tags, written, bounds }
            })
            .collect()
    }

    /// Whether values of a type say themselves what their tag is.
    fn says(&self, id: TypeId, tag: &str) -> Says {
        match &self.api.types[self.behind(id)].shape {
            Shape::Object(object) => match object.fields.iter().find(|field| field.wire == tag) {
                Some(field) if self.is_always_there(field) => Says::Always,
                None if object.rest == api::Rest::Unstated => Says::Nothing,
                _ => Says::Maybe,
            },
            Shape::Map(_) => Says::Maybe,
            // A choice writes its own tag, and what is no object has none.
            _ => Says::Always,
        }
    }

    fn is_always_there(&self, field: &Field) -> bool {
        field.required && field.access == Access::ReadWrite && !self.without_null(field.ty).1
    }

    /// `From` for each alternative that is a struct, an enum or a scalar, and stands there once.
    fn wraps(&self, id: TypeId, name: &Ident, planned: &[Planned<'_>]) -> Vec<Item> {
        // Of itself, every type is made already.
        let source = |ty: TypeId| self.source(ty).filter(|_| self.behind(ty) != id);
        let sources: Vec<Option<Type>> = planned.iter().map(|one| source(one.alternative.ty)).collect();
        let mut counts: BTreeMap<&Type, usize> = BTreeMap::new();
        for source in sources.iter().flatten() {
            *counts.entry(source).or_default() += 1;
        }
        let once = |source: &Type| counts.get(source) == Some(&1);
        let wrap = |(one, source): (&Planned<'_>, &Option<Type>)| {
            let source = source.clone().filter(once)?;
            let body = ChoiceBody::From { variant: one.name.clone(), boxed: one.boxed };
            Some(conversion::from(name, "value", source, Body::Choice(body)))
        };
        planned.iter().zip(&sources).filter_map(wrap).collect()
    }

    fn conversions(&self, name: &Ident, choice: &Choice, planned: Vec<Planned<'_>>) -> Vec<Item> {
        let variants: Vec<Ident> = planned.iter().map(|one| one.name.clone()).collect();
        let tagged = |tag: &String, others: Vec<Ident>| {
            let arms = arms(&planned);
            ChoiceBody::ReadTagged(Tagged { tag: tag.clone(), arms, others, variants: variants.clone() })
        };
        let read = match &choice.told_by {
            Selection::Tag(tag) => tagged(tag, Vec::new()),
            Selection::Pinned(tag) => {
                let is_other = |one: &&Planned<'_>| one.tags.is_empty() && self.may_be_object(one.alternative.ty);
                tagged(tag, planned.iter().filter(is_other).map(|one| one.name.clone()).collect())
            }
            Selection::Key | Selection::Fit => {
                let keys = planned.iter().filter_map(|one| Some((one.tags.first()?.clone(), one.name.clone())));
                ChoiceBody::Read(variants.clone(), keys.collect())
            }
        };
        let tag = match &choice.told_by {
            Selection::Tag(tag) => Some(tag.clone()),
            Selection::Pinned(_) | Selection::Key | Selection::Fit => None,
        };
        let written = planned.iter().map(|one| (one.name.clone(), tag.clone().zip(one.written.clone())));
        let write = ChoiceBody::Write(written.collect());
        let checks = planned.into_iter().map(|one| (one.name, one.bounds.checks)).collect();
        let check = ChoiceBody::Check(checks, tag);
        vec![
            conversion::serialize(name, Body::Choice(write)),
            conversion::deserialize(name, Body::Choice(read)),
            conversion::validate(name, Body::Choice(check)),
        ]
    }

    /// Whether a type is what a base says itself, beside its children.
    fn is_base(&self, id: TypeId) -> bool {
        matches!(self.api.types[id].name, api::Name::Inline { step: api::Step::Base, .. })
    }

    /// Whether values of a type may be objects.
    fn may_be_object(&self, id: TypeId) -> bool {
        let shape = &self.api.types[self.behind(id)].shape;
        !matches!(shape, Shape::Scalar(_) | Shape::Enumeration(_) | Shape::List(_) | Shape::Null)
    }

    /// The type that values of a type are made from, by its one name.
    fn source(&self, id: TypeId) -> Option<Type> {
        if self.is_replaced(id) {
            return None;
        }
        let behind = self.behind(id);
        match &self.api.types[behind].shape {
            Shape::Scalar(_) => Some(self.spell_shape(behind, From::Models)),
            _ if self.names.types.contains_key(&behind) && !self.is_alias(behind) => {
                Some(self.spell(behind, From::Models))
            }
            _ => None,
        }
    }
}

/// What values say of their tag.
enum Says {
    Always,
    Maybe,
    Nothing,
}

fn named(planned: &mut [Planned<'_>]) -> (Vec<Constant>, Vec<Static>) {
    let mut names = (Vec::new(), Vec::new());
    for one in planned {
        names.0.append(&mut one.bounds.constants);
        names.1.append(&mut one.bounds.statics);
    }
    names
}

/// The values of a tag, those that stand for the same variants together.
fn arms(planned: &[Planned<'_>]) -> Vec<(Vec<String>, Vec<Ident>)> {
    let mut variants: Vec<(&String, Vec<Ident>)> = Vec::new();
    for one in planned {
        for value in &one.tags {
            match variants.iter_mut().find(|(there, _)| *there == value) {
                Some((_, variants)) => variants.push(one.name.clone()),
                None => variants.push((value, vec![one.name.clone()])),
            }
        }
    }
    let mut arms: Vec<(Vec<String>, Vec<Ident>)> = Vec::new();
    for (value, variants) in variants {
        match arms.iter_mut().find(|(_, there)| *there == variants) {
            Some((values, _)) => values.push(value.clone()),
            None => arms.push((vec![value.clone()], variants)),
        }
    }
    arms
}
