//! `allOf`, `oneOf`, `anyOf`, `not`, and `discriminator`.

use openapiv3::Discriminator;

use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::reference::schema_behind;
use super::schema::{self, Kind};
use crate::diagnostic::lower::schema as mistake;
use crate::source::Pointer;

impl<'a> Keywords<'a> {
    /// The one schema that this one is nothing but a wrapper around, and the keyword that holds it.
    pub(super) fn only_member(&self) -> Option<(SchemaRef<'a>, &'static str)> {
        let (member, keyword) = match (self.all_of, self.one_of, self.any_of) {
            ([member], [], []) => (member, "allOf"),
            ([], [member], []) => (member, "oneOf"),
            ([], [], [member]) => (member, "anyOf"),
            _ => return None,
        };
        self.is_bare().then(|| (member.into(), keyword))
    }
}

impl<'a> Lowering<'a> {
    /// The one schema that this one is nothing but a wrapper around: `type` may stand beside it where it says the same.
    pub(super) fn wrapped<'k>(&self, keywords: &Keywords<'k>) -> Option<(SchemaRef<'k>, &'static str)>
    where
        'a: 'k,
    {
        let (member, keyword) = keywords.only_member()?;
        let same = keywords.ty.is_none()
            || schema_behind(&self.document.openapi, member).is_some_and(|item| {
                let inner = Keywords::of(item);
                inner.ty == keywords.ty || schema::kind(&inner).word() == keywords.ty.unwrap_or_default()
            });
        same.then_some((member, keyword))
    }

    /// Reports the combinators that are not honoured, and what stands in: the rest of the schema, where it says of what
    /// kind its values are.
    pub(super) fn combinators(&mut self, keywords: &Keywords<'_>, kind: Kind, pointer: &Pointer) {
        let instead = if kind == Kind::Any { "any JSON value" } else { "what the schema says beside it" };
        for (keyword, members) in
            [("allOf", keywords.all_of.len()), ("oneOf", keywords.one_of.len()), ("anyOf", keywords.any_of.len())]
        {
            if members > 0 {
                let place = self.key(&pointer.key(keyword));
                self.say(mistake::combinator(place, keyword, members, instead));
            }
        }
        if keywords.not.is_some() {
            let place = self.key(&pointer.key("not"));
            self.say(mistake::not(place));
        }
        if let Some(Discriminator { property_name, mapping: _, extensions: _ }) = keywords.discriminator {
            let place = self.key(&pointer.key("discriminator"));
            self.say(mistake::discriminator(place, property_name));
        }
    }
}
