//! Bounds: named constants, the checks that use them, and what the docs say of them.

mod constants;

use std::collections::BTreeMap;

use super::Context;
use super::documentation::code;
use super::types::integer;
use crate::api::{IntegerFormat, Limits, Number, Range, Scalar, Shape, TypeId};
use crate::diagnostic::{Report, plan as mistakes};
use crate::rust::body::{Bound, Given};
use crate::rust::{Constant, Ident, Static, Type, Value};
use crate::source::{On, Place, Pointer, SourceId};

/// The bounds of one value: what checks them, the constants and statics that name them, and words for the docs.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    /// The checks.
    pub(super) checks: Vec<Bound>,
    /// The constants.
    pub(super) constants: Vec<Constant>,
    /// The compiled patterns.
    pub(super) statics: Vec<Static>,
    /// Each bound in words, for example `at most 32 items`.
    pub(super) words: Vec<String>,
}

/// Where constants live, and how a check spells them.
#[derive(Clone, Debug)]
pub(super) enum Holder {
    /// In the impl of a type: `Self::RESOURCES_MAX_ITEMS`; its statics start with the type's name.
    Impl(Ident),
    /// In the file of an alias, seen by all: `models::ID_PATTERN`.
    Module,
}

struct Builder<'c, 'a> {
    context: &'c Context<'a>,
    holder: &'c Holder,
    /// What the value is called at the start of a sentence, for example `resources` in backticks, or an item of that.
    subject: String,
    at: Pointer,
    /// The type whose own bounds these are.
    own: Option<TypeId>,
    /// How many patterns each place has, by its words.
    named_patterns: BTreeMap<String, usize>,
    built: Bounds,
}

impl Context<'_> {
    /// The bounds on a value of this type that are not its own type's business.
    ///
    /// `words` name the value in constants, `subject` in prose.
    pub(super) fn bounds(
        &self,
        id: TypeId,
        holder: &Holder,
        words: &[&str],
        subject: &str,
        report: &mut Report,
    ) -> Bounds {
        Builder::new(self, holder, subject, &self.api.types[id].at).build(id, words, report)
    }

    /// The bounds on the values of a map that has no type of its own: the properties beside the named ones.
    pub(super) fn bounds_of_values(&self, id: TypeId, holder: &Holder, name: &Ident, report: &mut Report) -> Bounds {
        let mut builder = Builder::new(self, holder, name.bare(), &self.api.types[id].at);
        let checks = builder.within("value", id, &[name.bare()], report, 0);
        Bounds { checks: checks.into_iter().collect(), ..builder.built }
    }

    /// The bounds that the type of this name itself states.
    pub(super) fn own_bounds(&self, id: TypeId, holder: &Holder, words: &[&str], report: &mut Report) -> Bounds {
        let subject = self.names.types[&id].as_str();
        let builder = Builder::new(self, holder, subject, &self.api.types[id].at);
        Builder { own: Some(id), ..builder }.build(id, words, report)
    }

    /// The bounds on the number of properties of an object that names some.
    pub(super) fn count_of_properties(&self, id: TypeId, limits: Limits) -> Bounds {
        let holder = Holder::Impl(self.names.types[&id].clone());
        let mut builder = Builder::new(self, &holder, self.names.types[&id].as_str(), &self.api.types[id].at);
        let checks = builder.count(limits, &[], ["min_properties", "max_properties"], "properties");
        Bounds { checks, ..builder.built }
    }
}

impl<'c, 'a> Builder<'c, 'a> {
    fn new(context: &'c Context<'a>, holder: &'c Holder, subject: &str, at: &Pointer) -> Self {
        let (subject, at) = (code(subject), at.clone());
        Self { context, holder, subject, at, own: None, named_patterns: BTreeMap::new(), built: Bounds::default() }
    }

    fn build(mut self, id: TypeId, words: &[&str], report: &mut Report) -> Bounds {
        let checks = self.of(id, words, report, 0);
        Bounds { checks, ..self.built }
    }

