//! Objects: structs with public fields, their checks, and what a caller builds them with.

use super::Context;
use super::bounds::{Bounds, Holder};
use super::documentation::{Paragraphs, code};
use super::literal::json;
use super::rename;
use super::types::{From, runtime};
use crate::api::{self, Access, Object, Rest, Shape, TypeId};
use crate::diagnostic::{Report, plan as mistakes};
use crate::rust::body::{Check, ModelBody, Outer, Subject, Wrap};
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{
    Body, Constant, Documentation, Field, Fields, Function, Ident, Impl, ImplItem, Item, Receiver, Serde, Static,
    Struct, Type, Visibility,
};
use crate::source::{On, Place, Pointer, SourceId};

/// One property, planned.
pub(super) struct Planned {
    pub(super) field: Field,
    /// The type inside `Option`, `Presence` and `Box`.
    pub(super) inner: Type,
    pub(super) required: bool,
    pub(super) wrap: Wrap,
    /// Whether a setter takes whatever becomes the value.
    pub(super) into: bool,
    functions: Vec<Function>,
    check: Option<Check>,
    constants: Vec<Constant>,
    statics: Vec<Static>,
}

impl Context<'_> {
    /// The items of an object.
    pub(super) fn object(&self, id: TypeId, object: &Object, report: &mut Report) -> Vec<Item> {
        let ty = &self.api.types[id];
        let name = self.names.types[&id].clone();
        let mut planned = self.fields(id, object, report);
        let mut docs = self.words_or(&ty.docs, ty, &format!("The object `{name}`."));
        count_words(object, &ty.at, &mut docs, report);
        self.fact_words(id, &Bounds::default(), None, &mut docs);
        docs.line(super::origin(ty));
        let statics: Vec<Item> =
            planned.iter_mut().flat_map(|one| std::mem::take(&mut one.statics)).map(Item::Static).collect();
        let constants = planned.iter_mut().flat_map(|one| std::mem::take(&mut one.constants));
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
        let checks: Vec<Check> = planned.iter_mut().filter_map(|one| one.check.take()).collect();
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
        let rest = match object.rest {
            Rest::Unstated | Rest::Closed => None,
            Rest::Any => Some((runtime("Value"), None)),
            Rest::Typed(ty) => Some((self.spell(ty, From::Models), Some(ty))),
        };
        if let Some((values, ty)) = rest {
            let name = scope.claim_one(Case::Value, "additional properties", at.as_str());
            planned.push(self.rest(id, name, values, ty, report));
        }
        planned
    }

    fn field(&self, owner: TypeId, index: usize, field: &api::Field, name: Ident, report: &mut Report) -> Planned {
        let (inner_id, nullable) = self.without_null(field.ty);
        let inner = self.spell(inner_id, From::Models);
        let boxed = self.facts.boxed.contains(&(owner, index));
        let bare = if boxed { inner.clone().boxed() } else { inner.clone() };
        let free = matches!(self.api.types[self.behind(inner_id)].shape, Shape::Any);
        let (ty, outer, mut serde) = match (field.required, nullable) {
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
        let docs = self.field_docs(field, &bounds);
        let functions = self.default_accessor(field, &name, (inner_id, nullable), report);
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
            required: field.required,
            wrap: Wrap { outer, boxed },
            into: self.takes_into(inner_id),
            functions: functions.into_iter().collect(),
            check,
            constants: bounds.constants,
            statics: bounds.statics,
        }
    }

    fn rest(&self, owner: TypeId, name: Ident, values: Type, ty: Option<TypeId>, report: &mut Report) -> Planned {
        let map = runtime("Map").of([Type::plain("String"), values]);
        let mut docs = Paragraphs::default();
        docs.line("The properties beside the named ones, in the order in which they came.");
        let holder = Holder::Impl(self.names.types[&owner].clone());
        let bounds = ty.map(|ty| self.bounds_of_values(ty, &holder, &name, report)).unwrap_or_default();
        if let Some(ty) = ty {
            self.body_words(ty, &mut docs);
        }
        if !bounds.words.is_empty() {
            docs.line(format!("Limits: {}.", bounds.words.join(", ")));
        }
        let check = ty.filter(|ty| self.facts.checkable.contains(ty)).map(|_| Check {
            subject: Subject::Rest,
            field: name.clone(),
            bounds: bounds.checks,
        });
        Planned {
            field: Field {
                docs: docs.finish(),
                deprecated: false,
                visibility: Visibility::Public,
                name,
                ty: map.clone(),
                serde: vec![Serde::Flatten],
                unread: None,
            },
            inner: map,
            required: false,
            wrap: Wrap { outer: Outer::Plain, boxed: false },
            into: false,
            functions: Vec::new(),
            check,
            constants: bounds.constants,
            statics: bounds.statics,
        }
    }

    fn field_docs(&self, field: &api::Field, bounds: &Bounds) -> Documentation {
        let ty = &self.api.types[field.ty];
        let mut docs = self.words_or(&field.docs, ty, &format!("The property {}.", code(&field.wire)));
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
        if !bounds.words.is_empty() {
            docs.line(format!("Limits: {}.", bounds.words.join(", ")));
        }
        if let Some(format) = &self.api.types[id].format {
            docs.line(format!("Format: {}.", code(format)));
        }
        if let Some(default) = default.or(self.api.types[id].default.as_ref()) {
            docs.line(format!("Default: {}.", code(&json(default))));
        }
    }

    fn default_accessor(
        &self,
        field: &api::Field,
        name: &Ident,
        (inner, nullable): (TypeId, bool),
        report: &mut Report,
    ) -> Option<Function> {
        let default = field.default.as_ref().or(self.api.types[field.ty].default.as_ref())?;
        if field.required {
            return None;
        }
        let place = || Place { source: SourceId::Document, pointer: field.at.key("default"), on: On::Value };
        let Some(planned) = self.default_code(inner, default) else {
            report.push(mistakes::default_without_accessor(place()));
            return None;
        };
        let body = ModelBody::Default { field: name.clone(), access: planned.access, nullable, default: planned.value };
        Some(Function {
            docs: Documentation::line(format!(
                "{}, or {} where it is absent.",
                code(&field.wire),
                code(&json(default))
            )),
            must_use: true,
            visibility: Some(Visibility::Public),
            receiver: Receiver::Ref,
            returns: Some(if nullable { planned.returns.option() } else { planned.returns }),
            ..Function::new(name.suffixed("_or_default"), Body::Model(body))
        })
    }
}

/// What the document says of the number of properties.
fn count_words(object: &Object, at: &Pointer, docs: &mut Paragraphs, report: &mut Report) {
    for (keyword, limit, phrase) in
        [("minProperties", object.count.min, "at least"), ("maxProperties", object.count.max, "at most")]
    {
        if let Some(limit) = limit {
            docs.line(format!("It has {phrase} {limit} properties."));
            let place = Place { source: SourceId::Document, pointer: at.key(keyword), on: On::Key };
            report.push(mistakes::count_of_named_properties(place, keyword));
        }
    }
    if object.rest == Rest::Closed {
        docs.line("It has no properties but these.");
    }
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

/// `Validate::check`.
pub(super) fn check_function(checks: Vec<Check>) -> Function {
    let parameter = if checks.is_empty() { "_" } else { "checker" };
    let checker = Type::Path {
        path: "Checker<'_>".to_owned(),
        import: Some(crate::rust::Import::new("trueform_runtime::Checker")),
        arguments: Vec::new(),
    };
    Function {
        receiver: Receiver::Ref,
        parameters: vec![(Ident::fixed(parameter), checker.mutable())],
        ..Function::new(Ident::fixed("check"), Body::Model(ModelBody::Check(checks)))
    }
}
