// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Overriding`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, UnknownValue, Validate, Violations};

/// The object `Overriding`.
///
/// Schema `Overriding`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Overriding {
    /// The property `id`.
    pub id: String,
    /// The property `size`.
    ///
    /// Limits: at least 1, at most 9.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// The property `kind`.
    pub kind: OverridingKind,
}

impl Overriding {
    /// `size` is at least 1.
    pub const SIZE_MINIMUM: i64 = 1;

    /// `size` is at most 9.
    pub const SIZE_MAXIMUM: i64 = 9;

    /// A [`Overriding`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: OverridingRequired) -> Self {
        Self {
            id: required.id,
            kind: required.kind,
            size: None,
        }
    }

    /// Sets [`size`](Self#structfield.size).
    #[must_use]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
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

impl Validate for Overriding {
    fn check(&self, checker: &mut Checker<'_>) {
        checker
            .property("size", &self.size)
            .minimum(Self::SIZE_MINIMUM)
            .maximum(Self::SIZE_MAXIMUM);
        checker.property("kind", &self.kind);
    }
}

/// What every [`Overriding`] has: the argument of [`Overriding::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct OverridingRequired {
    /// The property `id`.
    pub id: String,
    /// The property `kind`.
    pub kind: OverridingKind,
}

/// The values of `OverridingKind`.
///
/// At `/components/schemas/Overriding/allOf/1/properties/kind` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OverridingKind {
    /// On the wire: `big`.
    Big,
    /// On the wire: `small`.
    Small,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl OverridingKind {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Big, Self::Small];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Big => "big",
            Self::Small => "small",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for OverridingKind {
    fn from(text: &str) -> Self {
        match text {
            "big" => Self::Big,
            "small" => Self::Small,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(OverridingKind);
