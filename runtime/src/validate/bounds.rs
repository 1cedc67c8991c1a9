//! Every bound that a schema can state, in the words of JSON Schema.

#![expect(
    clippy::return_self_not_must_use,
    reason = "the chain is for its reports; what the last bound returns is meant to be dropped"
)]

use std::collections::HashMap;
use std::fmt::Display;

use serde::Serialize;

use super::checker::{Checked, Counted};
use super::kinds::{List, Multiple, Numeric, Object, Textual, Truth};
use super::violation::Rule;
use crate::map::Map;
use crate::pattern::Pattern;

/// The bounds of text. Lengths are in Unicode code points.
impl<T: Textual + ?Sized> Checked<'_, '_, T> {
    /// `minLength`.
    pub fn min_length(mut self, limit: usize) -> Self {
        let found = self.value.text().map(|text| text.chars().count());
        if let Some(found) = found.filter(|found| *found < limit) {
            self.checker.report(Rule::MinLength { limit, found });
        }
        self
    }

    /// `maxLength`.
    pub fn max_length(mut self, limit: usize) -> Self {
        let found = self.value.text().map(|text| text.chars().count());
        if let Some(found) = found.filter(|found| *found > limit) {
            self.checker.report(Rule::MaxLength { limit, found });
        }
        self
    }

    /// `pattern`: some part of the text must match.
    pub fn pattern(mut self, pattern: &'static Pattern) -> Self {
        let Some(text) = self.value.text() else {
            return self;
        };
        match pattern.is_match(text) {
            Ok(true) => {}
            Ok(false) => self.checker.report(Rule::Pattern { pattern: pattern.as_str(), found: text.to_owned() }),
            Err(reason) => {
                let reason = reason.to_owned();
                self.checker.report(Rule::UnusablePattern { pattern: pattern.as_str(), reason });
            }
        }
        self
    }
}

/// The bound of truth values.
impl<T: Truth + ?Sized> Checked<'_, '_, T> {
    /// `enum` of one truth value.
    pub fn only(mut self, limit: bool) -> Self {
        if self.value.truth().is_some_and(|found| found != limit) {
            self.checker.report(Rule::Only { limit });
        }
        self
    }
}

/// The bounds of numbers, of the number's own type.
impl<T: Numeric + ?Sized> Checked<'_, '_, T> {
    /// `minimum`.
    pub fn minimum(mut self, limit: T::Number) -> Self {
        if let Some(found) = self.value.number().filter(|found| *found < limit) {
            self.checker.report(Rule::Minimum { limit: limit.into(), found: found.into() });
        }
        self
    }

    /// `maximum`.
    pub fn maximum(mut self, limit: T::Number) -> Self {
        if let Some(found) = self.value.number().filter(|found| *found > limit) {
            self.checker.report(Rule::Maximum { limit: limit.into(), found: found.into() });
        }
        self
    }

    /// `minimum` with `exclusiveMinimum`.
    pub fn exclusive_minimum(mut self, limit: T::Number) -> Self {
        if let Some(found) = self.value.number().filter(|found| *found <= limit) {
            self.checker.report(Rule::ExclusiveMinimum { limit: limit.into(), found: found.into() });
        }
        self
    }

    /// `maximum` with `exclusiveMaximum`.
    pub fn exclusive_maximum(mut self, limit: T::Number) -> Self {
        if let Some(found) = self.value.number().filter(|found| *found >= limit) {
            self.checker.report(Rule::ExclusiveMaximum { limit: limit.into(), found: found.into() });
        }
        self
    }

    /// `multipleOf`.
    pub fn multiple_of(mut self, step: T::Number) -> Self {
        if let Some(found) = self.value.number().filter(|found| !Multiple::whole_times(*found, step)) {
            self.checker.report(Rule::MultipleOf { step: step.into(), found: found.into() });
        }
        self
    }
}

/// The bounds of lists.
impl<'v, T: List + ?Sized> Checked<'_, 'v, T> {
    /// `minItems`.
    pub fn min_items(mut self, limit: usize) -> Self {
        if let Some(found) = self.value.items().map(<[_]>::len).filter(|found| *found < limit) {
            self.checker.report(Rule::MinItems { limit, found });
        }
        self
    }

    /// `maxItems`.
    pub fn max_items(mut self, limit: usize) -> Self {
        if let Some(found) = self.value.items().map(<[_]>::len).filter(|found| *found > limit) {
            self.checker.report(Rule::MaxItems { limit, found });
        }
        self
    }

    /// `uniqueItems`: no two items are the same JSON.
    pub fn unique_items(mut self) -> Self
    where
        T::Item: Serialize,
    {
        let mut seen = HashMap::new();
        for (second, item) in self.value.items().unwrap_or_default().iter().enumerate() {
            // Text compares in the time that it takes to write it, however many items there are.
            let Ok(text) = serde_json::to_string(item) else { continue };
            if let Some(&first) = seen.get(&text) {
                self.checker.report(Rule::UniqueItems { first, second });
                return self;
            }
            seen.insert(text, second);
        }
        self
    }

    /// Holds bounds against each item, at the item's own place.
    pub fn each(mut self, mut bounds: impl FnMut(Checked<'_, 'v, T::Item>)) -> Self {
        for (index, item) in self.value.items().unwrap_or_default().iter().enumerate() {
            bounds(Checked::new(self.checker.at_item(index), item));
        }
        self
    }
}

/// The bounds of an object with named properties, which were counted.
impl Counted<'_> {
    /// `minProperties`.
    pub fn min_properties(mut self, limit: usize) -> Self {
        if self.found < limit {
            self.checker.report(Rule::MinProperties { limit, found: self.found });
        }
        self
    }

    /// `maxProperties`.
    pub fn max_properties(mut self, limit: usize) -> Self {
        if self.found > limit {
            self.checker.report(Rule::MaxProperties { limit, found: self.found });
        }
        self
    }
}

/// The bounds of maps.
impl<'v, T: Object + ?Sized> Checked<'_, 'v, T>
where
    T::Key: Display + 'v,
    T::Value: 'v,
{
    /// `minProperties`.
    pub fn min_properties(mut self, limit: usize) -> Self {
        if let Some(found) = self.value.entries().map(Map::len) {
            Counted { checker: self.checker.here(), found }.min_properties(limit);
        }
        self
    }

    /// `maxProperties`.
    pub fn max_properties(mut self, limit: usize) -> Self {
        if let Some(found) = self.value.entries().map(Map::len) {
            Counted { checker: self.checker.here(), found }.max_properties(limit);
        }
        self
    }

    /// Holds bounds against each value, at the place of its entry.
    pub fn each_value(mut self, mut bounds: impl FnMut(Checked<'_, 'v, T::Value>)) -> Self {
        for (key, value) in self.value.entries().into_iter().flatten() {
            bounds(Checked::new(self.checker.at_entry(key), value));
        }
        self
    }

    /// Holds bounds against each key, at the place of its entry.
    pub fn each_key(mut self, mut bounds: impl FnMut(Checked<'_, 'v, T::Key>)) -> Self {
        for key in self.value.entries().into_iter().flat_map(|entries| entries.keys()) {
            bounds(Checked::new(self.checker.at_key(key), key));
        }
        self
    }
}
