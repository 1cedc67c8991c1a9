// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Expandable`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use trueform_runtime::{Checker, UnknownValue, Validate, Value, Violations};

use crate::models::{Cat, Fish};

/// One of the types that `Expandable` may be of.
///
/// Schema `Expandable`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Expandable {
    /// A value of `String`.
    ///
    /// Limits: at most 5 characters.
    Text(String),
    /// [`ExpandableObject`].
    Object(ExpandableObject),
    /// A value of none of these types, kept as it came.
    Unknown(UnknownValue<Value>),
}

impl Expandable {
    /// `Text` has at most 5 characters.
    pub const TEXT_MAX_LENGTH: usize = 5;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl From<String> for Expandable {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<ExpandableObject> for Expandable {
    fn from(value: ExpandableObject) -> Self {
        Self::Object(value)
    }
}

impl Serialize for Expandable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(value) => value.serialize(serializer),
            Self::Object(value) => value.serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Expandable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choice = trueform_runtime::choice::read(deserializer)?;
        Ok(choice.or(Self::Text).or(Self::Object).or_unknown(Self::Unknown))
    }
}

impl Validate for Expandable {
    fn check(&self, checker: &mut Checker<'_>) {
        match self {
            Self::Text(value) => {
                Validate::check(value, checker);
                checker.value(value).max_length(Self::TEXT_MAX_LENGTH);
            }
            Self::Object(value) => Validate::check(value, checker),
            Self::Unknown(_) => checker.no_alternative(),
        }
    }
}

/// The types that a value of `ExpandableObject` fits, at least one.
///
/// It is written as one object with the properties of all that are there.
///
/// At `/components/schemas/Expandable/anyOf` of the document.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ExpandableObject {
    /// The value as [`Cat`], where it fits that.
    pub cat: Option<Cat>,
    /// The value as [`Fish`], where it fits that.
    pub fish: Option<Fish>,
    /// The value, where it fits none of them.
    pub unknown: Option<UnknownValue<Value>>,
}

impl ExpandableObject {
    /// A [`ExpandableObject`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cat`](Self#structfield.cat).
    #[must_use]
    pub fn with_cat(mut self, cat: Cat) -> Self {
        self.cat = Some(cat);
        self
    }

    /// Sets [`fish`](Self#structfield.fish).
    #[must_use]
    pub fn with_fish(mut self, fish: Fish) -> Self {
        self.fish = Some(fish);
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

impl Serialize for ExpandableObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        trueform_runtime::any_of::write(
            serializer,
            &[&self.cat, &self.fish, &self.unknown],
        )
    }
}

impl<'de> Deserialize<'de> for ExpandableObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut any = trueform_runtime::any_of::read(deserializer)?;
        let cat = any.candidate();
        let fish = any.candidate();
        Ok(Self {
            cat: any.keep(cat),
            fish: any.keep(fish),
            unknown: any.unknown(),
        })
    }
}

impl Validate for ExpandableObject {
    fn check(&self, checker: &mut Checker<'_>) {
        Validate::check(&self.cat, checker);
        Validate::check(&self.fish, checker);
        checker
            .any_of(&[self.cat.is_some(), self.fish.is_some()], self.unknown.is_some());
    }
}
