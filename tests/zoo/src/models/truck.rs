// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Truck`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Vehicle;

/// The object `Truck`.
///
/// Schema `Truck`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Truck {
    /// The property `type`.
    pub r#type: String,
    /// The property `wheels`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wheels: Option<i64>,
    /// The property `tows`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tows: Option<Box<Vehicle>>,
    /// The property `load`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<f64>,
}

impl Truck {
    /// A [`Truck`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: TruckRequired) -> Self {
        Self {
            r#type: required.r#type,
            wheels: None,
            tows: None,
            load: None,
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

    /// Sets [`load`](Self#structfield.load).
    #[must_use]
    pub fn with_load(mut self, load: f64) -> Self {
        self.load = Some(load);
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

impl Validate for Truck {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tows", &self.tows);
    }
}

/// What every [`Truck`] has: the argument of [`Truck::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct TruckRequired {
    /// The property `type`.
    pub r#type: String,
}
