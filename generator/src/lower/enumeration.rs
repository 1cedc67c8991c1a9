//! Enumerations.

use std::collections::BTreeSet;

use openapiv3::Schema;
use serde_json::Value;

use super::context::Lowering;
use super::keywords::Keywords;
use super::kind::Kind;
use super::literal;
use crate::api::{Enumeration, EnumerationValue, Literal, Shape};
use crate::diagnostic::lower::schema as mistake;
use crate::source::Pointer;

const NAMES: &str = "x-enum-varnames";
const DESCRIPTIONS: &str = "x-enum-descriptions";

impl Lowering<'_> {
    /// The enumeration that a schema states. `None` where it states none, or one that is not honoured, which is said.
    pub(super) fn enumeration(
        &mut self,
        keywords: &Keywords<'_>,
        kind: Kind,
        schema: &Schema,
        pointer: &Pointer,
    ) -> Option<Shape> {
        if keywords.enumeration.is_empty() {
            self.names_without_values(schema, pointer);
            return None;
        }
        self.enumerated_null(keywords, schema, pointer);
        let texts: Option<Vec<(usize, &String)>> = keywords
            .enumeration
            .iter()
            .enumerate()
            .filter(|(_, value)| **value != Literal::Null)
            .map(|(index, value)| match value {
                Literal::Text(text) => Some((index, text)),
                _ => None,
            })
            .collect();
        match texts {
            Some(texts) if kind == Kind::Text && !texts.is_empty() => {
                self.beside_enumeration(keywords, pointer);
                Some(Shape::Enumeration(Enumeration { values: self.enumerated(&texts, keywords, schema, pointer) }))
            }
            _ => {
                let place = self.key(&pointer.key("enum"));
                let values: Vec<String> = keywords.enumeration.iter().take(4).map(literal::shown).collect();
                self.say(mistake::enumeration(place, &values, keywords.enumeration.len() > 4, kind.what()));
                self.names_without_values(schema, pointer);
                None
            }
        }
    }

    /// Notes that `enum` and `nullable` do not say the same of null.
    fn enumerated_null(&mut self, keywords: &Keywords<'_>, schema: &Schema, pointer: &Pointer) {
        let position = keywords.enumeration.iter().position(|value| *value == Literal::Null);
        match position {
            Some(index) if !keywords.states_nullable(schema) => {
                let place = self.value(&pointer.key("enum").index(index));
                self.say(mistake::null_not_nullable(place));
            }
            None if keywords.nullable => {
                let place = self.key(&pointer.key("enum"));
                self.say(mistake::null_not_enumerated(place));
            }
            _ => {}
        }
    }

    fn enumerated(
        &mut self,
        texts: &[(usize, &String)],
        keywords: &Keywords<'_>,
        schema: &Schema,
        pointer: &Pointer,
    ) -> Vec<EnumerationValue> {
        let stated = keywords.enumeration.len();
        let names = self.words(NAMES, stated, texts, schema, pointer);
        let descriptions = self.words(DESCRIPTIONS, stated, texts, schema, pointer);
        let mut seen = BTreeSet::new();
        let mut values = Vec::with_capacity(texts.len());
        for &(index, wire) in texts {
            if !seen.insert(wire) {
                let place = self.value(&pointer.key("enum").index(index));
                self.say(mistake::enumerated_twice(place, wire));
                continue;
            }
            let word = |words: &[Option<String>]| words.get(index).cloned().flatten();
            values.push(EnumerationValue { wire: wire.clone(), name: word(&names), description: word(&descriptions) });
        }
        values
    }

    /// One word for each value, from an array that is as long as `enum`, or from an object with the values as keys.
    fn words(
        &mut self,
        key: &str,
        stated: usize,
        texts: &[(usize, &String)],
        schema: &Schema,
        pointer: &Pointer,
    ) -> Vec<Option<String>> {
        let mut words = vec![None; stated];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        match schema.schema_data.extensions.get(key) {
            None => {}
            Some(Value::Array(list)) if list.len() == stated => words = list.iter().map(text).collect(),
            Some(Value::Object(members)) if members.keys().all(|key| texts.iter().any(|(_, wire)| *wire == key)) => {
                for &(index, wire) in texts {
                    words[index] = members.get(wire).and_then(text);
                }
            }
            Some(_) => {
                let place = self.value(&pointer.key(key));
                self.say(mistake::words_of_values(place, key, stated));
            }
        }
        words
    }

    fn names_without_values(&mut self, schema: &Schema, pointer: &Pointer) {
        for key in [NAMES, DESCRIPTIONS] {
            if schema.schema_data.extensions.contains_key(key) {
                let place = self.key(&pointer.key(key));
                self.say(mistake::words_without_values(place, key));
            }
        }
    }

    fn beside_enumeration(&mut self, keywords: &Keywords<'_>, pointer: &Pointer) {
        for (keyword, stated, of) in keywords.limits() {
            if stated && of == "string" {
                let place = self.key(&pointer.key(keyword));
                self.say(mistake::beside_enumeration(place, keyword));
            }
        }
    }
}
