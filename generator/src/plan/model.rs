//! Objects: structs with public fields, their checks, and what a caller builds them with.

use super::Context;
use super::bounds::{Bounds, Holder};
use super::documentation::{Paragraphs, code};
use super::rename;
use super::types::{From, runtime};
use crate::api::{self, Access, Object, Rest, Shape, TypeId};
use crate::diagnostic::Report;
use crate::rust::body::{Bound, Check, ModelBody, Outer, Subject, Wrap};
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{
    Body, Constant, Documentation, Field, Fields, Function, Ident, Impl, ImplItem, Item, Receiver, Serde, Static,
    Struct, Type, Visibility,
};

/// One property, planned.
pub(super) struct Planned {
    pub(super) field: Field,
    /// The type inside `Option`, `Presence` and `Box`.
    pub(super) inner: Type,
    pub(super) required: bool,
    pub(super) wrap: Wrap,
    /// Whether a setter takes whatever becomes the value.
    pub(super) into: bool,
    /// Whether a caller sets it.
    pub(super) set: bool,
    pub(super) functions: Vec<Function>,
    pub(super) check: Option<Check>,
    pub(super) constants: Vec<Constant>,
    pub(super) statics: Vec<Static>,
}

impl Context<'_> {
    /// The items of an object.
    pub(super) fn object(&self, id: TypeId, object: &Object, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let name = self.names.types[&id].clone();
        let mut planned = self.fields(id, object, report);
        let mut docs = self.words_or(&ty.docs, ty, &format!("The object `{name}`."));
        let count = self.count_of_properties(id, object.count);
        self.fact_words(id, &count, None, &mut docs);
        if object.rest == Rest::Closed {
            docs.line("It has no properties but these.");
        }
        docs.line(super::origin(ty));
        let statics: Vec<Item> =
            planned.iter_mut().flat_map(|one| std::mem::take(&mut one.statics)).map(Item::Static).collect();
        let constants = planned.iter_mut().flat_map(|one| std::mem::take(&mut one.constants));
        let constants = count.constants.into_iter().chain(constants);
        let mut inherent: Vec<ImplItem> = constants.map(ImplItem::Constant).collect();
        let mut companions = Vec::new();
        let mut derives = vec!["Clone", "Debug", "PartialEq", "Serialize", "Deserialize"];
        if self.facts.sent.contains(&id) {
            if planned.iter().all(|one| !one.required) {
                derives.insert(2, "Default");
            }
            let (built, functions) = self.construction(id, &name, &planned);
            companions = built;
            inherent.extend(functions.into_iter().map(ImplItem::Function));
        }
        inherent.push(ImplItem::Function(validate_function()));
        inherent.extend(planned.iter_mut().flat_map(|one| std::mem::take(&mut one.functions)).map(ImplItem::Function));
        let counted = counted(count.checks, &planned);
        let checks: Vec<Check> =
            counted.into_iter().chain(planned.iter_mut().filter_map(|one| one.check.take())).collect();
        let item = Struct {
            docs: docs.finish(),
            deprecated: ty.deprecated,
            derives,
            must_use: None,
            non_exhaustive: true,
            transparent: false,
            name: name.clone(),
            fields: Fields::Named(planned.into_iter().map(|one| one.field).collect()),
        };
        let on = || Type::plain(name.as_str());
        let mut items = statics;
        items.push(Item::Struct(item));
        items.push(Item::Impl(Impl::inherent(on(), inherent)));
        items.push(Item::Impl(Impl::of(runtime("Validate"), on(), vec![ImplItem::Function(check_function(checks))])));
        items.extend(companions);
        items
    }

    fn fields(&self, id: TypeId, object: &Object, report: &mut Report) -> Vec<Planned> {
        let at = &self.api.types[id].at;
        let claims: Vec<Claim> = object
            .fields
            .iter()
            .map(|field| {
                Claim::new(field.wire.as_str(), format!("{at}/{}", field.wire))
                    .or_chosen(self.overrides.name(&field.at))
            })
            .collect();
        let mut scope = Scope::default();
        let claimed = scope.claim(Case::Value, &claims);
        rename::refuse(&self.overrides, &claims, &claimed, report);
        let mut planned: Vec<Planned> = Vec::with_capacity(claimed.len() + 1);
        for (index, (field, claimed)) in object.fields.iter().zip(claimed).enumerate() {
            rename::note(report, &claimed, &field.wire, &field.at);
            planned.push(self.field(id, index, field, claimed.name, report));
        }
        planned.extend(self.beside(id, object, &mut scope, report));
        planned
    }

    fn field(&self, owner: TypeId, index: usize, field: &api::Field, name: Ident, report: &mut Report) -> Planned {
        let (inner_id, nullable) = self.without_null(field.ty);
        let inner = self.spell(inner_id, From::Models);
        let boxed = self.facts.boxed.contains(&(owner, index));
        let bare = if boxed { inner.clone().boxed() } else { inner.clone() };
        let free = matches!(self.api.types[self.behind(inner_id)].shape, Shape::Any | Shape::Null);
        let required = field.required && self.facts.travels_always(owner, field.access);
        let (ty, outer, mut serde) = match (required, nullable) {
            (true, false) => (bare, Outer::Plain, Vec::new()),
            (true, true) => {
                let read = Serde::DeserializeWith("trueform_runtime::nullable::required");
                (bare.option(), Outer::Option, vec![read])
            }
            (false, false) => {
                let mut serde = vec![Serde::Default, Serde::SkipIf("Option::is_none")];
                // `null` is a value of a free type, and stays one.
                serde.extend(free.then_some(Serde::DeserializeWith("trueform_runtime::nullable::present")));
                (bare.option(), Outer::Option, serde)
            }
            (false, true) => {
                let serde = vec![Serde::Default, Serde::SkipIf("Presence::is_absent")];
                (runtime("Presence").of([bare]), Outer::Presence, serde)
            }
        };
        if field.wire != name.bare() {
            serde.insert(0, Serde::Rename(field.wire.clone()));
        }
        let holder = Holder::Impl(self.names.types[&owner].clone());
        let bounds = self.bounds(field.ty, &holder, &[name.bare()], &field.wire, report);
        let docs = self.field_docs(owner, field, &bounds);
        let default = self.default_of(field, &name, (inner_id, nullable), required, boxed, report);
        let (functions, constants) = default.unwrap_or_default();
        let check = (!bounds.checks.is_empty() || self.facts.checkable.contains(&field.ty)).then(|| Check {
            subject: Subject::Property(field.wire.clone()),
            field: name.clone(),
            bounds: bounds.checks,
        });
        Planned {
            field: Field {
                docs,
                deprecated: field.deprecated,
                visibility: Visibility::Public,
                name,
                ty,
                serde,
                unread: None,
            },
            inner,
            required,
            wrap: Wrap { outer, boxed },
            into: self.takes_into(inner_id),
            set: true,
            functions,
            check,
            constants: bounds.constants.into_iter().chain(constants).collect(),
            statics: bounds.statics,
        }
    }

    fn field_docs(&self, owner: TypeId, field: &api::Field, bounds: &Bounds) -> Documentation {
        let ty = &self.api.types[field.ty];
        let mut docs = self.words_or(&field.docs, ty, &format!("The property {}.", code(&field.wire)));
        if field.required && !self.facts.travels_always(owner, field.access) {
            docs.line("Required in the way that it travels.");
        }
        match field.access {
            Access::ReadWrite => {}
            Access::ReadOnly => docs.line("Only received: what a caller sends here is ignored."),
            Access::WriteOnly => docs.line("Only sent: no reply holds it."),
        }
        self.fact_words(field.ty, bounds, field.default.as_ref(), &mut docs);
        docs.finish()
    }

    /// The facts of a value in words: limits, format, default.
    pub(super) fn fact_words(
        &self,
        id: TypeId,
        bounds: &Bounds,
        default: Option<&api::Literal>,
        docs: &mut Paragraphs,
    ) {
        self.inner_words(id, docs);
        if self.facts.nullable.contains_key(&id) {
            docs.line("Where it stands, `null` may stand too.");
        }
        if !bounds.words.is_empty() {
            docs.line(format!("Limits: {}.", bounds.words.join(", ")));
        }
        let value = &self.api.types[self.without_null(id).0];
        if let Some(format) = self.api.types[id].format.as_ref().or(value.format.as_ref()) {
            docs.line(format!("Format: {}.", code(format)));
        }
        let outer = self.facts.nullable.get(&id).and_then(|outer| self.api.types[*outer].default.as_ref());
        if let Some(default) = default.or(self.api.types[id].default.as_ref()).or(outer) {
            docs.line(format!("Default: {}.", code(&default.to_json())));
        }
    }
}

