//! Wrappers: `allOf`, `oneOf` and `anyOf` around one schema.

use openapiv3::{Schema, SchemaData};

use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::kind::kind;
use super::reference::schema_behind;
use crate::source::Pointer;

impl<'a> Keywords<'a> {
    /// The one schema that this one is nothing but a wrapper around. Members of `allOf` that are words alone are part
    /// of the wrapper.
    pub(super) fn only_member(&self) -> Option<Member<'a>> {
        let (schema, keyword, index) = match (self.all_of, self.one_of, self.any_of) {
            ([member], [], []) => (member, "allOf", 0),
            ([], [member], []) => (member, "oneOf", 0),
            ([], [], [member]) => (member, "anyOf", 0),
            (members, [], []) => {
                let mut telling =
                    members.iter().enumerate().filter(|(_, member)| member.as_item().and_then(words_alone).is_none());
                match (telling.next(), telling.next()) {
                    (Some((index, member)), None) => (member, "allOf", index),
                    _ => return None,
                }
            }
            _ => return None,
        };
        self.is_bare().then(|| Member { schema: schema.into(), keyword, index })
    }

    /// The members of `allOf` that are words alone: `{description: …}`, `{nullable: true}`.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &'a SchemaData)> {
        let several = self.all_of.len() > 1;
        let members = self.all_of.iter().enumerate().filter(move |_| several);
        members.filter_map(|(index, member)| words_alone(member.as_item()?).map(|data| (index, data)))
    }
}

/// A member of `allOf`, `oneOf` or `anyOf`.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) schema: SchemaRef<'a>,
    keyword: &'static str,
    index: usize,
}

impl Member<'_> {
    /// Where it stands within `pointer`.
    pub(super) fn within(&self, pointer: &Pointer) -> Pointer {
        pointer.key(self.keyword).index(self.index)
    }
}

/// What a schema says that says nothing about values.
pub(super) fn words_alone(schema: &Schema) -> Option<&SchemaData> {
    let keywords = Keywords::of(schema);
    let members = keywords.all_of.len() + keywords.one_of.len() + keywords.any_of.len();
    let silent = keywords.is_bare() && keywords.ty.is_none() && members == 0 && keywords.discriminator.is_none();
    silent.then_some(&schema.schema_data)
}

impl<'a> Lowering<'a> {
    /// The one schema that this one is nothing but a wrapper around: `type` may stand beside it where it says the same.
    pub(super) fn wrapped<'k>(&self, keywords: &Keywords<'k>) -> Option<Member<'k>>
    where
        'a: 'k,
    {
        let member = keywords.only_member()?;
        let same = keywords.ty.is_none()
            || schema_behind(&self.document.openapi, member.schema).is_some_and(|item| {
                let inner = Keywords::of(item);
                inner.ty == keywords.ty || kind(&inner).word() == keywords.ty.unwrap_or_default()
            });
        same.then_some(member)
    }
}
