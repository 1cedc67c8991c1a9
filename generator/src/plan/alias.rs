//! Declared scalars, lists, maps and references: names for types that Rust has already.

use super::Context;
use super::bounds::Holder;
use super::construction::inherent;
use super::model::{check_function, validate_function};
use super::types::{From, runtime};
use crate::api::TypeId;
use crate::diagnostic::Report;
use crate::rust::body::{Check, Subject};
use crate::rust::{Alias, Constant, Fields, Ident, Impl, ImplItem, Item, Struct, Type, Visibility};

impl Context<'_> {
    /// The items of a name for another type.
    pub(super) fn alias(&self, id: TypeId, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let name = self.names.types[&id].clone();
        if self.facts.wrapped.contains(&id) {
            return self.wrapper(id, &name, report);
        }
        let bounds = self.own_bounds(id, &Holder::Module, &[name.bare()], report);
        let mut docs = self.words_or(&ty.docs, ty, &format!("A name for values of `{name}`."));
        self.fact_words(id, &bounds, None, &mut docs);
        docs.line(super::origin(ty));
        let alias =
            Alias { docs: docs.finish(), deprecated: ty.deprecated, name, ty: self.spell_shape(id, From::Models) };
        let constants = bounds.constants.into_iter().map(Item::Constant);
        let statics = bounds.statics.into_iter().map(Item::Static);
        std::iter::once(Item::Alias(alias)).chain(constants).chain(statics).collect()
    }

    /// A list or map that contains itself: a struct round it, because Rust has no recursive alias.
    fn wrapper(&self, id: TypeId, name: &Ident, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let bounds = self.own_bounds(id, &Holder::Impl(name.clone()), &[], report);
        let mut docs = self.words_or(&ty.docs, ty, &format!("The value `{name}`, which may hold others of its kind."));
        self.fact_words(id, &bounds, None, &mut docs);
        docs.line(super::origin(ty));
        let check = Check { subject: Subject::This, field: Ident::fixed("0"), bounds: bounds.checks };
        let on = || Type::plain(name.as_str());
        let item = Struct {
            docs: docs.finish(),
            deprecated: ty.deprecated,
            derives: vec!["Clone", "Debug", "PartialEq", "Serialize", "Deserialize"],
            must_use: None,
            non_exhaustive: false,
            transparent: true,
            name: name.clone(),
            fields: Fields::Tuple(Visibility::Public, self.spell_shape(id, From::Models)),
        };
        let constants = bounds.constants.into_iter().map(|constant: Constant| ImplItem::Constant(constant));
        let functions = constants.chain([ImplItem::Function(validate_function())]).collect();
        bounds
            .statics
            .into_iter()
            .map(Item::Static)
            .chain([Item::Struct(item)])
            .chain(inherent(on(), functions))
            .chain([Item::Impl(Impl::of(
                runtime("Validate"),
                on(),
                vec![ImplItem::Function(check_function(vec![check]))],
            ))])
            .collect()
    }
}
