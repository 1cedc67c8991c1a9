//! Null: which schemas take it, and where that is said in vain.

use openapiv3::Schema;

use super::context::Lowering;
use super::keywords::{Keywords, SchemaRef};
use super::reference::schema_behind;
use super::schema::DEEPEST;
use super::whole::{Part, Whole};
use crate::diagnostic::lower::combined as mistake;
use crate::source::Pointer;

impl Lowering<'_> {
    /// Notes where a wrapper says of null what what is within says, too.
    pub(super) fn null_of_wrapper(&mut self, schema: &Schema, keywords: &Keywords<'_>, outer: bool, pointer: &Pointer) {
        let null_member = || keywords.words().find(|(within, _)| !within.as_str().starts_with("/allOf"));
        if schema.schema_data.nullable && (outer || null_member().is_some()) {
            let place = self.key(&pointer.key("nullable"));
            self.say(mistake::null_twice(place));
        }
        if let Some((within, words)) = null_member()
            && words.nullable
        {
            let place = self.key(&pointer.join(&within).key("nullable"));
            self.say(mistake::null_twice(place));
        }
    }

    /// Notes where null is said in vain.
    pub(super) fn nulls(&mut self, whole: &Whole<'_>, nullable: bool, in_choice: bool) {
        let stated = |part: &Part<'_>| part.schema.schema_data.nullable;
        if !nullable {
            for (_, part) in self.judged(whole).into_iter().filter(|(_, part)| stated(part)) {
                let place = self.key(&part.pointer.key("nullable"));
                self.say(mistake::null_of_a_member(place));
            }
        }
        if in_choice {
            for part in whole.parts.iter().filter(|part| stated(part)) {
                let place = self.key(&part.pointer.key("nullable"));
                self.say(mistake::null_twice(place));
            }
        }
    }

    /// Whether a schema takes null.
    pub(super) fn takes_null(&self, schema: SchemaRef<'_>) -> bool {
        let mut schema = schema;
        for _ in 0..DEEPEST {
            let Some(item) = schema_behind(&self.document.openapi, schema) else { return false };
            let keywords = Keywords::of(item);
            if keywords.nullable {
                return true;
            }
            match self.wrapped(&keywords) {
                // A circle of wrappers ends with the count.
                Some(member) => schema = member.schema,
                None => return false,
            }
        }
        false
    }
}
