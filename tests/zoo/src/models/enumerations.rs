// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Enumerations`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Presence, UnknownValue, Validate, Violations};

use crate::models::{Awkward, Colour, ColourOrNull, Described};

/// The object `Enumerations`.
///
/// Schema `Enumerations`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Enumerations {
    /// A colour.
    pub colour: Colour,
    /// The property `awkward`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awkward: Option<Awkward>,
    /// The property `described`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub described: Option<Described>,
    /// The property `answer`.
    #[serde(default, skip_serializing_if = "Presence::is_absent")]
    pub answer: Presence<ColourOrNull>,
    /// The property `size`.
    ///
    /// Default: `"small"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<EnumerationsSize>,
    /// The property `list`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<EnumerationsListItem>>,
    /// The property `byColour`.
    #[serde(rename = "byColour", default, skip_serializing_if = "Option::is_none")]
    pub by_colour: Option<Map<Colour, i64>>,
}

impl Enumerations {
    /// A [`Enumerations`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: EnumerationsRequired) -> Self {
        Self {
            colour: required.colour,
            awkward: None,
            described: None,
            answer: Presence::Absent,
            size: None,
            list: None,
            by_colour: None,
        }
    }

    /// Sets [`awkward`](Self#structfield.awkward).
    #[must_use]
    pub fn with_awkward(mut self, awkward: impl Into<Awkward>) -> Self {
        self.awkward = Some(awkward.into());
        self
    }

    /// Sets [`described`](Self#structfield.described).
    #[must_use]
    pub fn with_described(mut self, described: impl Into<Described>) -> Self {
        self.described = Some(described.into());
        self
    }

    /// Sets [`answer`](Self#structfield.answer).
    #[must_use]
    pub fn with_answer(mut self, answer: impl Into<ColourOrNull>) -> Self {
        self.answer = Presence::Present(answer.into());
        self
    }

    /// Sets [`size`](Self#structfield.size).
    #[must_use]
    pub fn with_size(mut self, size: impl Into<EnumerationsSize>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`list`](Self#structfield.list).
    #[must_use]
    pub fn with_list(mut self, list: Vec<EnumerationsListItem>) -> Self {
        self.list = Some(list);
        self
    }

    /// Sets [`by_colour`](Self#structfield.by_colour).
    #[must_use]
    pub fn with_by_colour(mut self, by_colour: Map<Colour, i64>) -> Self {
        self.by_colour = Some(by_colour);
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

    /// `size`, or `"small"` where it is absent.
    #[must_use]
    pub fn size_or_default(&self) -> EnumerationsSize {
        self.size.clone().unwrap_or(EnumerationsSize::Small)
    }
}

impl Validate for Enumerations {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("colour", &self.colour);
        checker.property("awkward", &self.awkward);
        checker.property("described", &self.described);
        checker.property("answer", &self.answer);
        checker.property("size", &self.size);
        checker.property("list", &self.list);
        checker.property("byColour", &self.by_colour);
    }
}

/// What every [`Enumerations`] has: the argument of [`Enumerations::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct EnumerationsRequired {
    /// A colour.
    pub colour: Colour,
}

/// The values of `EnumerationsSize`.
///
/// Default: `"small"`.
///
/// At `/components/schemas/Enumerations/properties/size` of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EnumerationsSize {
    /// On the wire: `small`.
    #[default]
    Small,
    /// On the wire: `large`.
    Large,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl EnumerationsSize {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Small, Self::Large];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Small => "small",
            Self::Large => "large",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for EnumerationsSize {
    fn from(text: &str) -> Self {
        match text {
            "small" => Self::Small,
            "large" => Self::Large,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(EnumerationsSize);

/// The values of `EnumerationsListItem`.
///
/// At `/components/schemas/Enumerations/properties/list/items` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EnumerationsListItem {
    /// On the wire: `x`.
    X,
    /// On the wire: `y`.
    Y,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl EnumerationsListItem {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::X, Self::Y];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::X => "x",
            Self::Y => "y",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for EnumerationsListItem {
    fn from(text: &str) -> Self {
        match text {
            "x" => Self::X,
            "y" => Self::Y,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(EnumerationsListItem);
