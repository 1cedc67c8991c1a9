//! Replies, and their headers.

use std::collections::BTreeSet;

use openapiv3::{HeaderStyle, ParameterSchemaOrContent, ReferenceOr, Response, Responses, StatusCode};

use super::context::Lowering;
use super::docs;
use super::reference;
use crate::api::{Component, Docs, Header, Name, Owner, Reply, Scalar, Shape, Status, Step, Text, Verb};
use crate::diagnostic::lower::operation as mistake;
use crate::source::Pointer;

impl<'a> Lowering<'a> {
    pub(super) fn replies(
        &mut self,
        verb: Verb,
        responses: &'a Responses,
        pointer: &Pointer,
        within: &Owner,
    ) -> Vec<Reply> {
        let Responses { default, responses, extensions: _ } = responses;
        let mut replies = Vec::with_capacity(responses.len() + 1);
        for (status, slot) in responses {
            // Ranges may be written as `4XX` or `4xx`, and `openapiv3` does not keep which.
            let pointer = pointer.key(&status.to_string());
            if let Some(status) = status_of(status) {
                replies.extend(self.reply((verb, status), slot, &pointer, within));
            } else {
                let place = self.key(&pointer);
                self.say(mistake::no_status(place, &status.to_string()));
            }
        }
        if let Some(slot) = default {
            replies.extend(self.reply((verb, Status::Default), slot, &pointer.key("default"), within));
        }
        // Where the document does not even say `responses`, it was told so.
        let is_stated = pointer.parent().is_none_or(|holder| self.at(&holder) != self.at(pointer));
        if replies.is_empty() && is_stated {
            let place = self.key(pointer);
            self.say(mistake::no_replies(place));
        }
        replies
    }

    fn reply(
        &mut self,
        (verb, status): (Verb, Status),
        slot: &'a ReferenceOr<Response>,
        pointer: &Pointer,
        within: &Owner,
    ) -> Option<Reply> {
        let (item, pointer) = self.resolve(slot, pointer)?;
        let bodiless = bodiless(verb, status);
        // A shared reply may have a body under one status, and none under another.
        let shared = (pointer.clone(), bodiless.is_some());
        if let (Some(reply), None) = (self.shared.replies.get(&shared), &bodiless) {
            return Some(Reply { status, ..reply.clone() });
        }
        let Response {
            description,
            headers,
            content,
            links: _, // reported where the document is read
            extensions: _,
        } = item;
        let owner = reference::owner(&pointer, within);
        let own = if matches!(owner, Owner::Component(..)) { Status::Default } else { status };
        let mut lowered: Vec<Header> = Vec::with_capacity(headers.len());
        let mut names = BTreeSet::new();
        for (name, header) in headers {
            let pointer = pointer.key("headers").key(name);
            if name.eq_ignore_ascii_case("content-type") {
                let place = self.key(&pointer);
                self.say(mistake::content_type_header(place));
            } else if !names.insert(name.to_ascii_lowercase()) {
                let place = self.key(&pointer);
                self.say(mistake::header_twice(place, name));
            } else {
                lowered.extend(self.header(name, header, &pointer, &owner, own));
            }
        }
        let content_pointer = pointer.key("content");
        let chosen = match bodiless {
            Some(what) => {
                if !content.is_empty() {
                    let place = self.key(&content_pointer);
                    self.say(mistake::content_without_body(place, &what));
                }
                None
            }
            None => self.content(content, &content_pointer, &owner, |_| Step::Reply(own)),
        };
        let (content, inner) = chosen.unzip();
        let docs = docs::and(docs::described(Some(description)), inner.unwrap_or_default());
        let reply = Reply { status, headers: lowered, content, docs, at: self.at(&pointer) };
        self.shared.replies.insert(shared, reply.clone());
        Some(reply)
    }

    fn header(
        &mut self,
        name: &str,
        slot: &'a ReferenceOr<openapiv3::Header>,
        pointer: &Pointer,
        within: &Owner,
        status: Status,
    ) -> Option<Header> {
        let (item, pointer) = self.resolve(slot, pointer)?;
        if let Some(header) = self.shared.headers.get(&pointer) {
            return Some(Header { wire: name.to_owned(), ..header.clone() });
        }
        let openapiv3::Header { description, style, required, deprecated, format, example, examples, extensions } =
            item;
        match style {
            HeaderStyle::Simple => {}
        }
        let owner = reference::owner(&pointer, within);
        let status = if matches!(owner, Owner::Component(Component::Header, _)) { Status::Default } else { status };
        let step = Step::Header(status, name.to_owned());
        let (ty, said) = match format {
            ParameterSchemaOrContent::Schema(schema) => {
                (self.schema(schema.into(), &pointer.key("schema"), &owner, step), docs::held(schema.into()))
            }
            ParameterSchemaOrContent::Content(content) => {
                let place = self.key(&pointer.key("content"));
                self.say(mistake::content_of_header(place, content.keys().next()));
                let id = self.placeholder(Name::Inline { within: owner, step }, &pointer);
                let text = Shape::Scalar(Scalar::Text(Text::default()));
                let ty = self.types[id].clone();
                self.types.replace(id, crate::api::Type { shape: text, ..ty });
                (id, (Docs::default(), false))
            }
        };
        self.null_in_text(ty, &pointer);
        let (inner, inner_deprecated) = said;
        let examples = self.examples(example.as_ref(), examples.iter(), extensions.iter(), &pointer);
        let docs = docs::and(Docs { examples, ..docs::described(description.as_ref()) }, inner);
        let deprecated = deprecated.unwrap_or(false) || inner_deprecated;
        let header = Header { wire: name.to_owned(), ty, required: *required, docs, deprecated, at: self.at(&pointer) };
        self.shared.headers.insert(pointer, header.clone());
        Some(header)
    }
}

/// What of a reply says that it has no body, whatever the document has for it: RFC 9110, sections 9.3.2 (`HEAD`), 15.3.5,
/// 15.3.6 and 15.4.5.
fn bodiless(verb: Verb, status: Status) -> Option<String> {
    match (verb, status) {
        (Verb::Head, _) => Some("reply to `HEAD`".to_owned()),
        (_, Status::Code(code @ (204 | 205 | 304))) => Some(format!("reply of status {code}")),
        _ => None,
    }
}

fn status_of(status: &StatusCode) -> Option<Status> {
    match *status {
        StatusCode::Code(code) if (100..600).contains(&code) => Some(Status::Code(code)),
        StatusCode::Range(class) if (1..=5).contains(&class) => Some(Status::Range(class)),
        StatusCode::Code(_) | StatusCode::Range(_) => None,
    }
}
