// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Tenant`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::{Cat, Fish, Snake};

/// Who lives in a house.
///
/// The property `kind` says which it is.
///
/// Schema `Tenant`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tenant {
    /// [`Cat`].
    ///
    /// On the wire: `kind` is `cat` or `tom`.
    Cat(Cat),
    /// [`Fish`].
    ///
    /// On the wire: `kind` is `fish`.
    Fish(Fish),
    /// [`Snake`].
    ///
    /// On the wire: `kind` is `adder`.
    Adder(Snake),
    /// [`Snake`].
    ///
    /// On the wire: `kind` is `boa`.
    Boa(Snake),
    /// [`TenantBird`].
    ///
    /// On the wire: `kind` is `owl` or `hen`.
    Bird(TenantBird),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Tenant {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<Cat> for Tenant {
    fn from(value: Cat) -> Self {
        Self::Cat(value)
    }
}

impl From<Fish> for Tenant {
    fn from(value: Fish) -> Self {
        Self::Fish(value)
    }
}

impl From<TenantBird> for Tenant {
    fn from(value: TenantBird) -> Self {
        Self::Bird(value)
    }
}

impl Serialize for Tenant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Cat(value) => value.serialize(serializer),
            Self::Fish(value) => {
                trueform_runtime::choice::tagged(serializer, "kind", "fish", value)
            }
            Self::Adder(value) => {
                trueform_runtime::choice::tagged(serializer, "kind", "adder", value)
            }
            Self::Boa(value) => {
                trueform_runtime::choice::tagged(serializer, "kind", "boa", value)
            }
            Self::Bird(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Tenant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read_tagged(deserializer, "kind")?;
        match choice.tag() {
            Some("cat" | "tom") => choice.only(Self::Cat),
            Some("fish") => choice.only(Self::Fish),
            Some("adder") => choice.only(Self::Adder),
            Some("boa") => choice.only(Self::Boa),
            Some("owl" | "hen") => choice.only(Self::Bird),
            Some(_) => Ok(choice.unknown(Self::Unknown)),
            None => {
                Ok(
                    choice
                        .or(Self::Cat)
                        .or(Self::Fish)
                        .or(Self::Adder)
                        .or(Self::Boa)
                        .or(Self::Bird)
                        .or_unknown(Self::Unknown),
                )
            }
        }
    }
}

impl Validate for Tenant {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Cat(value) => Validate::check(value, checker),
            Self::Fish(value) => Validate::check(value, checker),
            Self::Adder(value) => Validate::check(value, checker),
            Self::Boa(value) => Validate::check(value, checker),
            Self::Bird(value) => Validate::check(value, checker),
            Self::Unknown(value) => checker.unknown_tag("kind", value.get()),
        }
    }
}

/// Bird
///
/// At `/components/schemas/Tenant/oneOf/3` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TenantBird {
    /// The property `kind`.
    pub kind: TenantBirdKind,
}

impl TenantBird {
    /// A [`TenantBird`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: TenantBirdRequired) -> Self {
        Self { kind: required.kind }
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

impl Validate for TenantBird {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("kind", &self.kind);
    }
}

/// What every [`TenantBird`] has: the argument of [`TenantBird::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct TenantBirdRequired {
    /// The property `kind`.
    pub kind: TenantBirdKind,
}

/// The values of `TenantBirdKind`.
///
/// At `/components/schemas/Tenant/oneOf/3/properties/kind` of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TenantBirdKind {
    /// On the wire: `owl`.
    Owl,
    /// On the wire: `hen`.
    Hen,
    /// A value that this version of the crate does not know, kept as it came.
    Unknown(UnknownValue),
}

impl TenantBirdKind {
    /// Every value that the document states, in its order.
    pub const VALUES: &'static [Self] = &[Self::Owl, Self::Hen];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Owl => "owl",
            Self::Hen => "hen",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

impl From<&str> for TenantBirdKind {
    fn from(text: &str) -> Self {
        match text {
            "owl" => Self::Owl,
            "hen" => Self::Hen,
            unknown => Self::Unknown(UnknownValue::new(unknown)),
        }
    }
}

trueform_runtime::open_enum!(TenantBirdKind);
