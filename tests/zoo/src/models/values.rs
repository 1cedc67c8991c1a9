// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Values`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, Pattern, Presence, UnknownValue, Validate, Value, Violations};

use crate::models::Priority;

static VALUES_CODE_PATTERN: Pattern = Pattern::new("^a", "^a");

static VALUES_CODE_2_PATTERN: Pattern = Pattern::new("z$", "z$");

/// The object `Values`.
///
/// Schema `Values`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Values {
    /// The property `priority`.
    pub priority: Priority,
    /// The property `half`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half: Option<ValuesHalf>,
    /// The property `mixed`.
    #[serde(default, skip_serializing_if = "Presence::is_absent")]
    pub mixed: Presence<ValuesMixed>,
    /// The property `gone`.
    ///
    /// Limits: always true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<bool>,
    /// The property `nothing`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "trueform_runtime::nullable::present"
    )]
    pub nothing: Option<()>,
    /// The property `huge`.
    ///
    /// Limits: at least 0, at most 18446744073709551615.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub huge: Option<u64>,
    /// The property `huger`.
    ///
    /// Limits: at least -170141183460469231731687303715884105728.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub huger: Option<i128>,
    /// The property `odd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odd: Option<ValuesOdd>,
    /// The property `list`.
    ///
    /// Default: `["a", "b"]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<String>>,
    /// The property `code`.
    ///
    /// Limits: at least 2 characters, at most 4 characters, matches `^a`, matches `z$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Values {
    /// `gone` is always true.
    pub const GONE_ONLY: bool = true;

    /// `huge` is at least 0.
    pub const HUGE_MINIMUM: u64 = 0;

    /// `huge` is at most 18446744073709551615.
    pub const HUGE_MAXIMUM: u64 = 18_446_744_073_709_551_615;

    /// `huger` is at least -170141183460469231731687303715884105728.
    pub const HUGER_MINIMUM: i128 = -170_141_183_460_469_231_731_687_303_715_884_105_728;

    /// `code` has at least 2 characters.
    pub const CODE_MIN_LENGTH: usize = 2;

    /// `code` has at most 4 characters.
    pub const CODE_MAX_LENGTH: usize = 4;

    /// `code` matches `^a`.
    pub const CODE_PATTERN: &'static str = "^a";

    /// `code` matches `z$`.
    pub const CODE_2_PATTERN: &'static str = "z$";

    /// A [`Values`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: ValuesRequired) -> Self {
        Self {
            priority: required.priority,
            half: None,
            mixed: Presence::Absent,
            gone: None,
            nothing: None,
            huge: None,
            huger: None,
            odd: None,
            list: None,
            code: None,
        }
    }

    /// Sets [`half`](Self#structfield.half).
    #[must_use]
    pub fn with_half(mut self, half: impl Into<ValuesHalf>) -> Self {
        self.half = Some(half.into());
        self
    }

    /// Sets [`mixed`](Self#structfield.mixed).
    #[must_use]
    pub fn with_mixed(mut self, mixed: impl Into<ValuesMixed>) -> Self {
        self.mixed = Presence::Present(mixed.into());
        self
    }

    /// Sets [`gone`](Self#structfield.gone).
    #[must_use]
    pub fn with_gone(mut self, gone: bool) -> Self {
        self.gone = Some(gone);
        self
    }

    /// Sets [`nothing`](Self#structfield.nothing).
    #[must_use]
    pub fn with_nothing(mut self, nothing: ()) -> Self {
        self.nothing = Some(nothing);
        self
    }

    /// Sets [`huge`](Self#structfield.huge).
    #[must_use]
    pub fn with_huge(mut self, huge: u64) -> Self {
        self.huge = Some(huge);
        self
    }

    /// Sets [`huger`](Self#structfield.huger).
    #[must_use]
    pub fn with_huger(mut self, huger: i128) -> Self {
        self.huger = Some(huger);
        self
    }

    /// Sets [`odd`](Self#structfield.odd).
    #[must_use]
    pub fn with_odd(mut self, odd: impl Into<ValuesOdd>) -> Self {
        self.odd = Some(odd.into());
        self
    }

    /// Sets [`list`](Self#structfield.list).
    #[must_use]
    pub fn with_list(mut self, list: Vec<String>) -> Self {
        self.list = Some(list);
        self
    }

    /// Sets [`code`](Self#structfield.code).
    #[must_use]
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }

    /// `list`, or `["a", "b"]` where it is absent.
    #[must_use]
    pub fn list_or_default(&self) -> Vec<String> {
        self.list.clone().unwrap_or_else(|| trueform_runtime::literal("[\"a\", \"b\"]"))
    }
}

