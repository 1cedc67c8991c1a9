//! Wrappers: `allOf`, `oneOf` and `anyOf` around one schema.

use openapiv3::{ReferenceOr, Schema, SchemaData};

use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::kind::kind;
use super::reference::schema_behind;
use crate::source::Pointer;

impl<'a> Keywords<'a> {
    /// The one schema that this one is nothing but a wrapper around. Members that are words alone, or null alone, are
    /// part of the wrapper.
    pub(super) fn only_member(&self) -> Option<Member<'a>> {
        let mut stated = self.combinators().into_iter().filter(|(_, members)| !members.is_empty());
        let (keyword, members) = stated.next().filter(|_| stated.next().is_none() && self.is_bare())?;
        let several = members.len() > 1;
        let mut telling = members
            .iter()
            .enumerate()
            .filter(|(_, member)| !several || member.as_item().and_then(|schema| beside(keyword, schema)).is_none());
        let (index, member) = telling.next()?;
        telling.next().is_none().then(|| Member { schema: member.into(), keyword, index })
    }

    /// The members that say nothing but words, or nothing but null: `allOf: [{description: …}]`, `oneOf: [{enum: [null]}]`.
    pub(super) fn words(&self) -> impl Iterator<Item = (Pointer, &'a SchemaData)> {
        let members = self.combinators().into_iter().filter(|(_, members)| members.len() > 1);
        members.flat_map(|(keyword, members)| {
            members.iter().enumerate().filter_map(move |(index, member)| {
                let data = beside(keyword, member.as_item()?)?;
                Some((Pointer::root().key(keyword).index(index), data))
            })
        })
    }

    fn combinators(&self) -> [(&'static str, &'a [ReferenceOr<Schema>]); 3] {
        [("allOf", self.all_of), ("oneOf", self.one_of), ("anyOf", self.any_of)]
    }
}

/// What a member says that is part of the wrapper: words beside others that must hold, null beside others that may.
fn beside<'s>(keyword: &str, schema: &'s Schema) -> Option<&'s SchemaData> {
    match keyword {
        "allOf" => words_alone(schema),
        _ => Keywords::plainly(schema).is_null_alone().then_some(&schema.schema_data),
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
    /// Whether it is a member of `allOf`.
    pub(super) fn is_of_all(&self) -> bool {
        self.keyword == "allOf"
    }

    /// Where it stands within `pointer`.
    pub(super) fn within(&self, pointer: &Pointer) -> Pointer {
        pointer.key(self.keyword).index(self.index)
    }
}

/// What a schema says that says nothing about values.
pub(super) fn words_alone(schema: &Schema) -> Option<&SchemaData> {
    let keywords = Keywords::plainly(schema);
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
