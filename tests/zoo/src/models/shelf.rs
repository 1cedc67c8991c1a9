// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Shelf`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Presence, Validate, Violations};

use crate::models::{Either, Moment, Tenant, Vehicle};

/// The object `Shelf`.
///
/// Schema `Shelf`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Shelf {
    /// Who lives in a house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<Tenant>,
    /// The property `tenants`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenants: Option<Vec<Tenant>>,
    /// The property `vehicle`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vehicle: Option<Vehicle>,
    /// The property `either`.
    #[serde(default, skip_serializing_if = "Presence::is_absent")]
    pub either: Presence<Either>,
    /// The property `moment`.
    #[serde(default, skip_serializing_if = "Presence::is_absent")]
    pub moment: Presence<Moment>,
}

impl Shelf {
    /// A [`Shelf`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`tenant`](Self#structfield.tenant).
    #[must_use]
    pub fn with_tenant(mut self, tenant: impl Into<Tenant>) -> Self {
        self.tenant = Some(tenant.into());
        self
    }

    /// Sets [`tenants`](Self#structfield.tenants).
    #[must_use]
    pub fn with_tenants(mut self, tenants: Vec<Tenant>) -> Self {
        self.tenants = Some(tenants);
        self
    }

    /// Sets [`vehicle`](Self#structfield.vehicle).
    #[must_use]
    pub fn with_vehicle(mut self, vehicle: impl Into<Vehicle>) -> Self {
        self.vehicle = Some(vehicle.into());
        self
    }

    /// Sets [`either`](Self#structfield.either).
    #[must_use]
    pub fn with_either(mut self, either: impl Into<Either>) -> Self {
        self.either = Presence::Present(either.into());
        self
    }

    /// Sets [`moment`](Self#structfield.moment).
    #[must_use]
    pub fn with_moment(mut self, moment: impl Into<Moment>) -> Self {
        self.moment = Presence::Present(moment.into());
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

impl Validate for Shelf {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tenant", &self.tenant);
        checker.property("tenants", &self.tenants);
        checker.property("vehicle", &self.vehicle);
        checker.property("either", &self.either);
        checker.property("moment", &self.moment);
    }
}
