// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Scalars`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Base64, Checker, Date, DateTime, Validate, Violations};

/// The object `Scalars`.
///
/// Schema `Scalars`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Scalars {
    /// The property `plain`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plain: Option<String>,
    /// The property `when`.
    ///
    /// Format: `date-time`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<DateTime>,
    /// The property `day`.
    ///
    /// Format: `date`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The property `bytes`.
    ///
    /// Format: `byte`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<Base64>,
    /// The property `uuid`.
    ///
    /// Format: `uuid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    /// The property `made-up`.
    ///
    /// Format: `zebra`.
    #[serde(rename = "made-up", default, skip_serializing_if = "Option::is_none")]
    pub made_up: Option<String>,
    /// The property `integer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integer: Option<i64>,
    /// The property `int32`.
    ///
    /// Format: `int32`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub int32: Option<i32>,
    /// The property `int64`.
    ///
    /// Format: `int64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub int64: Option<i64>,
    /// The property `uint32`.
    ///
    /// Format: `uint32`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uint32: Option<u32>,
    /// The property `uint64`.
    ///
    /// Format: `uint64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uint64: Option<u64>,
    /// The property `number`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<f64>,
    /// The property `float`.
    ///
    /// Format: `float`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub float: Option<f64>,
    /// The property `double`.
    ///
    /// Format: `double`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub double: Option<f64>,
    /// The property `flag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<bool>,
}

impl Scalars {
    /// A [`Scalars`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`plain`](Self#structfield.plain).
    #[must_use]
    pub fn with_plain(mut self, plain: impl Into<String>) -> Self {
        self.plain = Some(plain.into());
        self
    }

    /// Sets [`when`](Self#structfield.when).
    #[must_use]
    pub fn with_when(mut self, when: impl Into<DateTime>) -> Self {
        self.when = Some(when.into());
        self
    }

    /// Sets [`day`](Self#structfield.day).
    #[must_use]
    pub fn with_day(mut self, day: impl Into<Date>) -> Self {
        self.day = Some(day.into());
        self
    }

    /// Sets [`bytes`](Self#structfield.bytes).
    #[must_use]
    pub fn with_bytes(mut self, bytes: impl Into<Base64>) -> Self {
        self.bytes = Some(bytes.into());
        self
    }

    /// Sets [`uuid`](Self#structfield.uuid).
    #[must_use]
    pub fn with_uuid(mut self, uuid: impl Into<String>) -> Self {
        self.uuid = Some(uuid.into());
        self
    }

    /// Sets [`made_up`](Self#structfield.made_up).
    #[must_use]
    pub fn with_made_up(mut self, made_up: impl Into<String>) -> Self {
        self.made_up = Some(made_up.into());
        self
    }

    /// Sets [`integer`](Self#structfield.integer).
    #[must_use]
    pub fn with_integer(mut self, integer: i64) -> Self {
        self.integer = Some(integer);
        self
    }

    /// Sets [`int32`](Self#structfield.int32).
    #[must_use]
    pub fn with_int32(mut self, int32: i32) -> Self {
        self.int32 = Some(int32);
        self
    }

    /// Sets [`int64`](Self#structfield.int64).
    #[must_use]
    pub fn with_int64(mut self, int64: i64) -> Self {
        self.int64 = Some(int64);
        self
    }

    /// Sets [`uint32`](Self#structfield.uint32).
    #[must_use]
    pub fn with_uint32(mut self, uint32: u32) -> Self {
        self.uint32 = Some(uint32);
        self
    }

    /// Sets [`uint64`](Self#structfield.uint64).
    #[must_use]
    pub fn with_uint64(mut self, uint64: u64) -> Self {
        self.uint64 = Some(uint64);
        self
    }

    /// Sets [`number`](Self#structfield.number).
    #[must_use]
    pub fn with_number(mut self, number: f64) -> Self {
        self.number = Some(number);
        self
    }

    /// Sets [`float`](Self#structfield.float).
    #[must_use]
    pub fn with_float(mut self, float: f64) -> Self {
        self.float = Some(float);
        self
    }

    /// Sets [`double`](Self#structfield.double).
    #[must_use]
    pub fn with_double(mut self, double: f64) -> Self {
        self.double = Some(double);
        self
    }

    /// Sets [`flag`](Self#structfield.flag).
    #[must_use]
    pub fn with_flag(mut self, flag: bool) -> Self {
        self.flag = Some(flag);
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
}

impl Validate for Scalars {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("when", &self.when);
        checker.property("day", &self.day);
        checker.property("bytes", &self.bytes);
    }
}
