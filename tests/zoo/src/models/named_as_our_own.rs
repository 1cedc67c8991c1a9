// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `NamedAsOurOwn`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

/// The types that a value of `NamedAsOurOwn` fits, at least one.
///
/// It is written as one object with the properties of all that are there.
///
/// Schema `NamedAsOurOwn`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct NamedAsOurOwn {
    /// The value as [`NamedAsOurOwnAny`], where it fits that.
    pub any: Option<NamedAsOurOwnAny>,
    /// The value as [`NamedAsOurOwnUnknown`], where it fits that.
    pub unknown: Option<NamedAsOurOwnUnknown>,
    /// The value, where it fits none of them.
    pub unknown_9264: Option<UnknownValue<Value>>,
}

impl NamedAsOurOwn {
    /// A [`NamedAsOurOwn`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`any`](Self#structfield.any).
    #[must_use]
    pub fn with_any(mut self, any: NamedAsOurOwnAny) -> Self {
        self.any = Some(any);
        self
    }

    /// Sets [`unknown`](Self#structfield.unknown).
    #[must_use]
    pub fn with_unknown(mut self, unknown: NamedAsOurOwnUnknown) -> Self {
        self.unknown = Some(unknown);
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

impl Serialize for NamedAsOurOwn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        trueform_runtime::any_of::write(
            serializer,
            &[&self.any, &self.unknown, &self.unknown_9264],
        )
    }
}

impl<'de> Deserialize<'de> for NamedAsOurOwn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut any_9264 = trueform_runtime::any_of::read(deserializer)?;
        let any = any_9264.candidate();
        let unknown = any_9264.candidate();
        Ok(Self {
            any: any_9264.keep(any),
            unknown: any_9264.keep(unknown),
            unknown_9264: any_9264.unknown(),
        })
    }
}

impl Validate for NamedAsOurOwn {
    fn check(&self, checker: &mut Checker<'_>) {
        Validate::check(&self.any, checker);
        Validate::check(&self.unknown, checker);
        checker
            .any_of(
                &[self.any.is_some(), self.unknown.is_some()],
                self.unknown_9264.is_some(),
            );
    }
}

/// Any
///
/// At `/components/schemas/NamedAsOurOwn/anyOf/0` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamedAsOurOwnAny {
    /// The property `age`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<i64>,
}

impl NamedAsOurOwnAny {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for NamedAsOurOwnAny {
    fn check(&self, _: &mut Checker<'_>) {}
}

/// Unknown
///
/// At `/components/schemas/NamedAsOurOwn/anyOf/1` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NamedAsOurOwnUnknown {
    /// The property `lives`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lives: Option<i64>,
}

impl NamedAsOurOwnUnknown {
    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for NamedAsOurOwnUnknown {
    fn check(&self, _: &mut Checker<'_>) {}
}
