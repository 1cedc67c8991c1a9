// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Defaults`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Presence, UnknownValue, Validate, Violations};

/// The object `Defaults`.
///
/// Schema `Defaults`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Defaults {
    /// The property `legs`.
    ///
    /// Format: `int32`.
    ///
    /// Default: `4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legs: Option<i32>,
    /// The property `big`.
    ///
    /// Format: `uint64`.
    ///
    /// Default: `18446744073709551615`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub big: Option<u64>,
    /// The property `share`.
    ///
    /// Default: `0.5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// The property `whole`.
    ///
    /// Default: `2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<f64>,
    /// The property `chipped`.
    ///
    /// Default: `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chipped: Option<bool>,
    /// The property `greeting`.
    ///
    /// Default: `"hi \"there\""`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greeting: Option<String>,
    /// The property `colour`.
    ///
    /// Default: `"white"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<DefaultsColour>,
    /// The property `orNull`.
    ///
    /// Default: `"something"`.
    #[serde(rename = "orNull", default, skip_serializing_if = "Presence::is_absent")]
    pub or_null: Presence<String>,
}

impl Defaults {
    /// A [`Defaults`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`legs`](Self#structfield.legs).
    #[must_use]
    pub fn with_legs(mut self, legs: i32) -> Self {
        self.legs = Some(legs);
        self
    }

    /// Sets [`big`](Self#structfield.big).
    #[must_use]
    pub fn with_big(mut self, big: u64) -> Self {
        self.big = Some(big);
        self
    }

    /// Sets [`share`](Self#structfield.share).
    #[must_use]
    pub fn with_share(mut self, share: f64) -> Self {
        self.share = Some(share);
        self
    }

    /// Sets [`whole`](Self#structfield.whole).
    #[must_use]
    pub fn with_whole(mut self, whole: f64) -> Self {
        self.whole = Some(whole);
        self
    }

    /// Sets [`chipped`](Self#structfield.chipped).
    #[must_use]
    pub fn with_chipped(mut self, chipped: bool) -> Self {
        self.chipped = Some(chipped);
        self
    }

    /// Sets [`greeting`](Self#structfield.greeting).
    #[must_use]
    pub fn with_greeting(mut self, greeting: impl Into<String>) -> Self {
        self.greeting = Some(greeting.into());
        self
    }

    /// Sets [`colour`](Self#structfield.colour).
    #[must_use]
    pub fn with_colour(mut self, colour: impl Into<DefaultsColour>) -> Self {
        self.colour = Some(colour.into());
        self
    }

    /// Sets [`or_null`](Self#structfield.or_null).
    #[must_use]
    pub fn with_or_null(mut self, or_null: impl Into<String>) -> Self {
        self.or_null = Presence::Present(or_null.into());
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

    /// `legs`, or `4` where it is absent.
    #[must_use]
    pub fn legs_or_default(&self) -> i32 {
        self.legs.unwrap_or(4)
    }

    /// `big`, or `18446744073709551615` where it is absent.
    #[must_use]
    pub fn big_or_default(&self) -> u64 {
        self.big.unwrap_or(18_446_744_073_709_551_615)
    }

    /// `share`, or `0.5` where it is absent.
    #[must_use]
    pub fn share_or_default(&self) -> f64 {
        self.share.unwrap_or(0.5)
    }

    /// `whole`, or `2` where it is absent.
    #[must_use]
    pub fn whole_or_default(&self) -> f64 {
        self.whole.unwrap_or(2.0)
    }

    /// `chipped`, or `false` where it is absent.
    #[must_use]
    pub fn chipped_or_default(&self) -> bool {
        self.chipped.unwrap_or(false)
    }

    /// `greeting`, or `"hi \"there\""` where it is absent.
    #[must_use]
    pub fn greeting_or_default(&self) -> &str {
        self.greeting.as_deref().unwrap_or("hi \"there\"")
    }

    /// `colour`, or `"white"` where it is absent.
    #[must_use]
    pub fn colour_or_default(&self) -> DefaultsColour {
        self.colour.clone().unwrap_or(DefaultsColour::White)
    }

    /// `orNull`, or `"something"` where it is absent.
    #[must_use]
    pub fn or_null_or_default(&self) -> Option<&str> {
        match &self.or_null {
            Presence::Absent => Some("something"),
            Presence::Null => None,
            Presence::Present(value) => Some(value),
        }
    }
}

impl Validate for Defaults {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("colour", &self.colour);
    }
}

/// The values of `DefaultsColour`.
///
/// Default: `"white"`.
///
/// At `/components/schemas/Defaults/properties/colour` of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DefaultsColour {
    /// On the wire: `black`.
    Black,
    /// On the wire: `white`.
    #[default]
    White,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl DefaultsColour {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Black, Self::White];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Black => "black",
            Self::White => "white",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for DefaultsColour {
    fn from(text: &str) -> Self {
        match text {
            "black" => Self::Black,
            "white" => Self::White,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(DefaultsColour);
