//! Texts, numbers and truth values.

use super::context::Lowering;
use super::kind::Kind;
use super::literal::{less, number_text};
use super::pattern;
use super::whole::{Stated, Whole};
use crate::api::{Bound, IntegerFormat, Literal, Number, Pattern, Range, Scalar, Shape, Text, TextFormat};
use crate::diagnostic::lower::schema as mistake;
use crate::source::Pointer;

impl Lowering<'_> {
    pub(super) fn scalar(&mut self, whole: &Whole<'_>) -> Shape {
        Shape::Scalar(match whole.kind {
            Kind::Integer => {
                let range = self.range(whole);
                let format = integer_format(whole.format(), &range);
                self.wider(whole, format);
                Scalar::Integer(format, range)
            }
            Kind::Number => Scalar::Number(self.range(whole)),
            Kind::Text => Scalar::Text(self.text(whole)),
            Kind::Boolean | Kind::Object | Kind::List | Kind::Any => Scalar::Boolean(None),
        })
    }

    /// Notes that integers are wider than their format says.
    pub(super) fn wider(&mut self, whole: &Whole<'_>, format: IntegerFormat) {
        let stated = whole.parts.iter().rev().find(|part| part.keywords.format.is_some());
        let Some((part, word)) = stated.and_then(|part| Some((part, part.keywords.format.as_deref()?))) else { return };
        let narrower = matches!(word, "int32" | "int64" | "uint32" | "uint64");
        if narrower && integer_format(Some(word), &Range::default()) != format {
            let place = self.value(&part.pointer.key("format"));
            self.say(mistake::wider_than_format(place, word));
        }
    }

    fn text(&mut self, whole: &Whole<'_>) -> Text {
        let least = self.highest(whole, "minLength", |keywords| keywords.min_length);
        let most = self.lowest(whole, "maxLength", |keywords| keywords.max_length);
        let length = self.limits(least, most);
        let mut patterns: Vec<Pattern> = Vec::new();
        for Stated { value, pointer } in whole.all("pattern", |keywords| keywords.pattern) {
            let pattern = self.pattern(value, &pointer);
            patterns.extend(pattern.filter(|pattern| !patterns.contains(pattern)));
        }
        Text { format: text_format(whole.format()), length, patterns }
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

    fn range(&mut self, whole: &Whole<'_>) -> Range {
        for part in &whole.parts {
            let keywords = &part.keywords;
            for (keyword, stated, of, bound) in [
                ("exclusiveMinimum", keywords.exclusive_minimum, "minimum", keywords.minimum),
                ("exclusiveMaximum", keywords.exclusive_maximum, "maximum", keywords.maximum),
            ] {
                if stated && bound.is_none() {
                    let place = self.key(&part.pointer.key(keyword));
                    self.say(mistake::exclusive_without_bound(place, keyword, of));
                }
            }
        }
        let multiple_of = self.multiple_of(whole);
        match (self.minimum(whole), self.maximum(whole)) {
            (Some(least), Some(most)) if is_empty(&least.value, &most.value) => {
                let place = self.value(&least.pointer);
                let (low, high) = (number_text(least.value.value), number_text(most.value.value));
                self.say(mistake::empty_range(place, ("minimum", &low), ("maximum", &high)));
                Range { min: None, max: None, multiple_of }
            }
            (least, most) => Range { min: least.map(|end| end.value), max: most.map(|end| end.value), multiple_of },
        }
    }
}

fn is_empty(least: &Bound, most: &Bound) -> bool {
    less(most.value, least.value) || (least.value == most.value && (least.exclusive || most.exclusive))
}

/// The width that the format states, or a wider one where the range asks for it.
fn integer_format(format: Option<&str>, range: &Range) -> IntegerFormat {
    let stated = match format {
        Some("int32") => IntegerFormat::Int32,
        Some("uint32") => IntegerFormat::Uint32,
        Some("uint64") => IntegerFormat::Uint64,
        _ => IntegerFormat::Int64,
    };
    let ends = [&range.min, &range.max].into_iter().flatten();
    let whole = ends.filter_map(|end| match end.value {
        Number::Integer(value) => Some(value),
        Number::Float(_) => None,
    });
    let lowest =
        range.min.as_ref().and_then(|end| if let Number::Integer(value) = end.value { Some(value) } else { None });
    holding(stated, whole, lowest)
}

/// The width of integers of an enumeration.
pub(super) fn enumerated_format<'v>(format: Option<&str>, values: impl Iterator<Item = &'v Literal>) -> IntegerFormat {
    let whole: Vec<i128> = values
        .filter_map(|value| match value {
            Literal::Number(Number::Integer(value)) => Some(*value),
            _ => None,
        })
        .collect();
    let lowest = whole.iter().min().copied();
    holding(integer_format(format, &Range::default()), whole.into_iter(), lowest)
}

fn holding(stated: IntegerFormat, values: impl Iterator<Item = i128>, lowest: Option<i128>) -> IntegerFormat {
    let values: Vec<i128> = values.collect();
    let holds = |format: IntegerFormat| {
        let (least, most) = format.range();
        values.iter().all(|value| (least..=most).contains(value))
    };
    // A type without negative numbers must be asked for.
    let wider = [stated, IntegerFormat::Int64, IntegerFormat::Uint64];
    let usable = |format: &IntegerFormat| {
        holds(*format) && (*format != IntegerFormat::Uint64 || *format == stated || lowest.is_some_and(|low| low >= 0))
    };
    wider.into_iter().find(usable).unwrap_or(IntegerFormat::Int128)
}

fn text_format(format: Option<&str>) -> TextFormat {
    match format {
        Some("date-time") => TextFormat::DateTime,
        Some("date") => TextFormat::Date,
        Some("byte") => TextFormat::Base64,
        _ => TextFormat::Plain,
    }
}
