//! The headers of replies, as typed accessors.

use std::collections::BTreeMap;

use super::Context;
use super::bounds::Holder;
use super::documentation::{Paragraphs, code};
use super::status;
use super::types::From;
use crate::api::{Header, Range, Reply, Scalar, Status, TextFormat};
use crate::diagnostic::{Report, plan as mistakes};
use crate::rust::body::OperationBody;
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{Body, Documentation, Function, Ident, ImplItem, Receiver, Type, Visibility};
use crate::source::{On, Place, SourceId};

/// The names that a header's accessor must leave to the reply itself.
const RESERVED_ACCESSORS: &[&str] = &[
    "attempts",
    "clone",
    "code",
    "deref",
    "fmt",
    "header",
    "header_text",
    "headers",
    "into_body",
    "into_parts",
    "into_response",
    "is_retryable",
    "map",
    "message",
    "raw_body",
    "received",
    "request_id",
    "retry_after",
    "status",
    "validate",
    "violations",
];

/// How a header is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Accessor {
    RetryAfter,
    Text,
    Parsed(Type),
}

impl Context<'_> {
    /// How a header is read.
    pub(super) fn header(&self, header: &Header) -> Accessor {
        if header.wire.eq_ignore_ascii_case("retry-after") {
            return Accessor::RetryAfter;
        }
        // No text is null.
        let (ty, _) = self.without_null(header.ty);
        match self.scalar(ty) {
            Some(Scalar::Text(text)) if text.format == TextFormat::Plain => Accessor::Text,
            Some(_) => Accessor::Parsed(self.spell(ty, From::Operations)),
            None if self.is_enumeration(ty) => Accessor::Parsed(self.spell(ty, From::Operations)),
            None => Accessor::Text,
        }
    }

    /// Whether what the document says of `retry-after` is what HTTP says of it: a number of seconds.
    pub(super) fn is_plain_delay(&self, header: &Header) -> bool {
        let ty = &self.api.types[header.ty];
        let Some(Scalar::Integer(_, range) | Scalar::Number(range)) = self.scalar(header.ty) else { return false };
        *range == Range::default() && ty.default.is_none() && ty.format.is_none()
    }

    /// One accessor for each header that any of these replies documents.
    pub(super) fn accessors(&self, replies: &[&Reply], error: bool, report: &mut Report) -> Vec<ImplItem> {
        let mut headers: BTreeMap<String, Vec<(Status, &Header)>> = BTreeMap::new();
        for reply in replies {
            for header in &reply.headers {
                headers.entry(header.wire.to_ascii_lowercase()).or_default().push((reply.status, header));
            }
        }
        let claims: Vec<Claim> = headers.keys().map(|wire| Claim::new(wire.clone(), wire.clone())).collect();
        let claimed = Scope::reserving(RESERVED_ACCESSORS.iter().copied()).claim(Case::Value, &claims);
        let mut accessors = Vec::new();
        for ((wire, documented), claimed) in headers.into_iter().zip(claimed) {
            let first = documented[0].1;
            let mut accessor = self.header(first);
            if documented.iter().any(|(_, other)| self.header(other) != accessor) {
                let place = Place { source: SourceId::Document, pointer: first.at.clone(), on: On::Key };
                report.push(mistakes::header_types_differ(place, &wire));
                accessor = Accessor::Text;
            }
            let docs = self.header_docs(&documented, &claimed.name);
            let deprecated = documented.iter().all(|(_, header)| header.deprecated);
            let statuses: Vec<String> = documented.iter().map(|(status, _)| status::number(*status)).collect();
            let function = accessor_function(docs, &wire, &statuses.join(", "), claimed.name, (accessor, error));
            accessors.push(ImplItem::Function(Function { deprecated, ..function }));
        }
        accessors
    }

    /// What the replies say of a header, each thing once.
    fn header_docs(&self, documented: &[(Status, &Header)], name: &Ident) -> Paragraphs {
        let mut docs = Paragraphs::default();
        let mut said: Vec<Documentation> = Vec::new();
        for (_, header) in documented {
            let ty = &self.api.types[header.ty];
            let mut words = self.words_or(&header.docs, ty, "A header of the reply.");
            // What is odd about them is reported where they are checked.
            let unheard = &mut Report::default();
            let bounds =
                self.bounds(header.ty, &Holder::Impl(Ident::fixed("docs")), &[name.bare()], &header.wire, unheard);
            self.fact_words(header.ty, &bounds, None, &mut words);
            let words = words.finish();
            if !said.contains(&words) {
                said.push(words.clone());
                docs.push(words);
            }
        }
        docs
    }
}

fn accessor_function(
    mut docs: Paragraphs,
    wire: &str,
    statuses: &str,
    name: Ident,
    (accessor, error): (Accessor, bool),
) -> Function {
    let wire = wire.to_owned();
    let form = match accessor {
        Accessor::RetryAfter => ", in seconds or as a date; `None` where it is neither",
        Accessor::Text => "",
        Accessor::Parsed(_) => "; `None` where its text does not parse",
    };
    docs.line(format!("Header {} of {statuses}{form}.", code(&wire)));
    let (name, returns, body) = match (accessor, error) {
        (Accessor::RetryAfter, false) => (Ident::fixed("retry_after"), duration(), OperationBody::RetryAfter),
        (Accessor::RetryAfter, true) => (Ident::fixed("retry_after"), duration(), OperationBody::ErrorRetryAfter),
        (Accessor::Text, false) => (name, text(), OperationBody::HeaderText(wire)),
        (Accessor::Text, true) => (name, text(), OperationBody::ErrorHeaderText(wire)),
        (Accessor::Parsed(ty), false) => (name, ty, OperationBody::HeaderParsed(wire)),
        (Accessor::Parsed(ty), true) => (name, ty, OperationBody::ErrorHeaderParsed(wire)),
    };
    Function {
        docs: docs.finish(),
        must_use: true,
        visibility: Some(Visibility::Public),
        receiver: Receiver::Ref,
        returns: Some(returns.option()),
        ..Function::new(name, Body::Operation(body))
    }
}

fn duration() -> Type {
    Type::imported("std::time::Duration")
}

fn text() -> Type {
    Type::plain("str").reference()
}