    fn of(&mut self, id: TypeId, words: &[&str], report: &mut Report, depth: usize) -> Vec<Bound> {
        let context = self.context;
        if context.is_replaced(id) {
            return Vec::new();
        }
        // A struct or an enum, which is checked as such wherever it stands.
        let item = context.names.types.contains_key(&id) && !context.is_alias(id);
        if item && (depth > 0 || self.own != Some(id)) {
            return Vec::new();
        }
        if context.is_alias(id) && self.own != Some(id) {
            return self.named(id);
        }
        match &context.api.types[id].shape {
            Shape::Nullable(inner) | Shape::Alias(inner) if !context.facts.wrapped.contains(&id) => {
                self.of(*inner, words, report, depth + 1)
            }
            Shape::Scalar(scalar) => self.scalar(scalar, words, report),
            Shape::List(list) => {
                let mut checks = self.count(list.count, words, ["min_items", "max_items"], "items");
                if list.unique {
                    self.built.words.push("no two items are equal".to_owned());
                    checks.push(Bound { method: "unique_items", given: Given::Nothing });
                }
                checks.extend(self.within("item", list.items, words, report, depth));
                checks
            }
            Shape::Map(map) => {
                let mut checks = self.count(map.count, words, ["min_properties", "max_properties"], "properties");
                let keys = map.keys.filter(|keys| !context.is_enumeration(*keys));
                checks.extend(keys.and_then(|keys| self.within("key", keys, words, report, depth)));
                checks.extend(self.within("value", map.values, words, report, depth));
                checks
            }
            Shape::Nullable(_)
            | Shape::Alias(_)
            | Shape::Object(_)
            | Shape::Enumeration(_)
            | Shape::Choice(_)
            | Shape::Null
            | Shape::Any => Vec::new(),
        }
    }

    /// The bounds of what a value holds: its items, keys or values.
    fn within(
        &mut self,
        part: &'static str,
        id: TypeId,
        words: &[&str],
        report: &mut Report,
        depth: usize,
    ) -> Option<Bound> {
        let whole = self.subject.clone();
        let rest = whole.strip_prefix('A').map_or_else(|| whole.clone(), |rest| format!("a{rest}"));
        self.subject = format!("{} {part} of {rest}", if part == "item" { "An" } else { "A" });
        let before = self.built.words.len();
        let checks = self.of(id, &[words, &[part]].concat(), report, depth + 1);
        for word in &mut self.built.words[before..] {
            word.insert_str(0, &format!("each {part}: "));
        }
        self.subject = whole;
        let method = match part {
            "item" => "each",
            "key" => "each_key",
            _ => "each_value",
        };
        (!checks.is_empty()).then_some(Bound { method, given: Given::Inner(checks) })
    }

    /// The bounds of an alias: its own file names them, and reports what is odd about them.
    fn named(&mut self, alias: TypeId) -> Vec<Bound> {
        let name = self.context.names.types[&alias].clone();
        let mut unheard = Report::default();
        let bounds = self.context.own_bounds(alias, &Holder::Module, &[name.bare()], &mut unheard);
        self.built.words.extend(bounds.words);
        bounds.checks
    }

    fn scalar(&mut self, scalar: &Scalar, words: &[&str], report: &mut Report) -> Vec<Bound> {
        match scalar {
            Scalar::Boolean(None) => Vec::new(),
            Scalar::Boolean(Some(only)) => {
                let phrase = format!("always {only}");
                let docs = format!("{} is {phrase}.", self.subject);
                let constant = self.constant(words, "only", Type::plain("bool"), Value::Boolean(*only), docs);
                self.built.words.push(phrase);
                vec![Bound { method: "only", given: Given::Constant(constant) }]
            }
            Scalar::Integer(format, range) => self.integer(*format, range, words, report),
            Scalar::Number(range) => self.number(range, words),
            Scalar::Text(text) => {
                let mut checks = self.count(text.length, words, ["min_length", "max_length"], "characters");
                checks.extend(text.patterns.iter().map(|pattern| self.pattern(pattern, words)));
                checks
            }
        }
    }

