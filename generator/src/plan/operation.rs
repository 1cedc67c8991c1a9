//! Operations: a request that is built up, sent, and read.

use super::Context;
use super::argument::Argument;
use super::documentation::{Paragraphs, code, labelled};
use super::names::OperationNames;
use super::polling;
use super::types::runtime;
use crate::api::{self, Carries, Operation, ParameterIn, Segment};
use crate::diagnostic::Report;
use crate::rust::body::{self, Check, Encode, OperationBody};
use crate::rust::facts;
use crate::rust::{
    Body, Constant, Documentation, Field, Fields, Function, Ident, Impl, ImplItem, Import, Item, Receiver, Static,
    Struct, Type, Value, Visibility,
};

impl Context<'_> {
    /// The items of an operation's file, and what they import beyond their types.
    pub(super) fn operation(&self, index: usize, report: &mut Report) -> (Vec<Item>, Vec<Import>) {
        let operation = &self.api.operations[index];
        let names = &self.names.operations[index];
        let mut arguments = self.arguments(operation, names, report);
        let replies = self.replies(operation, names, report);
        let reading = replies.reading;
        let mut statics: Vec<Static> =
            arguments.iter_mut().flat_map(|argument| std::mem::take(&mut argument.bounds.statics)).collect();
        statics.extend(reading.statics);
        let mut constants: Vec<Constant> =
            arguments.iter_mut().flat_map(|argument| std::mem::take(&mut argument.bounds.constants)).collect();
        constants.extend(reading.constants);
        constants.extend(polling::waiters(operation));
        let mut items: Vec<Item> = statics.into_iter().map(Item::Static).collect();
        items.push(Item::Struct(Self::request(operation, names, &arguments)));
        items.push(Item::Impl(inherent(operation, names, &arguments, constants)));
        items.push(Item::Impl(self.start(operation, names, &arguments)));
        items.push(Item::Impl(into_future(names)));
        items.push(Item::Impl(self.facts_and_mechanism(operation, names, &mut arguments, reading.arms)));
        items.extend(replies.items);
        let mut imports = vec![Import::new("trueform_runtime::Method")];
        if operation.security.iter().flatten().next().is_some() {
            imports.push(Import::new("crate::security"));
            imports.push(Import::new("trueform_runtime::Requirement"));
        }
        if operation.polling.as_ref().is_some_and(|polling| !polling.waiters.is_empty()) {
            imports.push(Import::new("trueform_runtime::Outcome"));
        }
        if operation.parameters.iter().any(|parameter| parameter.location == ParameterIn::Query) {
            imports.push(Import::new("trueform_runtime::Style"));
        }
        (items, imports)
    }

    fn request(operation: &Operation, names: &OperationNames, arguments: &[Argument]) -> Struct {
        let mut docs = Paragraphs::default();
        docs.line(format!("The request {}, as it is being built.", endpoint(operation)));
        docs.line(format!("Made by [`Client::{}`].", names.method.bare()));
        let call = private_field(Ident::fixed("call"), runtime("Call"));
        let fields = arguments.iter().map(|argument| {
            let ty = argument.ty.clone();
            private_field(argument.name.clone(), if argument.required { ty } else { ty.option() })
        });
        Struct {
            docs: docs.finish(),
            deprecated: operation.deprecated,
            derives: vec!["Clone", "Debug"],
            must_use: Some("a request does nothing until it is sent or awaited"),
            non_exhaustive: false,
            transparent: false,
            name: names.request.clone(),
            fields: Fields::Named(std::iter::once(call).chain(fields).collect()),
        }
    }

    fn start(&self, operation: &Operation, names: &OperationNames, arguments: &[Argument]) -> Impl {
        let required: Vec<&Argument> = arguments.iter().filter(|argument| argument.required).collect();
        let body = OperationBody::Start {
            operation: names.request.clone(),
            required: required.iter().map(|argument| (argument.name.clone(), argument.into)).collect(),
            optional: arguments
                .iter()
                .filter(|argument| !argument.required)
                .map(|argument| argument.name.clone())
                .collect(),
        };
        let function = Function {
            docs: self.start_docs(operation, names, &required),
            deprecated: operation.deprecated,
            visibility: Some(Visibility::Public),
            receiver: Receiver::Ref,
            parameters: required.iter().map(|argument| (argument.name.clone(), argument.parameter())).collect(),
            returns: Some(Type::plain(names.request.as_str())),
            ..Function::new(names.method.clone(), Body::Operation(body))
        };
        Impl::inherent(Type::imported("crate::Client"), vec![ImplItem::Function(function)])
    }

    fn start_docs(&self, operation: &Operation, names: &OperationNames, required: &[&Argument]) -> Documentation {
        let fallback = self.prose.phrase(&format!("{} {}", operation.verb.as_str(), operation.template));
        let mut docs = self.words(&operation.docs, &fallback);
        docs.line(endpoint(operation));
        if !operation.tags.is_empty() {
            let tags: Vec<String> = operation.tags.iter().map(|tag| code(tag)).collect();
            docs.line(format!("Tags: {}.", tags.join(", ")));
        }
        if !required.is_empty() {
            docs.line("# Arguments");
            docs.lines(required.iter().flat_map(|argument| {
                let label = format!("- `{}`", argument.name.bare());
                let mut lines = labelled(&label, argument.docs.clone()).0;
                lines.iter_mut().skip(1).filter(|line| !line.is_empty()).for_each(|line| line.insert_str(0, "  "));
                lines
            }));
        }
        if polling::words(operation, names, &mut docs) {
            let [wait, follow] = self.waiting(names, required);
            docs.line("To wait for its end, ten minutes at most:");
            docs.push(wait);
            docs.line("To see what happens until then:");
            docs.push(follow);
        }
        docs.line("# Example");
        docs.push(self.example(names, required));
        docs.finish()
    }

    fn facts_and_mechanism(
        &self,
        operation: &Operation,
        names: &OperationNames,
        arguments: &mut [Argument],
        arms: Vec<body::Arm>,
    ) -> Impl {
        let function = |name, body| Function::new(Ident::fixed(name), Body::Operation(body));
        let call = runtime("Call");
        let mut items = vec![
            ImplItem::Type(Ident::fixed("Response"), Type::plain(names.reply.as_str())),
            ImplItem::Type(Ident::fixed("Error"), Type::plain(names.error.as_str())),
            ImplItem::Constant(self.facts_of(operation)),
            ImplItem::Function(Function {
                receiver: Receiver::Ref,
                returns: Some(call.clone().reference()),
                ..function("call", OperationBody::Call)
            }),
            ImplItem::Function(Function {
                receiver: Receiver::Mut,
                returns: Some(call.mutable()),
                ..function("call_mut", OperationBody::CallMut)
            }),
        ];
        let checks: Vec<Check> = arguments.iter_mut().filter_map(|argument| argument.check.take()).collect();
        if !checks.is_empty() {
            let check = super::model::check_function(Vec::new());
            items.push(ImplItem::Function(Function {
                parameters: vec![(Ident::fixed("checker"), check.parameters[0].1.clone())],
                body: Body::Operation(OperationBody::Check(checks)),
                ..check
            }));
        }
        let mut steps: Vec<Encode> = operation
            .path
            .iter()
            .map(|segment| match segment {
                Segment::Literal(text) => Encode::Path(text.clone()),
                Segment::Parameter(index) => {
                    // Arguments stand in the order of the parameters.
                    Encode::PathParameter(operation.parameters[*index].wire.clone(), arguments[*index].name.clone())
                }
            })
            .collect();
        steps.extend(arguments.iter_mut().filter_map(|argument| argument.encode.take()));
        items.push(ImplItem::Function(Function {
            receiver: Receiver::Ref,
            parameters: vec![(Ident::fixed("request"), runtime("RequestEncoder").mutable())],
            ..function("encode", OperationBody::Encode(steps))
        }));
        items.push(ImplItem::Function(Function {
            parameters: vec![(Ident::fixed("reply"), runtime("RawReply"))],
            returns: Some(outcome(names)),
            ..function("decode", OperationBody::Decode(arms))
        }));
        Impl::of(runtime("Operation"), Type::plain(names.request.as_str()), items)
    }

    fn facts_of(&self, operation: &Operation) -> Constant {
        let accept = accept(operation);
        let security = operation.security.iter().map(|alternative| {
            let asked = alternative.iter();
            asked.map(|one| (self.schemes[one.scheme].clone(), one.scopes.clone())).collect()
        });
        let facts = facts::OperationFacts {
            id: operation.id.clone(),
            method: method(operation.verb),
            path: operation.template.clone(),
            accept,
            security: security.collect(),
        };
        Constant {
            docs: Documentation::default(),
            visibility: None,
            name: Ident::fixed("FACTS"),
            ty: runtime("OperationFacts"),
            value: Value::Operation(facts),
        }
    }
}