/// What counts the properties of an object and holds their number against bounds.
fn counted(bounds: Vec<Bound>, planned: &[Planned]) -> Option<Check> {
    let field = planned.first().filter(|_| !bounds.is_empty())?.field.name.clone();
    let is_rest = |one: &&Planned| one.field.serde.contains(&Serde::Flatten);
    let rest = planned.iter().find(is_rest).map(|one| one.field.name.clone());
    let always = planned.iter().filter(|one| one.required).count();
    let optional = planned.iter().filter(|one| !one.required && !is_rest(one));
    let optional = optional.map(|one| (one.field.name.clone(), one.wrap.outer)).collect();
    Some(Check { subject: Subject::Properties(always, optional, rest), field, bounds })
}

/// `validate`: all bounds at once.
pub(super) fn validate_function() -> Function {
    Function {
        docs: Documentation(
            [
                "Holds the value against every bound that the document states.",
                "",
                "# Errors",
                "",
                "All bounds that are broken, each with a JSON pointer.",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        visibility: Some(Visibility::Public),
        receiver: Receiver::Ref,
        returns: Some(Type::plain("Result").of([Type::Unit, runtime("Violations")])),
        ..Function::new(Ident::fixed("validate"), Body::Model(ModelBody::Validate))
    }
}

/// `&mut Checker<'_>`
pub(super) fn checker() -> Type {
    let checker = Type::Path {
        path: "Checker<'_>".to_owned(),
        import: Some(crate::rust::Import::new("trueform_runtime::Checker")),
        arguments: Vec::new(),
    };
    checker.mutable()
}

/// `Validate::check`.
pub(super) fn check_function(checks: Vec<Check>) -> Function {
    let parameter = if checks.is_empty() { "_" } else { "checker" };
    Function {
        receiver: Receiver::Ref,
        parameters: vec![(Ident::fixed(parameter), checker())],
        ..Function::new(Ident::fixed("check"), Body::Model(ModelBody::Check(checks)))
    }
}
