// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Wanted`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::{ByAge, ByKind};

/// The types that a value of `Wanted` fits, at least one.
///
/// It is written as one object with the properties of all that are there.
///
/// Schema `Wanted`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Wanted {
    /// The value as [`ByAge`], where it fits that.
    pub by_age: Option<ByAge>,
    /// The value as [`ByKind`], where it fits that.
    pub by_kind: Option<ByKind>,
    /// The value, where it fits none of them.
    pub unknown: Option<UnknownValue<Value>>,
}

impl Wanted {
    /// A [`Wanted`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`by_age`](Self#structfield.by_age).
    #[must_use]
    pub fn with_by_age(mut self, by_age: ByAge) -> Self {
        self.by_age = Some(by_age);
        self
    }

    /// Sets [`by_kind`](Self#structfield.by_kind).
    #[must_use]
    pub fn with_by_kind(mut self, by_kind: ByKind) -> Self {
        self.by_kind = Some(by_kind);
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

impl Serialize for Wanted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        trueform_runtime::any_of::write(
            serializer,
            &[&self.by_age, &self.by_kind, &self.unknown],
        )
    }
}

impl<'de> Deserialize<'de> for Wanted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut any = trueform_runtime::any_of::read(deserializer)?;
        let by_age = any.candidate();
        let by_kind = any.candidate();
        Ok(Self {
            by_age: any.keep(by_age),
            by_kind: any.keep(by_kind),
            unknown: any.unknown(),
        })
    }
}

impl Validate for Wanted {
    fn check(&self, checker: &mut Checker<'_>) {
        Validate::check(&self.by_age, checker);
        Validate::check(&self.by_kind, checker);
        checker
            .any_of(
                &[self.by_age.is_some(), self.by_kind.is_some()],
                self.unknown.is_some(),
            );
    }
}
