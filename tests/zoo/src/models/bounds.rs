// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Bounds`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Base64, Checker, DateTime, Map, Pattern, Presence, Validate, Violations};

use crate::models::{Code, Codes, Percent, Strict};

static BOUNDS_DIGITS_PATTERN: Pattern = Pattern::new(
    r"^\d+\/\w$",
    "^[0-9]+/[0-9A-Za-z_]$",
);

static BOUNDS_KEYS_KEY_PATTERN: Pattern = Pattern::new("^[a-z]*$", "^[a-z]*$");

/// The object `Bounds`.
///
/// Schema `Bounds`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Bounds {
    /// The property `code`.
    ///
    /// Limits: matches `^[A-Z]{3}$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The property `codes`.
    ///
    /// Limits: at least 1 item, each item: matches `^[A-Z]{3}$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<Codes>,
    /// The property `percent`.
    ///
    /// Limits: at least 0, at most 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// The property `title`.
    ///
    /// Limits: at least 2 characters, at most 4 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The property `digits`.
    ///
    /// Limits: matches `^\d+\/\w$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digits: Option<String>,
    /// The property `count`.
    ///
    /// Limits: at least 1, at most 99.
    ///
    /// Format: `int32`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
    /// The property `even`.
    ///
    /// Limits: a multiple of 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub even: Option<i64>,
    /// The property `above`.
    ///
    /// Limits: more than 5.
    ///
    /// Format: `int64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<i64>,
    /// The property `unsigned`.
    ///
    /// Limits: at most 10.
    ///
    /// Format: `uint64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsigned: Option<u64>,
    /// The property `share`.
    ///
    /// Limits: at least 0, less than 1, a multiple of 0.25.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// The property `lines`.
    ///
    /// Limits: at least 1 item, at most 3 items, each item: at most 2 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<String>>,
    /// The property `unique`.
    ///
    /// Limits: no two items are equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique: Option<Vec<String>>,
    /// The property `matrix`.
    ///
    /// Limits: at most 2 items, each item: at most 2 items, each item: each item: at least 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matrix: Option<Vec<Vec<f64>>>,
    /// The property `labels`.
    ///
    /// Limits: at least 1 property, at most 2 properties, each value: at least 2 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<Map<String, String>>,
    /// The property `keys`.
    ///
    /// Limits: each key: at most 2 characters, each key: matches `^[a-z]*$`, each value: at most 9.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<Map<String, i64>>,
    /// The property `shelves`.
    ///
    /// Limits: each value: at most 1 item, each value: each item: matches `^[A-Z]{3}$`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelves: Option<Map<String, Vec<Code>>>,
    /// The property `note`.
    ///
    /// Limits: at most 2 characters.
    #[serde(default, skip_serializing_if = "Presence::is_absent")]
    pub note: Presence<String>,
    /// The property `notes`.
    ///
    /// Limits: at most 1 item, each item: at most 2 characters.
    #[serde(default, skip_serializing_if = "Presence::is_absent")]
    pub notes: Presence<Vec<Option<String>>>,
    /// The property `when`.
    ///
    /// Limits: at most 20 characters.
    ///
    /// Format: `date-time`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<DateTime>,
    /// The property `raw`.
    ///
    /// Limits: at most 4 characters.
    ///
    /// Format: `byte`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Base64>,
    /// The property `strict`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strict: Option<Strict>,
}

impl Bounds {
    /// `title` has at least 2 characters.
    pub const TITLE_MIN_LENGTH: usize = 2;

    /// `title` has at most 4 characters.
    pub const TITLE_MAX_LENGTH: usize = 4;

    /// `digits` matches `^\d+\/\w$`.
    pub const DIGITS_PATTERN: &'static str = r"^\d+\/\w$";

    /// `count` is at least 1.
    pub const COUNT_MINIMUM: i32 = 1;

    /// `count` is at most 99.
    pub const COUNT_MAXIMUM: i32 = 99;

    /// `even` is a multiple of 2.
    pub const EVEN_MULTIPLE_OF: i64 = 2;

    /// `above` is more than 5.
    pub const ABOVE_EXCLUSIVE_MINIMUM: i64 = 5;

    /// `unsigned` is at most 10.
    pub const UNSIGNED_MAXIMUM: u64 = 10;

    /// `share` is at least 0.
    pub const SHARE_MINIMUM: f64 = 0.0;

    /// `share` is less than 1.
    pub const SHARE_EXCLUSIVE_MAXIMUM: f64 = 1.0;

    /// `share` is a multiple of 0.25.
    pub const SHARE_MULTIPLE_OF: f64 = 0.25;

    /// `lines` has at least 1 item.
    pub const LINES_MIN_ITEMS: usize = 1;

    /// `lines` has at most 3 items.
    pub const LINES_MAX_ITEMS: usize = 3;

