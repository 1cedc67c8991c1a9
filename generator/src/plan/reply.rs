//! Replies: the operation's own reply type, its typed headers, and its documented errors.

use super::Context;
use super::arm::{Reader, Reading};
use super::bodiless;
use super::documentation::labelled;
use super::names::OperationNames;
use super::operation::endpoint;
use super::status;
use super::types::{From, runtime};
use crate::api::{Carries, Content, Operation, Reply, Status};
use crate::diagnostic::Report;
use crate::rust::body::OperationBody;
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{
    Body, Documentation, Enum, Fields, Function, Ident, Impl, ImplItem, Item, Receiver, Struct, Type, Variant,
    Visibility,
};

/// The items of an operation's replies, and how a reply becomes one of them.
pub(super) struct Replies {
    pub(super) items: Vec<Item>,
    pub(super) reading: Reading,
}

impl Context<'_> {
    pub(super) fn replies(&self, operation: &Operation, names: &OperationNames, report: &mut Report) -> Replies {
        let implied = bodiless::successes(&operation.replies);
        let all = operation.replies.iter().chain(&implied);
        let (good, bad): (Vec<&Reply>, Vec<&Reply>) = all.partition(|reply| is_success(reply.status));
        let fallback = operation.replies.iter().find(|reply| reply.status == Status::Default);
        // A document that knows only `default` means its body for whatever comes.
        let good = if good.is_empty() { fallback.into_iter().collect() } else { good };
        let (body, variants) = self.success_body(names, &good);
        let error_names = variants_of(&bad);
        let mut reader = Reader::new(self, names, report);
        reader.successes(&good, &variants);
        reader.errors(&bad, &error_names);
        reader.unexpected(&bodiless::unexpected(&operation.replies));
        let reading = reader.finish(fallback.is_some());
        let mut items = self.reply_items(operation, names, &good, body, report);
        items.extend(self.body_items(operation, names, &good, &variants));
        items.extend(self.error_items(operation, names, &bad, &error_names, report));
        Replies { items, reading }
    }

    /// The type of the reply's body, and the variant of each reply where they differ.
    fn success_body(&self, names: &OperationNames, good: &[&Reply]) -> (Type, Vec<Option<Ident>>) {
        let types: Vec<Type> = good.iter().map(|reply| self.carried(reply.content.as_ref())).collect();
        match types.split_first() {
            None => (runtime("Bytes"), Vec::new()),
            Some((first, others)) if others.iter().all(|other| other == first) => {
                (first.clone(), vec![None; good.len()])
            }
            Some(_) => {
                let variants = variants_of(good);
                (Type::plain(names.body.as_str()), variants.into_iter().map(Some).collect())
            }
        }
    }

    /// The type of what a reply carries.
    pub(super) fn carried(&self, content: Option<&Content>) -> Type {
        match content.map(|content| content.carries) {
            None => Type::Unit,
            Some(Carries::Json(ty)) => self.spell(ty, From::Operations),
            Some(Carries::Text) => Type::plain("String"),
            Some(Carries::Bytes) => runtime("Bytes"),
        }
    }

    fn reply_items(
        &self,
        operation: &Operation,
        names: &OperationNames,
        good: &[&Reply],
        body: Type,
        report: &mut Report,
    ) -> Vec<Item> {
        let response = runtime("Response").of([body.clone()]);
        let mut docs = super::documentation::Paragraphs::default();
        docs.line(format!("The reply to {}; it derefs to its body.", endpoint(operation)));
        for reply in good {
            docs.push(self.status_line(reply, false));
        }
        let item = Struct {
            docs: docs.finish(),
            deprecated: false,
            derives: vec!["Clone", "Debug"],
            must_use: None,
            non_exhaustive: false,
            transparent: false,
            name: names.reply.clone(),
            fields: Fields::Tuple(Visibility::Private, response.clone()),
        };
        let on = || Type::plain(names.reply.as_str());
        let mut inherent = self.accessors(good, false, report);
        let owned = |name, docs: &str, returns, body| {
            ImplItem::Function(Function {
                docs: Documentation::line(docs),
                must_use: true,
                visibility: Some(Visibility::Public),
                receiver: Receiver::Value,
                returns: Some(returns),
                ..Function::new(Ident::fixed(name), Body::Operation(body))
            })
        };
        if body != Type::Unit {
            inherent.push(owned("into_body", "The body alone.", body, OperationBody::IntoBody));
        }
        let words = "The reply without its typed headers.";
        inherent.push(owned("into_response", words, response.clone(), OperationBody::IntoResponse));
        let deref = Function {
            receiver: Receiver::Ref,
            returns: Some(Type::plain("Self::Target").reference()),
            ..Function::new(Ident::fixed("deref"), Body::Operation(OperationBody::Deref))
        };
        vec![
            Item::Struct(item),
            Item::Impl(Impl::inherent(on(), inherent)),
            Item::Impl(Impl::of(
                Type::imported("std::ops::Deref"),
                on(),
                vec![ImplItem::Type(Ident::fixed("Target"), response), ImplItem::Function(deref)],
            )),
            Item::Impl(Impl::of(
                runtime("OperationResponse"),
                on(),
                observers(OperationBody::Received, OperationBody::Violations),
            )),
        ]
    }

    /// The enum of bodies, where the replies' bodies differ.
    fn body_items(
        &self,
        operation: &Operation,
        names: &OperationNames,
        good: &[&Reply],
        variants: &[Option<Ident>],
    ) -> Option<Item> {
        let variants: Vec<Variant> = good
            .iter()
            .zip(variants)
            .filter_map(|(reply, variant)| {
                let ty = self.carried(reply.content.as_ref());
                let holds = (ty != Type::Unit).then_some(ty);
                Some(Variant {
                    docs: self.status_line(reply, false),
                    name: variant.clone()?,
                    holds,
                    wire: None,
                    default: false,
                })
            })
            .collect();
        (!variants.is_empty()).then(|| {
            Item::Enum(Enum {
                docs: Documentation::line(format!("The bodies of replies to {}.", endpoint(operation))),
                deprecated: false,
                derives: vec!["Clone", "Debug"],
                name: names.body.clone(),
                variants,
            })
        })
    }

    fn error_items(
        &self,
        operation: &Operation,
        names: &OperationNames,
        bad: &[&Reply],
        variants: &[Ident],
        report: &mut Report,
    ) -> Vec<Item> {
        let arms = bad.iter().zip(variants).map(|(reply, variant)| Variant {
            docs: self.status_line(reply, true),
            name: variant.clone(),
            holds: Some(runtime("Response").of([self.carried(reply.content.as_ref())])),
            wire: None,
            default: false,
        });
        let item = Enum {
            docs: Documentation::line(format!("The errors that {} documents, by status.", endpoint(operation))),
            deprecated: false,
            derives: vec!["Clone", "Debug"],
            name: names.error.clone(),
            variants: arms.collect(),
        };
        let on = || Type::plain(names.error.as_str());
        let groups = self.by_type(bad, variants);
        let accessors = self.accessors(bad, true, report);
        let success = ImplItem::Type(Ident::fixed("Success"), Type::plain(names.reply.as_str()));
        let observed = observers(OperationBody::ErrorReceived(groups.clone()), OperationBody::ErrorViolations(groups));
        let documented = std::iter::once(success).chain(observed).collect();
        std::iter::once(Item::Enum(item))
            .chain(super::construction::inherent(on(), accessors))
            .chain([Item::Impl(Impl::of(runtime("DocumentedError"), on(), documented))])
            .collect()
    }

    /// The variants, those whose replies carry one type together, in the order in which the types come.
    fn by_type(&self, replies: &[&Reply], variants: &[Ident]) -> Vec<Vec<Ident>> {
        let mut groups: Vec<(Type, Vec<Ident>)> = Vec::new();
        for (reply, variant) in replies.iter().zip(variants) {
            let carried = self.carried(reply.content.as_ref());
            match groups.iter_mut().find(|(ty, _)| *ty == carried) {
                Some((_, group)) => group.push(variant.clone()),
                None => groups.push((carried, vec![variant.clone()])),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    fn status_line(&self, reply: &Reply, error: bool) -> Documentation {
        let status = match (reply.status, error) {
            (Status::Default, true) => "Any other status from 400".to_owned(),
            (Status::Default, false) => "Any 2XX".to_owned(),
            (status, _) => status::number(status),
        };
        let mut words = self.words(&reply.docs, "No description.");
        if let Some(Content { carries: Carries::Json(ty), .. }) = reply.content {
            self.body_words(ty, &mut words);
        }
        labelled(&status, words.finish())
    }
}

/// The variants for these replies.
fn variants_of(replies: &[&Reply]) -> Vec<Ident> {
    let claims: Vec<Claim> =
        replies.iter().map(|reply| Claim::new(status::words(reply.status), reply.at.to_string())).collect();
    Scope::default().claim(Case::Variant, &claims).into_iter().map(|claimed| claimed.name).collect()
}

pub(super) fn is_success(status: Status) -> bool {
    matches!(status, Status::Code(200..=299) | Status::Range(2))
}

fn observers(received: OperationBody, violations: OperationBody) -> Vec<ImplItem> {
    let observer = |name, returns: Type, body| {
        ImplItem::Function(Function {
            receiver: Receiver::Ref,
            returns: Some(returns.reference()),
            ..Function::new(Ident::fixed(name), Body::Operation(body))
        })
    };
    vec![
        observer("received", runtime("Received"), received),
        observer("violations", runtime("Violation").slice(), violations),
    ]
}