/// The media types of the replies. What is read as JSON under a range is asked for as JSON first (RFC 9110, section 12.5.1).
fn accept(operation: &Operation) -> String {
    let mut accepts: Vec<String> = Vec::new();
    let mut ranges: Vec<String> = Vec::new();
    for content in operation.replies.iter().filter_map(|reply| reply.content.as_ref()) {
        let is_range = matches!(content.carries, Carries::Json(_)) && content.media.contains("/*");
        let media = if is_range { "application/json".to_owned() } else { content.media.clone() };
        let range = is_range.then(|| format!("{};q=0.8", content.media));
        for (kept, asked) in [(&mut accepts, Some(media)), (&mut ranges, range)] {
            kept.extend(asked.filter(|asked| !kept.contains(asked)));
        }
    }
    accepts.retain(|media| !ranges.contains(&format!("{media};q=0.8")));
    accepts.append(&mut ranges);
    if accepts.is_empty() { "*/*".to_owned() } else { accepts.join(", ") }
}

/// The verb and the path, as code.
pub(super) fn endpoint(operation: &Operation) -> String {
    code(&format!("{} {}", operation.verb.as_str(), operation.template))
}

/// `Result<Reply, Error<Errors>>`
pub(super) fn outcome(names: &OperationNames) -> Type {
    let error = runtime("Error").of([Type::plain(names.error.as_str())]);
    Type::plain("Result").of([Type::plain(names.reply.as_str()), error])
}

