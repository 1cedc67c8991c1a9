// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! At `/paths/~1inline/post/requestBody/content/application~1json/schema` of the document.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Pattern, UnknownValue, Validate, Violations};

/// The object `InlineSchemasBody`.
///
/// At `/paths/~1inline/post/requestBody/content/application~1json/schema` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InlineSchemasBody {
    /// The property `lines`.
    ///
    /// Limits: at least 1 item.
    pub lines: Vec<InlineSchemasBodyLinesItem>,
    /// The property `to`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<InlineSchemasBodyTo>,
}

impl InlineSchemasBody {
    /// `lines` has at least 1 item.
    pub const LINES_MIN_ITEMS: usize = 1;

    /// A [`InlineSchemasBody`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: InlineSchemasBodyRequired) -> Self {
        Self {
            lines: required.lines,
            to: None,
        }
    }

    /// Sets [`to`](Self#structfield.to).
    #[must_use]
    pub fn with_to(mut self, to: InlineSchemasBodyTo) -> Self {
        self.to = Some(to);
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

impl Validate for InlineSchemasBody {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("lines", &self.lines).min_items(Self::LINES_MIN_ITEMS);
    }
}

/// What every [`InlineSchemasBody`] has: the argument of [`InlineSchemasBody::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct InlineSchemasBodyRequired {
    /// The property `lines`.
    ///
    /// Limits: at least 1 item.
    pub lines: Vec<InlineSchemasBodyLinesItem>,
}

static INLINE_SCHEMAS_BODY_LINES_ITEM_SKU_PATTERN: Pattern = Pattern::new(
    "^[A-Z]+$",
    "^[A-Z]+$",
);

/// The object `InlineSchemasBodyLinesItem`.
///
/// At `/paths/~1inline/post/requestBody/content/application~1json/schema/properties/lines/items` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InlineSchemasBodyLinesItem {
    /// The property `sku`.
    ///
    /// Limits: matches `^[A-Z]+$`.
    pub sku: String,
    /// The property `unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<InlineSchemasBodyLinesItemUnit>,
}

impl InlineSchemasBodyLinesItem {
    /// `sku` matches `^[A-Z]+$`.
    pub const SKU_PATTERN: &'static str = "^[A-Z]+$";

    /// A [`InlineSchemasBodyLinesItem`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: InlineSchemasBodyLinesItemRequired) -> Self {
        Self {
            sku: required.sku,
            unit: None,
        }
    }

    /// Sets [`unit`](Self#structfield.unit).
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<InlineSchemasBodyLinesItemUnit>) -> Self {
        self.unit = Some(unit.into());
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

impl Validate for InlineSchemasBodyLinesItem {
    fn check(&self, checker: &mut Checker<'_>) {
        checker
            .property("sku", &self.sku)
            .pattern(&INLINE_SCHEMAS_BODY_LINES_ITEM_SKU_PATTERN);
        checker.property("unit", &self.unit);
    }
}

/// What every [`InlineSchemasBodyLinesItem`] has: the argument of [`InlineSchemasBodyLinesItem::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct InlineSchemasBodyLinesItemRequired {
    /// The property `sku`.
    ///
    /// Limits: matches `^[A-Z]+$`.
    pub sku: String,
}

/// The values of `InlineSchemasBodyLinesItemUnit`.
///
/// At `/paths/~1inline/post/requestBody/content/application~1json/schema/properties/lines/items/properties/unit` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum InlineSchemasBodyLinesItemUnit {
    /// On the wire: `piece`.
    Piece,
    /// On the wire: `box`.
    Box,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl InlineSchemasBodyLinesItemUnit {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Piece, Self::Box];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Piece => "piece",
            Self::Box => "box",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for InlineSchemasBodyLinesItemUnit {
    fn from(text: &str) -> Self {
        match text {
            "piece" => Self::Piece,
            "box" => Self::Box,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(InlineSchemasBodyLinesItemUnit);

/// The object `InlineSchemasBodyTo`.
///
/// At `/paths/~1inline/post/requestBody/content/application~1json/schema/properties/to` of the document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InlineSchemasBodyTo {
    /// The property `street`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
}

impl InlineSchemasBodyTo {
    /// A [`InlineSchemasBodyTo`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`street`](Self#structfield.street).
    #[must_use]
    pub fn with_street(mut self, street: impl Into<String>) -> Self {
        self.street = Some(street.into());
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

impl Validate for InlineSchemasBodyTo {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// The object `InlineSchemasSuccessReply`.
///
/// At `/paths/~1inline/post/responses/2XX/content/application~1json/schema` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InlineSchemasSuccessReply {
    /// The property `total`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<InlineSchemasSuccessReplyTotal>,
}

impl InlineSchemasSuccessReply {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for InlineSchemasSuccessReply {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("total", &self.total);
    }
}

/// The object `InlineSchemasSuccessReplyTotal`.
///
/// At `/paths/~1inline/post/responses/2XX/content/application~1json/schema/properties/total` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InlineSchemasSuccessReplyTotal {
    /// The property `amount`.
    ///
    /// Limits: at least 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
}

impl InlineSchemasSuccessReplyTotal {
    /// `amount` is at least 0.
    pub const AMOUNT_MINIMUM: f64 = 0.0;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for InlineSchemasSuccessReplyTotal {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("amount", &self.amount).minimum(Self::AMOUNT_MINIMUM);
    }
}

/// The object `InlineSchemasServerErrorReply`.
///
/// At `/paths/~1inline/post/responses/5XX/content/application~1json/schema` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct InlineSchemasServerErrorReply {
    /// The property `why`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl InlineSchemasServerErrorReply {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for InlineSchemasServerErrorReply {
    fn check(&self, _: &mut Checker<'_>) {}
}
