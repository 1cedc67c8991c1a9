//! All of several types that a value fits: structs with an option for each.

use super::Context;
use super::bounds::{Bounds, Holder};
use super::conversion;
use super::documentation::Paragraphs;
use super::model::validate_function;
use super::types::{From, runtime};
use crate::api::{Alternative, Choice, TypeId};
use crate::diagnostic::Report;
use crate::rust::body::{AnyOfBody, Outer, Wrap};
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{Body, Documentation, Field, Fields, Ident, Impl, ImplItem, Item, Struct, Type, Visibility};

impl Context<'_> {
    /// The items of a value that is of all the types that it fits.
    pub(super) fn any_of(&self, id: TypeId, choice: &Choice, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let name = self.names.types[&id].clone();
        let mut docs = self.words_or(&ty.docs, ty, &format!("The types that a value of `{name}` fits, at least one."));
        self.fact_words(id, &Bounds::default(), None, &mut docs);
        docs.line("It is written as one object with the properties of all that are there.");
        docs.line(super::origin(ty));
        let mut scope = Scope::default();
        let claims: Vec<Claim> = choice
            .alternatives
            .iter()
            .map(|alternative| Claim::new(alternative.label.as_str(), alternative.at.as_str()))
            .collect();
        let names: Vec<Ident> = scope.claim(Case::Value, &claims).into_iter().map(|claimed| claimed.name).collect();
        let unknown = scope.claim_one(Case::Value, "unknown", ty.at.as_str());
        let any = scope.claim_one(Case::Value, "any", ty.at.as_str());
        let mut fields = Vec::with_capacity(names.len() + 1);
        let mut checks = Vec::with_capacity(names.len());
        let (mut constants, mut statics) = (Vec::new(), Vec::new());
        for (index, (alternative, field)) in choice.alternatives.iter().zip(&names).enumerate() {
            let boxed = self.facts.boxed.contains(&(id, index));
            let bounds =
                self.bounds(alternative.ty, &Holder::Impl(name.clone()), &[field.bare()], field.bare(), report);
            fields.push(self.fitting(alternative, field, boxed, &bounds));
            constants.extend(bounds.constants);
            statics.extend(bounds.statics);
            checks.push((field.clone(), bounds.checks));
        }
        fields.push(Field {
            docs: Documentation::line("The value, where it fits none of them."),
            deprecated: false,
            visibility: Visibility::Public,
            name: unknown.clone(),
            ty: runtime("UnknownValue").of([runtime("Value")]).option(),
            serde: Vec::new(),
            unread: None,
        });
        let setters = choice.alternatives.iter().zip(&names).enumerate().map(|(index, (alternative, field))| {
            let wrap = Wrap { outer: Outer::Option, boxed: self.facts.boxed.contains(&(id, index)) };
            let inner = self.spell(alternative.ty, From::Models);
            ImplItem::Function(super::construction::setter_of(field, inner, wrap, false, false))
        });
        let item = Struct {
            docs: docs.finish(),
            deprecated: ty.deprecated,
            derives: vec!["Clone", "Debug", "Default", "PartialEq"],
            must_use: None,
            non_exhaustive: true,
            transparent: false,
            name: name.clone(),
            fields: Fields::Named(fields),
        };
        let mut functions: Vec<ImplItem> = constants.into_iter().map(ImplItem::Constant).collect();
        functions.push(ImplItem::Function(super::construction::empty(&name)));
        functions.extend(setters);
        functions.push(ImplItem::Function(validate_function()));
        let mut items: Vec<Item> = statics.into_iter().map(Item::Static).collect();
        items.push(Item::Struct(item));
        items.push(Item::Impl(Impl::inherent(Type::plain(name.as_str()), functions)));
        items.push(conversion::serialize(&name, Body::AnyOf(AnyOfBody::Write(names.clone(), unknown.clone()))));
        items.push(conversion::deserialize(&name, Body::AnyOf(AnyOfBody::Read(names, unknown.clone(), any))));
        items.push(conversion::validate(&name, Body::AnyOf(AnyOfBody::Check(checks, unknown))));
        items
    }

    fn fitting(&self, alternative: &Alternative, name: &Ident, boxed: bool, bounds: &Bounds) -> Field {
        let inner = self.spell(alternative.ty, From::Models);
        let mut docs = Paragraphs::default();
        docs.line(match self.names.types.get(&alternative.ty) {
            Some(ty) => format!("The value as [`{ty}`], where it fits that."),
            None => format!("The value as `{inner}`, where it fits that."),
        });
        self.body_words(alternative.ty, &mut docs);
        if !bounds.words.is_empty() {
            docs.line(format!("Limits: {}.", bounds.words.join(", ")));
        }
        Field {
            docs: docs.finish(),
            deprecated: false,
            visibility: Visibility::Public,
            name: name.clone(),
            ty: if boxed { inner.boxed().option() } else { inner.option() },
            serde: Vec::new(),
            unread: None,
        }
    }
}
