//! How a reply is read: status by status, its headers and its body held against their bounds.

use super::Context;
use super::bounds::Holder;
use super::header::Accessor;
use super::names::OperationNames;
use super::status;
use crate::api::{Carries, Header, Reply, Status, TypeId};
use crate::diagnostic::{Report, plan as mistakes};
use crate::rust::body::{Arm, Becomes, Bound, Read, ReadBody, ReadHeader, Statuses};
use crate::rust::{Constant, Ident, Static, Type};
use crate::source::{On, Place, SourceId};

/// The arms of reading a reply, and the constants that name its bounds.
pub(super) struct Reading {
    pub(super) arms: Vec<Arm>,
    pub(super) constants: Vec<Constant>,
    pub(super) statics: Vec<Static>,
}

/// A [`Reading`] under construction.
pub(super) struct Reader<'c, 'a> {
    context: &'c Context<'a>,
    names: &'c OperationNames,
    report: &'c mut Report,
    reading: Reading,
}

impl<'c, 'a> Reader<'c, 'a> {
    pub(super) fn new(context: &'c Context<'a>, names: &'c OperationNames, report: &'c mut Report) -> Self {
        let reading = Reading { arms: Vec::new(), constants: Vec::new(), statics: Vec::new() };
        Self { context, names, report, reading }
    }

    /// The replies that make the operation's own reply, each with its variant of the body where there are several.
    pub(super) fn successes(&mut self, replies: &[&Reply], variants: &[Option<Ident>]) {
        for (reply, variant) in replies.iter().zip(variants) {
            let statuses =
                if reply.status == Status::Default { Statuses::Range(200, 299) } else { statuses(reply.status) };
            let variant = variant.clone().map(|variant| (self.names.body.to_string(), variant));
            let mut read = self.read(reply);
            if let (Some(_), ReadBody::Json(ty, _)) = (&variant, &mut read.body) {
                *ty = Some(self.context.carried(reply.content.as_ref()));
            }
            self.success(statuses, variant, read);
        }
        if replies.is_empty() {
            let read = Read { headers: Vec::new(), body: ReadBody::Bytes };
            self.success(Statuses::Range(200, 299), None, read);
        }
    }

    fn success(&mut self, statuses: Statuses, variant: Option<(String, Ident)>, read: Read) {
        let becomes = Becomes::Reply { reply: self.names.reply.clone(), variant, read };
        self.reading.arms.push(Arm { statuses, becomes });
    }

    /// The documented errors and their variants.
    pub(super) fn errors(&mut self, replies: &[&Reply], variants: &[Ident]) {
        for (reply, variant) in replies.iter().zip(variants) {
            let becomes = Becomes::Error(self.names.error.clone(), variant.clone(), self.read(reply));
            self.reading.arms.push(Arm { statuses: statuses(reply.status), becomes });
        }
    }

    /// What a documented reply would take and could not read.
    pub(super) fn unexpected(&mut self, codes: &[u16]) {
        let arm = |code: &u16| Arm { statuses: Statuses::Code(*code), becomes: Becomes::Unexpected };
        self.reading.arms.extend(codes.iter().map(arm));
    }

    /// What nobody documented, and the arms in the order in which they are tried.
    pub(super) fn finish(self, has_default: bool) -> Reading {
        let Reading { mut arms, constants, statics } = self.reading;
        // `default` speaks of errors; a success or a redirection that nobody documented is neither.
        let undocumented = if has_default { Statuses::Range(200, 399) } else { Statuses::Any };
        arms.push(Arm { statuses: undocumented, becomes: Becomes::Unexpected });
        arms.sort_by_key(|arm| breadth(arm.statuses));
        Reading { arms, constants, statics }
    }

    fn read(&mut self, reply: &Reply) -> Read {
        let headers = reply.headers.iter().map(|header| self.header(reply.status, header)).collect();
        let body = match reply.content.as_ref().map(|content| content.carries) {
            None => ReadBody::Empty,
            Some(Carries::Json(ty)) => {
                let bounds = self.bounds(ty, reply.status, "body");
                let stated = (!bounds.is_empty()).then(|| self.context.carried(reply.content.as_ref()));
                ReadBody::Json(stated, bounds)
            }
            Some(Carries::Text) => ReadBody::Text,
            Some(Carries::Bytes) => ReadBody::Bytes,
        };
        Read { headers, body }
    }

    /// A header: what it is held against is at least that it is text.
    fn header(&mut self, status: Status, header: &Header) -> ReadHeader {
        let accessor = self.context.header(header);
        let bounds = match accessor {
            Accessor::RetryAfter => Vec::new(),
            Accessor::Text | Accessor::Parsed(_) => self.bounds(header.ty, status, &header.wire),
        };
        let ty = match accessor {
            Accessor::RetryAfter => None,
            Accessor::Text => Some(Type::plain("String")),
            Accessor::Parsed(ty) => Some(ty),
        };
        if ty.is_none() && !self.context.is_plain_delay(header) {
            let place = Place { source: SourceId::Document, pointer: header.at.clone(), on: On::Key };
            let said = mistakes::retry_after(place);
            if !self.report.diagnostics().contains(&said) {
                self.report.push(said);
            }
        }
        ReadHeader { wire: header.wire.to_ascii_lowercase(), ty, required: header.required, bounds }
    }

    /// The bounds of what a reply carries; their constants are the operation's, named after the status.
    fn bounds(&mut self, ty: TypeId, status: Status, what: &str) -> Vec<Bound> {
        let holder = Holder::Impl(self.names.request.clone());
        let words = [&*status::words(status), what];
        let bounds = self.context.bounds(ty, &holder, &words, what, self.report);
        self.reading.constants.extend(bounds.constants);
        self.reading.statics.extend(bounds.statics);
        bounds.checks
    }
}

fn statuses(status: Status) -> Statuses {
    match status {
        Status::Code(code) => Statuses::Code(code),
        Status::Range(range) => Statuses::Range(range * 100, range * 100 + 99),
        Status::Default => Statuses::Any,
    }
}

/// Narrow arms come first.
fn breadth(statuses: Statuses) -> (u16, u16) {
    match statuses {
        Statuses::Code(code) => (0, code),
        Statuses::Range(first, last) => (last - first, first),
        Statuses::Any => (u16::MAX, 0),
    }
}
