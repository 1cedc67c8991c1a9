//! Texts, numbers and truth values.

use super::context::Lowering;
use super::keywords::Keywords;
use super::kind::Kind;
use super::literal::number_text;
use super::pattern;
use crate::api::{Bound, IntegerFormat, Number, Pattern, Range, Scalar, Shape, Text, TextFormat};
use crate::diagnostic::lower::schema as mistake;
use crate::source::Pointer;

impl Lowering<'_> {
    pub(super) fn scalar(&mut self, kind: Kind, keywords: &Keywords<'_>, pointer: &Pointer) -> Shape {
        Shape::Scalar(match kind {
            Kind::Integer => {
                let range = self.range(keywords, pointer);
                Scalar::Integer(integer_format(keywords.format.as_deref()), range)
            }
            Kind::Number => Scalar::Number(self.range(keywords, pointer)),
            Kind::Text => Scalar::Text(self.text(keywords, pointer)),
            Kind::Boolean | Kind::Object | Kind::List | Kind::Any => Scalar::Boolean,
        })
    }

    fn text(&mut self, keywords: &Keywords<'_>, pointer: &Pointer) -> Text {
        let length = self.limits(("minLength", keywords.min_length), ("maxLength", keywords.max_length), pointer);
        let pattern = keywords.pattern.and_then(|ecma| self.pattern(ecma, &pointer.key("pattern")));
        Text { format: text_format(keywords.format.as_deref()), length, pattern }
    }

    /// The pattern, unless it cannot be checked, which is said.
    fn pattern(&mut self, ecma: &str, pointer: &Pointer) -> Option<Pattern> {
        let translated = self.patterns.entry(ecma.to_owned()).or_insert_with(|| pattern::translate(ecma)).clone();
        match translated {
            Ok(pattern) => Some(pattern),
            Err(unusable) => {
                let place = self.value(pointer);
                self.say(mistake::unusable_pattern(place, &unusable.to_string()));
                None
            }
        }
    }

    fn range(&mut self, keywords: &Keywords<'_>, pointer: &Pointer) -> Range {
        for (keyword, stated, of, bound) in [
            ("exclusiveMinimum", keywords.exclusive_minimum, "minimum", keywords.minimum),
            ("exclusiveMaximum", keywords.exclusive_maximum, "maximum", keywords.maximum),
        ] {
            if stated && bound.is_none() {
                let place = self.key(&pointer.key(keyword));
                self.say(mistake::exclusive_without_bound(place, keyword, of));
            }
        }
        let min = keywords.minimum.map(|value| Bound { value, exclusive: keywords.exclusive_minimum });
        let max = keywords.maximum.map(|value| Bound { value, exclusive: keywords.exclusive_maximum });
        let multiple_of = keywords.multiple_of.filter(|&number| {
            let positive = less(Number::Integer(0), number);
            if !positive {
                let place = self.value(&pointer.key("multipleOf"));
                self.say(mistake::multiple_of(place, &number_text(number)));
            }
            positive
        });
        match (&min, &max) {
            (Some(least), Some(most)) if is_empty(least, most) => {
                let place = self.value(&pointer.key("minimum"));
                let (least, most) = (number_text(least.value), number_text(most.value));
                self.say(mistake::empty_range(place, ("minimum", &least), ("maximum", &most)));
                Range { min: None, max: None, multiple_of }
            }
            _ => Range { min, max, multiple_of },
        }
    }
}

fn is_empty(least: &Bound, most: &Bound) -> bool {
    less(most.value, least.value) || (least.value == most.value && (least.exclusive || most.exclusive))
}

/// Whether one number is less than another. Whole numbers are compared exactly.
#[expect(clippy::cast_precision_loss, reason = "beside a fraction, the nearest f64 is what both sides are taken as")]
pub(super) fn less(left: Number, right: Number) -> bool {
    match (left, right) {
        (Number::Integer(left), Number::Integer(right)) => left < right,
        (Number::Integer(left), Number::Float(right)) => (left as f64) < right,
        (Number::Float(left), Number::Integer(right)) => left < right as f64,
        (Number::Float(left), Number::Float(right)) => left < right,
    }
}

fn integer_format(format: Option<&str>) -> IntegerFormat {
    match format {
        Some("int32") => IntegerFormat::Int32,
        Some("uint32") => IntegerFormat::Uint32,
        Some("uint64") => IntegerFormat::Uint64,
        _ => IntegerFormat::Int64,
    }
}

fn text_format(format: Option<&str>) -> TextFormat {
    match format {
        Some("date-time") => TextFormat::DateTime,
        Some("date") => TextFormat::Date,
        Some("byte") => TextFormat::Base64,
        _ => TextFormat::Plain,
    }
}
