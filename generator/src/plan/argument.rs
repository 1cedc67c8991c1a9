//! What a call states: its parameters and its body.

use super::Context;
use super::bounds::{Bounds, Holder};
use super::documentation::code;
use super::literal;
use super::names::{self, OperationNames};
use super::types::{From, runtime};
use crate::api::{self, Carries, Operation, ParameterIn, Style, TypeId};
use crate::diagnostic::Report;
use crate::rust::body::{Check, Encode, Subject};
use crate::rust::{Documentation, Ident, Type};

/// What a call states: a parameter or the body.
pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) ty: Type,
    pub(super) required: bool,
    pub(super) into: bool,
    pub(super) docs: Documentation,
    pub(super) deprecated: bool,
    pub(super) check: Option<Check>,
    pub(super) encode: Option<Encode>,
    pub(super) bounds: Bounds,
    /// What an example says, where a text will do.
    pub(super) example: Option<String>,
}

impl Context<'_> {
    /// The arguments of an operation: its parameters in their order, then its body.
    pub(super) fn arguments(
        &self,
        operation: &Operation,
        names: &OperationNames,
        report: &mut Report,
    ) -> Vec<Argument> {
        let (parameters, body) = names::parameters(operation, &self.overrides, report);
        let mut arguments: Vec<Argument> = operation
            .parameters
            .iter()
            .zip(parameters)
            .map(|(parameter, name)| self.parameter(names, parameter, name, report))
            .collect();
        arguments.extend(operation.body.as_ref().zip(body).map(|(body, name)| self.body(names, body, name, report)));
        arguments
    }

    fn parameter(
        &self,
        names: &OperationNames,
        parameter: &api::Parameter,
        name: Ident,
        report: &mut Report,
    ) -> Argument {
        let (inner, _) = self.without_null(parameter.ty);
        let holder = Holder::Impl(names.request.clone());
        let mut bounds = self.bounds(parameter.ty, &holder, &[name.bare()], &parameter.wire, report);
        let ty = &self.api.types[parameter.ty];
        let fallback = format!("The {} parameter {}.", location(parameter.location), code(&parameter.wire));
        let mut docs = self.words_or(&parameter.docs, ty, &fallback);
        self.fact_words(parameter.ty, &bounds, parameter.default.as_ref(), &mut docs);
        // Nothing in the signature of a function can be deprecated.
        if parameter.deprecated && parameter.required {
            docs.line("Deprecated.");
        }
        let identifies = self.service.request_id.as_ref().is_some_and(|id| id.eq_ignore_ascii_case(&parameter.wire));
        if identifies && parameter.location == ParameterIn::Header && !parameter.required {
            docs.line("Where it is not set, the client sends one of its own.");
        }
        let default = parameter.default.as_ref().or(ty.default.as_ref());
        let code = default.and_then(|default| Some((self.default_code(inner, default, From::Operations)?, default)));
        bounds
            .constants
            .extend(code.map(|(code, default)| literal::default_constant(&name, &parameter.wire, code, default)));
        let wire = parameter.wire.clone();
        let (subject, encode) = match parameter.location {
            // The path is written whole, segment by segment.
            ParameterIn::Path => (Subject::Path(wire), None),
            ParameterIn::Query => {
                let repeated = parameter.style == Style::Repeated;
                (Subject::Query(wire.clone()), Some(Encode::Query(wire, repeated, name.clone())))
            }
            ParameterIn::Header => (Subject::Header(wire.clone()), Some(Encode::Header(wire, name.clone()))),
        };
        let text = self.takes_into(inner) && !self.is_formatted(inner);
        Argument {
            ty: self.spell(inner, From::Operations),
            required: parameter.required,
            into: self.takes_into(inner),
            docs: docs.finish(),
            deprecated: parameter.deprecated,
            check: self.check(parameter.ty, subject, &name, &bounds),
            encode,
            bounds,
            example: text.then(|| parameter.wire.clone()),
            name,
        }
    }

    /// Whether a text must be of a form, so that no word will do for an example.
    fn is_formatted(&self, id: TypeId) -> bool {
        matches!(self.scalar(id), Some(api::Scalar::Text(text)) if text.format != api::TextFormat::Plain)
    }

    fn check(&self, ty: TypeId, subject: Subject, name: &Ident, bounds: &Bounds) -> Option<Check> {
        (!bounds.checks.is_empty() || self.facts.checkable.contains(&ty)).then(|| Check {
            subject,
            field: name.clone(),
            bounds: bounds.checks.clone(),
        })
    }

    fn body(&self, names: &OperationNames, body: &api::Body, name: Ident, report: &mut Report) -> Argument {
        let media = body.content.media.clone();
        let optional = !body.required;
        let mut docs = self.words(&body.docs, "The request body.");
        let (ty, check, bounds, encode) = match body.content.carries {
            Carries::Json(id) => {
                let holder = Holder::Impl(names.request.clone());
                let bounds = self.bounds(id, &holder, &["body"], "body", report);
                if !self.names.types.contains_key(&id) {
                    docs.push(self.words(&self.api.types[id].docs, "").finish());
                    if self.api.types[id].deprecated {
                        docs.line("Deprecated.");
                    }
                }
                self.fact_words(id, &bounds, None, &mut docs);
                let check = self.check(id, Subject::Body, &name, &bounds);
                let encode = Encode::Json(media.clone(), name.clone(), optional);
                (self.spell(id, From::Operations), check, bounds, encode)
            }
            Carries::Text => {
                let encode = Encode::Body(media.clone(), name.clone(), optional);
                (Type::plain("String"), None, Bounds::default(), encode)
            }
            Carries::Bytes => {
                let encode = Encode::Body(media.clone(), name.clone(), optional);
                (runtime("Bytes"), None, Bounds::default(), encode)
            }
        };
        docs.line(format!("Sent as {}.", code(&media)));
        Argument {
            into: !matches!(body.content.carries, Carries::Json(_)),
            ty,
            required: body.required,
            docs: docs.finish(),
            deprecated: false,
            check,
            encode: Some(encode),
            bounds,
            example: None,
            name,
        }
    }
}

impl Argument {
    /// The type of the parameter that takes it.
    pub(super) fn parameter(&self) -> Type {
        if self.into { self.ty.clone().into() } else { self.ty.clone() }
    }
}

fn location(location: ParameterIn) -> &'static str {
    match location {
        ParameterIn::Path => "path",
        ParameterIn::Query => "query",
        ParameterIn::Header => "header",
    }
}