    /// An item of `lines` has at most 2 characters.
    pub const LINES_ITEM_MAX_LENGTH: usize = 2;

    /// `matrix` has at most 2 items.
    pub const MATRIX_MAX_ITEMS: usize = 2;

    /// An item of `matrix` has at most 2 items.
    pub const MATRIX_ITEM_MAX_ITEMS: usize = 2;

    /// An item of an item of `matrix` is at least 0.
    pub const MATRIX_ITEM_ITEM_MINIMUM: f64 = 0.0;

    /// `labels` has at least 1 property.
    pub const LABELS_MIN_PROPERTIES: usize = 1;

    /// `labels` has at most 2 properties.
    pub const LABELS_MAX_PROPERTIES: usize = 2;

    /// A value of `labels` has at least 2 characters.
    pub const LABELS_VALUE_MIN_LENGTH: usize = 2;

    /// A key of `keys` has at most 2 characters.
    pub const KEYS_KEY_MAX_LENGTH: usize = 2;

    /// A key of `keys` matches `^[a-z]*$`.
    pub const KEYS_KEY_PATTERN: &'static str = "^[a-z]*$";

    /// A value of `keys` is at most 9.
    pub const KEYS_VALUE_MAXIMUM: i64 = 9;

    /// A value of `shelves` has at most 1 item.
    pub const SHELVES_VALUE_MAX_ITEMS: usize = 1;

    /// `note` has at most 2 characters.
    pub const NOTE_MAX_LENGTH: usize = 2;

    /// `notes` has at most 1 item.
    pub const NOTES_MAX_ITEMS: usize = 1;

    /// An item of `notes` has at most 2 characters.
    pub const NOTES_ITEM_MAX_LENGTH: usize = 2;

    /// `when` has at most 20 characters.
    pub const WHEN_MAX_LENGTH: usize = 20;

    /// `raw` has at most 4 characters.
    pub const RAW_MAX_LENGTH: usize = 4;