impl Validate for Values {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("priority", &self.priority);
        checker.property("half", &self.half);
        checker.property("mixed", &self.mixed);
        checker.property("gone", &self.gone).only(Self::GONE_ONLY);
        checker
            .property("huge", &self.huge)
            .minimum(Self::HUGE_MINIMUM)
            .maximum(Self::HUGE_MAXIMUM);
        checker.property("huger", &self.huger).minimum(Self::HUGER_MINIMUM);
        checker.property("odd", &self.odd);
        checker
            .property("code", &self.code)
            .min_length(Self::CODE_MIN_LENGTH)
            .max_length(Self::CODE_MAX_LENGTH)
            .pattern(&VALUES_CODE_PATTERN)
            .pattern(&VALUES_CODE_2_PATTERN);
    }
}

/// What every [`Values`] has: the argument of [`Values::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct ValuesRequired {
    /// The property `priority`.
    pub priority: Priority,
}

/// The values of `ValuesHalf`.
///
/// At `/components/schemas/Values/properties/half` of the document.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValuesHalf {
    /// On the wire: `0.5`.
    N05,
    /// On the wire: `1`.
    N1,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue<f64>),
}

impl ValuesHalf {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::N05, Self::N1];

    /// The value on the wire.
    #[must_use]
    pub fn value(&self) -> f64 {
        match self {
            Self::N05 => 0.5,
            Self::N1 => 1.0,
            Self::Unknown(value) => *value.get(),
        }
    }
}

impl From<f64> for ValuesHalf {
    fn from(value: f64) -> Self {
        let known = Self::VALUES.iter().find(|known| known.value() == value);
        known.cloned().unwrap_or_else(|| Self::Unknown(UnknownValue::of(value)))
    }
}

impl fmt::Display for ValuesHalf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), formatter)
    }
}

impl Serialize for ValuesHalf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ValuesHalf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for ValuesHalf {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}

/// The values of `ValuesMixed`.
///
/// At `/components/schemas/Values/properties/mixed` of the document.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValuesMixed {
    /// On the wire: `auto`.
    Auto,
    /// On the wire: `1`.
    N12516,
    /// On the wire: `true`.
    True,
    /// On the wire: `[1]`.
    N18422,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl ValuesMixed {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[
        Self::Auto,
        Self::N12516,
        Self::True,
        Self::N18422,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn value(&self) -> Value {
        match self {
            Self::Auto => Value::from("auto"),
            Self::N12516 => Value::from(1),
            Self::True => Value::from(true),
            Self::N18422 => trueform_runtime::literal("[1]"),
            Self::Unknown(value) => value.get().clone(),
        }
    }
}

impl From<Value> for ValuesMixed {
    fn from(value: Value) -> Self {
        let known = Self::VALUES.iter().find(|known| known.value() == value);
        known.cloned().unwrap_or_else(|| Self::Unknown(UnknownValue::of(value)))
    }
}

impl fmt::Display for ValuesMixed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), formatter)
    }
}

impl Serialize for ValuesMixed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ValuesMixed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

impl Validate for ValuesMixed {
    fn check(&self, checker: &mut Checker<'_>) {
        if let Self::Unknown(value) = self {
            Validate::check(value, checker);
        }
    }
}

/// The values of `ValuesOdd`.
///
/// At `/components/schemas/Values/properties/odd` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ValuesOdd {
    /// On the wire: (empty).
    Empty,
    /// On the wire: `*`.
    Asterisk,
    /// On the wire: `Self`.
    Self3195,
    /// On the wire: `self`.
    Self1480,
    /// On the wire: `a-b`.
    AB9206,
    /// On the wire: `a_b`.
    AB5902,
    /// On the wire: `y`.
    Y,
    /// On the wire: `on`.
    On,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl ValuesOdd {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[
        Self::Empty,
        Self::Asterisk,
        Self::Self3195,
        Self::Self1480,
        Self::AB9206,
        Self::AB5902,
        Self::Y,
        Self::On,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Asterisk => "*",
            Self::Self3195 => "Self",
            Self::Self1480 => "self",
            Self::AB9206 => "a-b",
            Self::AB5902 => "a_b",
            Self::Y => "y",
            Self::On => "on",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for ValuesOdd {
    fn from(text: &str) -> Self {
        match text {
            "" => Self::Empty,
            "*" => Self::Asterisk,
            "Self" => Self::Self3195,
            "self" => Self::Self1480,
            "a-b" => Self::AB9206,
            "a_b" => Self::AB5902,
            "y" => Self::Y,
            "on" => Self::On,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(ValuesOdd);