fn inherent(operation: &Operation, names: &OperationNames, arguments: &[Argument], constants: Vec<Constant>) -> Impl {
    let setters = arguments.iter().filter(|argument| !argument.required).map(|argument| Function {
        docs: argument.docs.clone(),
        deprecated: argument.deprecated,
        visibility: Some(Visibility::Public),
        receiver: Receiver::MutValue,
        parameters: vec![(argument.name.clone(), argument.parameter())],
        returns: Some(Type::this()),
        ..Function::new(
            argument.name.clone(),
            Body::Operation(OperationBody::Set { field: argument.name.clone(), into: argument.into }),
        )
    });
    let customize = Function {
        docs: Documentation::line("Options for this call alone, for example a time-out or another header."),
        visibility: Some(Visibility::Public),
        receiver: Receiver::Value,
        returns: Some(runtime("Customize").of([Type::this()])),
        ..Function::new(Ident::fixed("customize"), Body::Operation(OperationBody::Customize))
    };
    let send = Function {
        docs: Documentation(
            [
                "Checks the request, sends it, and reads the reply.",
                "",
                "# Errors",
                "",
                "The request was refused before it was sent, it did not get through, the reply could not be read, or the",
                "service answered with an error.",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        visibility: Some(Visibility::Public),
        is_async: true,
        receiver: Receiver::Value,
        returns: Some(outcome(names)),
        ..Function::new(Ident::fixed("send"), Body::Operation(OperationBody::Send))
    };
    let send_blocking = Function {
        docs: Documentation(
            [
                "The same, holding up the thread until the reply is there.",
                "",
                "# Errors",
                "",
                "As [`send`](Self::send); and in a task of an async runtime, which must not be held up, the request is refused. In",
                "its `spawn_blocking` and `block_in_place` it is not.",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        feature: Some("blocking"),
        is_async: false,
        name: Ident::fixed("send_blocking"),
        body: Body::Operation(OperationBody::SendBlocking),
        ..send.clone()
    };
    let constants = constants.into_iter().map(ImplItem::Constant);
    let waits = polling::functions(operation);
    let functions = setters.chain([customize, send, send_blocking]).chain(waits).map(ImplItem::Function);
    Impl::inherent(Type::plain(names.request.as_str()), constants.chain(functions).collect())
}

fn into_future(names: &OperationNames) -> Impl {
    let pending = runtime("Pending").of([Type::plain("Self::Output")]);
    let function = Function {
        receiver: Receiver::Value,
        returns: Some(Type::plain("Self::IntoFuture")),
        ..Function::new(Ident::fixed("into_future"), Body::Operation(OperationBody::IntoFuture))
    };
    Impl::of(
        Type::imported("std::future::IntoFuture"),
        Type::plain(names.request.as_str()),
        vec![
            ImplItem::Type(Ident::fixed("Output"), outcome(names)),
            ImplItem::Type(Ident::fixed("IntoFuture"), pending),
            ImplItem::Function(function),
        ],
    )
}

fn private_field(name: Ident, ty: Type) -> Field {
    Field {
        docs: Documentation::default(),
        deprecated: false,
        visibility: Visibility::Private,
        name,
        ty,
        serde: Vec::new(),
        unread: None,
    }
}

fn method(verb: api::Verb) -> &'static str {
    match verb {
        api::Verb::Get => "Get",
        api::Verb::Put => "Put",
        api::Verb::Post => "Post",
        api::Verb::Delete => "Delete",
        api::Verb::Options => "Options",
        api::Verb::Head => "Head",
        api::Verb::Patch => "Patch",
        api::Verb::Trace => "Trace",
    }
}