    /// A [`Bounds`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`code`](Self#structfield.code).
    #[must_use]
    pub fn with_code(mut self, code: impl Into<Code>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets [`codes`](Self#structfield.codes).
    #[must_use]
    pub fn with_codes(mut self, codes: Codes) -> Self {
        self.codes = Some(codes);
        self
    }

    /// Sets [`percent`](Self#structfield.percent).
    #[must_use]
    pub fn with_percent(mut self, percent: Percent) -> Self {
        self.percent = Some(percent);
        self
    }

    /// Sets [`title`](Self#structfield.title).
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets [`digits`](Self#structfield.digits).
    #[must_use]
    pub fn with_digits(mut self, digits: impl Into<String>) -> Self {
        self.digits = Some(digits.into());
        self
    }

    /// Sets [`count`](Self#structfield.count).
    #[must_use]
    pub fn with_count(mut self, count: i32) -> Self {
        self.count = Some(count);
        self
    }

    /// Sets [`even`](Self#structfield.even).
    #[must_use]
    pub fn with_even(mut self, even: i64) -> Self {
        self.even = Some(even);
        self
    }

    /// Sets [`above`](Self#structfield.above).
    #[must_use]
    pub fn with_above(mut self, above: i64) -> Self {
        self.above = Some(above);
        self
    }

    /// Sets [`unsigned`](Self#structfield.unsigned).
    #[must_use]
    pub fn with_unsigned(mut self, unsigned: u64) -> Self {
        self.unsigned = Some(unsigned);
        self
    }

    /// Sets [`share`](Self#structfield.share).
    #[must_use]
    pub fn with_share(mut self, share: f64) -> Self {
        self.share = Some(share);
        self
    }

    /// Sets [`lines`](Self#structfield.lines).
    #[must_use]
    pub fn with_lines(mut self, lines: Vec<String>) -> Self {
        self.lines = Some(lines);
        self
    }

    /// Sets [`unique`](Self#structfield.unique).
    #[must_use]
    pub fn with_unique(mut self, unique: Vec<String>) -> Self {
        self.unique = Some(unique);
        self
    }

    /// Sets [`matrix`](Self#structfield.matrix).
    #[must_use]
    pub fn with_matrix(mut self, matrix: Vec<Vec<f64>>) -> Self {
        self.matrix = Some(matrix);
        self
    }

    /// Sets [`labels`](Self#structfield.labels).
    #[must_use]
    pub fn with_labels(mut self, labels: Map<String, String>) -> Self {
        self.labels = Some(labels);
        self
    }

    /// Sets [`keys`](Self#structfield.keys).
    #[must_use]
    pub fn with_keys(mut self, keys: Map<String, i64>) -> Self {
        self.keys = Some(keys);
        self
    }

    /// Sets [`shelves`](Self#structfield.shelves).
    #[must_use]
    pub fn with_shelves(mut self, shelves: Map<String, Vec<Code>>) -> Self {
        self.shelves = Some(shelves);
        self
    }

    /// Sets [`note`](Self#structfield.note).
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Presence::Present(note.into());
        self
    }

    /// Sets [`notes`](Self#structfield.notes).
    #[must_use]
    pub fn with_notes(mut self, notes: Vec<Option<String>>) -> Self {
        self.notes = Presence::Present(notes);
        self
    }

    /// Sets [`when`](Self#structfield.when).
    #[must_use]
    pub fn with_when(mut self, when: impl Into<DateTime>) -> Self {
        self.when = Some(when.into());
        self
    }

    /// Sets [`raw`](Self#structfield.raw).
    #[must_use]
    pub fn with_raw(mut self, raw: impl Into<Base64>) -> Self {
        self.raw = Some(raw.into());
        self
    }

    /// Sets [`strict`](Self#structfield.strict).
    #[must_use]
    pub fn with_strict(mut self, strict: Strict) -> Self {
        self.strict = Some(strict);
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

impl Validate for Bounds {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("code", &self.code).pattern(&crate::models::CODE_PATTERN);
        checker
            .property("codes", &self.codes)
            .min_items(crate::models::CODES_MIN_ITEMS)
            .each(|inner| {
                inner.pattern(&crate::models::CODE_PATTERN);
            });
        checker
            .property("percent", &self.percent)
            .minimum(crate::models::PERCENT_MINIMUM)
            .maximum(crate::models::PERCENT_MAXIMUM);
        checker
            .property("title", &self.title)
            .min_length(Self::TITLE_MIN_LENGTH)
            .max_length(Self::TITLE_MAX_LENGTH);
        checker.property("digits", &self.digits).pattern(&BOUNDS_DIGITS_PATTERN);
        checker
            .property("count", &self.count)
            .minimum(Self::COUNT_MINIMUM)
            .maximum(Self::COUNT_MAXIMUM);
        checker.property("even", &self.even).multiple_of(Self::EVEN_MULTIPLE_OF);
        checker
            .property("above", &self.above)
            .exclusive_minimum(Self::ABOVE_EXCLUSIVE_MINIMUM);
        checker.property("unsigned", &self.unsigned).maximum(Self::UNSIGNED_MAXIMUM);
        checker
            .property("share", &self.share)
            .minimum(Self::SHARE_MINIMUM)
            .exclusive_maximum(Self::SHARE_EXCLUSIVE_MAXIMUM)
            .multiple_of(Self::SHARE_MULTIPLE_OF);
        checker
            .property("lines", &self.lines)
            .min_items(Self::LINES_MIN_ITEMS)
            .max_items(Self::LINES_MAX_ITEMS)
            .each(|inner| {
                inner.max_length(Self::LINES_ITEM_MAX_LENGTH);
            });
        checker.property("unique", &self.unique).unique_items();
        checker
            .property("matrix", &self.matrix)
            .max_items(Self::MATRIX_MAX_ITEMS)
            .each(|inner| {
                inner
                    .max_items(Self::MATRIX_ITEM_MAX_ITEMS)
                    .each(|inner| {
                        inner.minimum(Self::MATRIX_ITEM_ITEM_MINIMUM);
                    });
            });
        checker
            .property("labels", &self.labels)
            .min_properties(Self::LABELS_MIN_PROPERTIES)
            .max_properties(Self::LABELS_MAX_PROPERTIES)
            .each_value(|inner| {
                inner.min_length(Self::LABELS_VALUE_MIN_LENGTH);
            });
        checker
            .property("keys", &self.keys)
            .each_key(|inner| {
                inner
                    .max_length(Self::KEYS_KEY_MAX_LENGTH)
                    .pattern(&BOUNDS_KEYS_KEY_PATTERN);
            })
            .each_value(|inner| {
                inner.maximum(Self::KEYS_VALUE_MAXIMUM);
            });
        checker
            .property("shelves", &self.shelves)
            .each_value(|inner| {
                inner
                    .max_items(Self::SHELVES_VALUE_MAX_ITEMS)
                    .each(|inner| {
                        inner.pattern(&crate::models::CODE_PATTERN);
                    });
            });
        checker.property("note", &self.note).max_length(Self::NOTE_MAX_LENGTH);
        checker
            .property("notes", &self.notes)
            .max_items(Self::NOTES_MAX_ITEMS)
            .each(|inner| {
                inner.max_length(Self::NOTES_ITEM_MAX_LENGTH);
            });
        checker.property("when", &self.when).max_length(Self::WHEN_MAX_LENGTH);
        checker.property("raw", &self.raw).max_length(Self::RAW_MAX_LENGTH);
        checker.property("strict", &self.strict);
    }
}