    fn count(&mut self, limits: Limits, words: &[&str], methods: [&'static str; 2], unit: &str) -> Vec<Bound> {
        let ends = [(limits.min, methods[0], "at least"), (limits.max, methods[1], "at most")];
        let mut checks = Vec::new();
        for (limit, method, phrase) in ends {
            let Some(limit) = limit.filter(|limit| method.starts_with("max") || *limit > 0) else { continue };
            // A count that a 64-bit machine cannot reach is no bound.
            let Ok(value) = i64::try_from(limit) else { continue };
            let unit = if limit == 1 { singular(unit) } else { unit };
            let phrase = format!("{phrase} {limit} {unit}");
            let docs = format!("{} has {phrase}.", self.subject);
            let constant = self.constant(words, method, Type::plain("usize"), Value::Integer(value.into()), docs);
            self.built.words.push(phrase);
            checks.push(Bound { method, given: Given::Constant(constant) });
        }
        checks
    }

    fn integer(&mut self, format: IntegerFormat, range: &Range, words: &[&str], report: &mut Report) -> Vec<Bound> {
        let ty = integer(format);
        let (lowest, highest) = format.range();
        let mut checks = Vec::new();
        for (method, keyword, number, phrase) in ends(range) {
            // Between two whole numbers, `more than` and `at least` are the same.
            let method = match number {
                Number::Float(value) if value.fract() != 0.0 => method.trim_start_matches("exclusive_"),
                _ => method,
            };
            let exact = match (number, keyword) {
                (Number::Integer(value), _) => Some(value),
                // Between two whole numbers: the nearer one within the range.
                (Number::Float(value), "minimum") => whole(value.ceil()),
                (Number::Float(value), "maximum") => whole(value.floor()),
                (Number::Float(value), _) => whole(value).filter(|_| value.fract() == 0.0),
            };
            match exact.filter(|value| (lowest..=highest).contains(value)) {
                Some(value) if keyword != "multipleOf" || value > 1 => {
                    let docs = format!("{} is {phrase} {value}.", self.subject);
                    let constant = self.constant(words, method, Type::plain(ty), Value::Integer(value), docs);
                    self.built.words.push(format!("{phrase} {value}"));
                    checks.push(Bound { method, given: Given::Constant(constant) });
                }
                Some(_) => {}
                None => {
                    let text = number.to_string();
                    self.built.words.push(format!("{phrase} {text}"));
                    report.push(mistakes::bound_beyond_type(self.place(keyword), keyword, &text, ty));
                }
            }
        }
        checks
    }

    fn number(&mut self, range: &Range, words: &[&str]) -> Vec<Bound> {
        let mut checks = Vec::new();
        for (method, _, number, phrase) in ends(range) {
            let text = number.to_string();
            let docs = format!("{} is {phrase} {text}.", self.subject);
            #[allow(clippy::cast_precision_loss, reason = "a JSON number is a double for whoever reads it")]
            let value = match number {
                Number::Integer(value) => value as f64,
                Number::Float(value) => value,
            };
            let constant = self.constant(words, method, Type::plain("f64"), Value::Float(value), docs);
            self.built.words.push(format!("{phrase} {text}"));
            checks.push(Bound { method, given: Given::Constant(constant) });
        }
        checks
    }

    fn place(&self, keyword: &str) -> Place {
        Place { source: SourceId::Document, pointer: self.at.key(keyword), on: On::Value }
    }
}

/// The ends of a range: the runtime's method, the keyword, the number, and a phrase.
fn ends(range: &Range) -> Vec<(&'static str, &'static str, Number, &'static str)> {
    let mut ends = Vec::new();
    if let Some(bound) = &range.min {
        ends.push(if bound.exclusive {
            ("exclusive_minimum", "minimum", bound.value, "more than")
        } else {
            ("minimum", "minimum", bound.value, "at least")
        });
    }
    if let Some(bound) = &range.max {
        ends.push(if bound.exclusive {
            ("exclusive_maximum", "maximum", bound.value, "less than")
        } else {
            ("maximum", "maximum", bound.value, "at most")
        });
    }
    ends.extend(range.multiple_of.map(|number| ("multiple_of", "multipleOf", number, "a multiple of")));
    ends
}

fn singular(unit: &str) -> &str {
    match unit {
        "properties" => "property",
        other => other.trim_end_matches('s'),
    }
}

fn whole(value: f64) -> Option<i128> {
    #[allow(clippy::cast_possible_truncation, reason = "the range is checked")]
    (value.abs() < 1e38).then_some(value as i128)
}
