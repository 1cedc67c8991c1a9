//! How the types that models are made of are checked.

use std::fmt::Display;

use super::checker::{Checker, Validate};
use super::violation::Rule;
use crate::base64_text::Base64;
use crate::datetime::{Date, DateTime};
use crate::map::Map;
use crate::open_enum::UnknownValue;
use crate::presence::Presence;

macro_rules! sound_whatever_they_hold {
    ($($kind:ty),*) => {$(
        impl Validate for $kind {
            fn check(&self, _: &mut Checker<'_>) {}
        }
    )*};
}

sound_whatever_they_hold!((), bool, i8, i16, i32, i64, i128, u8, u16, u32, u64, f64, str, String, serde_json::Value);

impl<T> Validate for UnknownValue<T> {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.unknown_value();
    }
}

impl Validate for DateTime {
    fn check(&self, checker: &mut Checker<'_>) {
        if !self.is_well_formed() {
            checker.report(Rule::Format { format: "date-time", found: self.as_str().to_owned() });
        }
    }
}

impl Validate for Date {
    fn check(&self, checker: &mut Checker<'_>) {
        if self.date().is_none() {
            checker.report(Rule::Format { format: "date", found: self.as_str().to_owned() });
        }
    }
}

impl Validate for Base64 {
    fn check(&self, checker: &mut Checker<'_>) {
        if self.bytes().is_none() {
            checker.report(Rule::Format { format: "byte", found: self.as_str().to_owned() });
        }
    }
}

impl<T: Validate + ?Sized> Validate for &T {
    fn check(&self, checker: &mut Checker<'_>) {
        (**self).check(checker);
    }
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    fn check(&self, checker: &mut Checker<'_>) {
        (**self).check(checker);
    }
}

impl<T: Validate> Validate for Option<T> {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Some(value) = self {
            value.check(checker);
        }
    }
}

impl<T: Validate> Validate for Presence<T> {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Some(value) = self.as_option() {
            value.check(checker);
        }
    }
}

impl<T: Validate> Validate for [T] {
    fn check(&self, checker: &mut Checker<'_>) {
        for (index, item) in self.iter().enumerate() {
            item.check(&mut checker.at_item(index));
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    fn check(&self, checker: &mut Checker<'_>) {
        self.as_slice().check(checker);
    }
}

impl<K: Validate + Display, V: Validate> Validate for Map<K, V> {
    fn check(&self, checker: &mut Checker<'_>) {
        for (key, value) in self {
            key.check(&mut checker.at_key(key));
            value.check(&mut checker.at_entry(key));
        }
    }
}
