// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Vehicle`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::{Car, Truck};

/// One of the types that `Vehicle` may be of.
///
/// The property `type` says which it is.
///
/// Schema `Vehicle`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Vehicle {
    /// [`Car`].
    ///
    /// On the wire: `type` is `car` or `cab`.
    Car(Car),
    /// [`Truck`].
    ///
    /// On the wire: `type` is `Truck`.
    Truck(Truck),
    /// [`VehicleBase`].
    ///
    /// On the wire: `type` is `Vehicle`.
    Vehicle(VehicleBase),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Vehicle {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<Car> for Vehicle {
    fn from(value: Car) -> Self {
        Self::Car(value)
    }
}

impl From<Truck> for Vehicle {
    fn from(value: Truck) -> Self {
        Self::Truck(value)
    }
}

impl From<VehicleBase> for Vehicle {
    fn from(value: VehicleBase) -> Self {
        Self::Vehicle(value)
    }
}

impl Serialize for Vehicle {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Car(value) => value.serialize(serializer),
            Self::Truck(value) => value.serialize(serializer),
            Self::Vehicle(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Vehicle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "type")?;
        match choice.tag() {
            Some("car" | "cab") => choice.only(Self::Car),
            Some("Truck") => choice.only(Self::Truck),
            Some("Vehicle") => choice.only(Self::Vehicle),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => {
                Ok(
                    choice
                        .or(Self::Car)
                        .or(Self::Truck)
                        .or(Self::Vehicle)
                        .or_unknown(Self::Unknown),
                )
            }
        }
    }
}

impl Validate for Vehicle {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Car(value) => Validate::check(value, checker),
            Self::Truck(value) => Validate::check(value, checker),
            Self::Vehicle(value) => Validate::check(value, checker),
            Self::Unknown(value) => checker.unknown_tag("type", value.get()),
        }
    }
}

/// The object `VehicleBase`.
///
/// At `/components/schemas/Vehicle` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VehicleBase {
    /// The property `type`.
    pub r#type: String,
    /// The property `wheels`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wheels: Option<i64>,
    /// The property `tows`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tows: Option<Box<Vehicle>>,
}

impl VehicleBase {
    /// A [`VehicleBase`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: VehicleBaseRequired) -> Self {
        Self {
            r#type: required.r#type,
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

impl Validate for VehicleBase {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("tows", &self.tows);
    }
}

/// What every [`VehicleBase`] has: the argument of [`VehicleBase::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct VehicleBaseRequired {
    /// The property `type`.
    pub r#type: String,
}
