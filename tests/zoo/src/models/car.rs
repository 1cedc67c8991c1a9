// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Car`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Vehicle;

/// The object `Car`.
///
/// Schema `Car`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Car {
    /// The property `type`.
    pub r#type: String,
    /// The property `wheels`.
    ///
    /// Limits: at most 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wheels: Option<i64>,
    /// The property `tows`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tows: Option<Box<Vehicle>>,
    /// The property `seats`.
    pub seats: i64,
}

impl Car {
    /// `wheels` is at most 4.
    pub const WHEELS_MAXIMUM: i64 = 4;

    /// A [`Car`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: CarRequired) -> Self {
        Self {
            r#type: required.r#type,
            seats: required.seats,
            wheels: None,
            tows: None,
        }
    }

    /// Sets [`wheels`](Self#structfield.wheels).
    #[must_use]
    pub fn with_wheels(mut self, wheels: i64) -> Self {
        self.wheels = Some(wheels);
        self
    }

    /// Sets [`tows`](Self#structfield.tows).
    #[must_use]
    pub fn with_tows(mut self, tows: impl Into<Vehicle>) -> Self {
        self.tows = Some(Box::new(tows.into()));
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

impl Validate for Car {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("wheels", &self.wheels).maximum(Self::WHEELS_MAXIMUM);
        checker.property("tows", &self.tows);
    }
}

/// What every [`Car`] has: the argument of [`Car::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct CarRequired {
    /// The property `type`.
    pub r#type: String,
    /// The property `seats`.
    pub seats: i64,
}
