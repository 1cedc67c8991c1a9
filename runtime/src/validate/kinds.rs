//! What bounds look at: text, number, list or map, through options and boxes.

use super::violation::Number;
use crate::base64_text::Base64;
use crate::datetime::{Date, DateTime};
use crate::map::Map;
use crate::open_enum::UnknownValue;
use crate::presence::Presence;

/// What the bounds of text apply to.
pub trait Textual {
    /// The text; `None` where there is no value, so nothing to check.
    fn text(&self) -> Option<&str>;
}

/// What the bounds of numbers apply to.
pub trait Numeric {
    /// The type of the number, and of its bounds.
    type Number: Copy + PartialOrd + Into<Number> + Multiple;

    /// The number; `None` where there is no value, so nothing to check.
    fn number(&self) -> Option<Self::Number>;
}

/// What the bounds of truth values apply to.
pub trait Truth {
    /// The truth value; `None` where there is no value, so nothing to check.
    fn truth(&self) -> Option<bool>;
}

impl Truth for bool {
    fn truth(&self) -> Option<bool> {
        Some(*self)
    }
}

/// What the bounds of lists apply to.
pub trait List {
    /// The type of the items.
    type Item;

    /// The items; `None` where there is no value, so nothing to check.
    fn items(&self) -> Option<&[Self::Item]>;
}

/// What the bounds of maps apply to.
pub trait Object {
    /// The type of the keys.
    type Key;
    /// The type of the values.
    type Value;

    /// The entries; `None` where there is no value, so nothing to check.
    fn entries(&self) -> Option<&Map<Self::Key, Self::Value>>;
}

/// A number that can be asked whether it is a multiple of another.
pub trait Multiple {
    /// Whether `self` is a whole number of times `step`. A step of zero says nothing, so all is a multiple of it.
    fn whole_times(self, step: Self) -> bool;
}

macro_rules! textual {
    ($($kind:ty),*) => {$(
        impl Textual for $kind {
            fn text(&self) -> Option<&str> {
                Some(self.as_str())
            }
        }
    )*};
}

impl Textual for str {
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

textual!(String, UnknownValue, DateTime, Date, Base64);

macro_rules! integers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Number {
            fn from(number: $kind) -> Self {
                Self::Integer(number.into())
            }
        }

        impl Numeric for $kind {
            type Number = Self;

            fn number(&self) -> Option<Self> {
                Some(*self)
            }
        }

        impl Multiple for $kind {
            fn whole_times(self, step: Self) -> bool {
                // The one overflow, the lowest number by -1, leaves no remainder either.
                self.checked_rem(step).is_none_or(|remainder| remainder == 0)
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, i128, u8, u16, u32, u64);

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl Numeric for f64 {
    type Number = Self;

    fn number(&self) -> Option<Self> {
        Some(*self)
    }
}

impl Multiple for f64 {
    fn whole_times(self, step: Self) -> bool {
        if step == 0.0 {
            return true;
        }
        // Decimal steps have no exact binary form: 0.3 / 0.1 is 2.9999999999999996. What differs from a whole number
        // by rounding alone counts as whole.
        let times = self / step;
        if times.is_infinite() {
            return self % step == 0.0;
        }
        (times - times.round()).abs() <= 4.0 * f64::EPSILON * times.abs()
    }
}

impl<T> List for Vec<T> {
    type Item = T;

    fn items(&self) -> Option<&[T]> {
        Some(self)
    }
}

impl<K, V> Object for Map<K, V> {
    type Key = K;
    type Value = V;

    fn entries(&self) -> Option<&Map<K, V>> {
        Some(self)
    }
}

macro_rules! through {
    ($outer:ident, $value:ident => $inner:expr) => {
        impl<T: Textual> Textual for $outer<T> {
            fn text(&self) -> Option<&str> {
                let $value = self;
                $inner.and_then(T::text)
            }
        }

        impl<T: Truth> Truth for $outer<T> {
            fn truth(&self) -> Option<bool> {
                let $value = self;
                $inner.and_then(T::truth)
            }
        }

        impl<T: Numeric> Numeric for $outer<T> {
            type Number = T::Number;

            fn number(&self) -> Option<T::Number> {
                let $value = self;
                $inner.and_then(T::number)
            }
        }

        impl<T: List> List for $outer<T> {
            type Item = T::Item;

            fn items(&self) -> Option<&[T::Item]> {
                let $value = self;
                $inner.and_then(T::items)
            }
        }

        impl<T: Object> Object for $outer<T> {
            type Key = T::Key;
            type Value = T::Value;

            fn entries(&self) -> Option<&Map<T::Key, T::Value>> {
                let $value = self;
                $inner.and_then(T::entries)
            }
        }
    };
}

through!(Option, value => value.as_ref());
through!(Presence, value => value.as_option());
through!(Box, value => Some(&**value));
