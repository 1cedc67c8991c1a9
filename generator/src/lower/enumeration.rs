//! Enumerations.

use std::collections::BTreeSet;

use openapiv3::Schema;
use serde_json::Value;

use super::context::Lowering;
use super::keywords::SchemaRef;
use super::kind::Kind;
use super::literal;
use super::scalar::enumerated_format;
use super::whole::{Part, Placed, Whole};
use crate::api::{Enumerated, Enumeration, EnumerationValue, Literal, Number, Scalar, Shape};
use crate::diagnostic::lower::{combined, schema as mistake};
use crate::source::Pointer;

const NAMES: &str = "x-enum-varnames";
const DESCRIPTIONS: &str = "x-enum-descriptions";

impl Lowering<'_> {
    /// The enumeration that a schema states. `None` where it states none, or one without a type of its own.
    pub(super) fn enumeration(&mut self, whole: &Whole<'_>) -> Option<Shape> {
        let Some(part) = whole.enumerating() else {
            for part in &whole.parts {
                self.names_without_values(part.schema, &part.pointer);
            }
            return None;
        };
        self.enumerated_null(whole, part);
        self.narrowed(whole);
        let enumerates = whole.enumerates();
        let mut values: Vec<(usize, &Literal)> =
            listed(&part.keywords.enumeration).filter(|(_, value)| enumerates(value)).collect();
        if values.is_empty() && listed(&part.keywords.enumeration).next().is_some() {
            let place = self.key(&part.pointer.key("enum"));
            self.say(combined::enumerations_disagree(place));
            values = listed(&part.keywords.enumeration).collect();
        }
        if values.is_empty() {
            self.names_without_values(part.schema, &part.pointer);
            return Some(Shape::Null);
        }
        let values = self.of_kind(whole, part, values);
        if whole.kind == Kind::Boolean {
            return Some(self.truth_value(&values, part));
        }
        if values.is_empty() {
            self.names_without_values(part.schema, &part.pointer);
            return None;
        }
        self.beside_enumeration(whole);
        let of = enumerated(whole, &values);
        if let Enumerated::Integer(format) = of {
            self.wider(whole, format);
        }
        Some(Shape::Enumeration(Enumeration { of, open: false, values: self.enumerated(&values, part) }))
    }

    /// The one enumeration that alternatives make together: `anyOf: [{type: string}, {enum: […]}]`, which says that
    /// others may come, and `oneOf` of single values, each with words of its own.
    pub(super) fn open_enumeration(&mut self, members: &[Placed<'_>]) -> Option<Shape> {
        let mut wholes = Vec::with_capacity(members.len());
        for placed in members {
            let parts = self.parts_of(placed);
            let plain = |part: &Part<'_>| {
                !part.keywords.has_choice()
                    && part.keywords.format.is_none()
                    && part.keywords.limits().iter().all(|(_, stated, _)| !stated)
            };
            if parts.is_empty() || !parts.iter().all(plain) {
                return None;
            }
            let whole = self.whole(parts);
            if whole.kind != Kind::Text {
                return None;
            }
            wholes.push(whole);
        }
        let single = |whole: &Whole<'_>| whole.enumerating().is_some_and(|part| part.keywords.enumeration.len() == 1);
        let inline = members.iter().all(|placed| matches!(placed.schema, SchemaRef::Item(_)));
        let open = wholes.iter().any(|whole| whole.enumerating().is_none());
        if !(open && wholes.iter().any(|whole| whole.enumerating().is_some()) || inline && wholes.iter().all(single)) {
            return None;
        }
        let mut values: Vec<EnumerationValue> = Vec::new();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for whole in &wholes {
            if whole.enumerating().is_none() {
                continue;
            }
            let Some(Shape::Enumeration(enumeration)) = self.enumeration(whole) else { continue };
            let data = &whole.own().schema.schema_data;
            for mut value in enumeration.values {
                if single(whole) && inline {
                    value.name = value.name.or_else(|| data.title.clone());
                    value.description = value.description.or_else(|| data.description.clone());
                }
                if seen.insert(value.literal.to_json()) {
                    values.push(value);
                }
            }
        }
        Some(Shape::Enumeration(Enumeration { of: Enumerated::Text, open, values }))
    }

    /// The values that are of the type that the schema states.
    fn of_kind<'v>(
        &mut self,
        whole: &Whole<'_>,
        part: &Part<'_>,
        values: Vec<(usize, &'v Literal)>,
    ) -> Vec<(usize, &'v Literal)> {
        let (fitting, others): (Vec<_>, Vec<_>) = values.into_iter().partition(|(_, value)| whole.kind.takes(value));
        for (index, value) in others {
            let place = self.value(&part.pointer.key("enum").index(index));
            self.say(mistake::enumerated_of_another_type(place, &literal::shown(value), whole.kind.what()));
        }
        fitting
    }

    /// A boolean of which `enum` says what it may be.
    fn truth_value(&mut self, values: &[(usize, &Literal)], part: &Part<'_>) -> Shape {
        self.names_without_values(part.schema, &part.pointer);
        let values = self.enumerated(values, part);
        if values.len() > 1 {
            let place = self.key(&part.pointer.key("enum"));
            self.say(mistake::both_truth_values(place));
        }
        Shape::Scalar(Scalar::Boolean(match values.as_slice() {
            [EnumerationValue { literal: Literal::Boolean(only), .. }] => Some(*only),
            _ => None,
        }))
    }

    /// Notes the values that not every member of `allOf` lists. A declared part may list more for others.
    fn narrowed(&mut self, whole: &Whole<'_>) {
        let enumerates = whole.enumerates();
        for (_, part) in self.judged(whole) {
            for (index, value) in listed(&part.keywords.enumeration).filter(|(_, value)| !enumerates(value)) {
                let place = self.value(&part.pointer.key("enum").index(index));
                self.say(combined::narrowed(place, &literal::shown(value)));
            }
        }
    }

    /// Notes that `enum` and `nullable` do not say the same of null.
    fn enumerated_null(&mut self, whole: &Whole<'_>, part: &Part<'_>) {
        let position = part.keywords.enumeration.iter().position(|value| *value == Literal::Null);
        match position {
            Some(index) if !part.keywords.states_nullable(part.schema) && !part.keywords.is_null_alone() => {
                let place = self.value(&part.pointer.key("enum").index(index));
                self.say(mistake::null_not_nullable(place));
            }
            None if whole.is_nullable() => {
                let place = self.key(&part.pointer.key("enum"));
                self.say(mistake::null_not_enumerated(place));
            }
            _ => {}
        }
    }

    fn enumerated(&mut self, values: &[(usize, &Literal)], part: &Part<'_>) -> Vec<EnumerationValue> {
        let stated = part.keywords.enumeration.len();
        let wires: Vec<(usize, String)> = values.iter().map(|(index, value)| (*index, literal::wire(value))).collect();
        let names = self.words(NAMES, stated, &wires, part.schema, &part.pointer);
        let descriptions = self.words(DESCRIPTIONS, stated, &wires, part.schema, &part.pointer);
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut enumerated = Vec::with_capacity(values.len());
        for (&(index, value), (_, wire)) in values.iter().zip(wires) {
            if !seen.insert(value.to_json()) {
                let place = self.value(&part.pointer.key("enum").index(index));
                self.say(mistake::enumerated_twice(place, &literal::shown(value)));
                continue;
            }
            let word = |words: &[Option<String>]| words.get(index).cloned().flatten();
            let (name, description) = (word(&names), word(&descriptions));
            enumerated.push(EnumerationValue { literal: value.clone(), wire, name, description });
        }
        enumerated
    }

    /// One word for each value, from an array that is as long as `enum`, or from an object with the values as keys.
    fn words(
        &mut self,
        key: &str,
        stated: usize,
        values: &[(usize, String)],
        schema: &Schema,
        pointer: &Pointer,
    ) -> Vec<Option<String>> {
        let mut words = vec![None; stated];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        match schema.schema_data.extensions.get(key) {
            None => {}
            Some(Value::Array(list)) if list.len() == stated => words = list.iter().map(text).collect(),
            Some(Value::Object(members)) if members.keys().all(|key| values.iter().any(|(_, wire)| wire == key)) => {
                for (index, wire) in values {
                    words[*index] = members.get(wire).and_then(text);
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

    fn beside_enumeration(&mut self, whole: &Whole<'_>) {
        for part in &whole.parts {
            for (keyword, stated, of) in part.keywords.limits() {
                if stated && (of == "string" || of == "number") {
                    let place = self.key(&part.pointer.key(keyword));
                    self.say(mistake::beside_enumeration(place, keyword));
                }
            }
        }
    }
}

/// The values of an enumeration that are not null, with their indices.
fn listed(values: &[Literal]) -> impl Iterator<Item = (usize, &Literal)> {
    values.iter().enumerate().filter(|(_, value)| **value != Literal::Null)
}

/// What the values are, all together.
fn enumerated(whole: &Whole<'_>, values: &[(usize, &Literal)]) -> Enumerated {
    let all = |is: fn(&Literal) -> bool| values.iter().all(|(_, value)| is(value));
    if all(|value| matches!(value, Literal::Text(_))) {
        Enumerated::Text
    } else if whole.kind != Kind::Number && all(|value| matches!(value, Literal::Number(Number::Integer(_)))) {
        Enumerated::Integer(enumerated_format(whole.format(), values.iter().map(|(_, value)| *value)))
    } else if all(|value| matches!(value, Literal::Number(_))) {
        Enumerated::Number
    } else {
        Enumerated::Any
    }
}
