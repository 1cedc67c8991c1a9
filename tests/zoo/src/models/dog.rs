// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Dog`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Colour;

/// An animal that barks.
///
/// Schema `Dog`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Dog {
    /// The property `id`.
    ///
    /// Only received: what a caller sends here is ignored.
    ///
    /// Format: `int64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The property `name`.
    ///
    /// Example: `"Rex"`
    ///
    /// Limits: at least 1 character.
    pub name: String,
    /// The property `password`.
    ///
    /// Only sent: no reply holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// The property `nick`.
    #[deprecated = "the document of the API deprecates it"]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nick: Option<String>,
    /// A colour.
    pub colour: Colour,
    /// The property `breed`.
    ///
    /// Limits: at least 3 characters.
    pub breed: String,
    /// The property `loud`.
    ///
    /// Default: `true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loud: Option<bool>,
}

impl Dog {
    /// `name` has at least 1 character.
    pub const NAME_MIN_LENGTH: usize = 1;

    /// `breed` has at least 3 characters.
    pub const BREED_MIN_LENGTH: usize = 3;

    /// A [`Dog`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: DogRequired) -> Self {
        Self {
            name: required.name,
            colour: required.colour,
            breed: required.breed,
            id: None,
            password: None,
            nick: None,
            loud: None,
        }
    }

    /// Sets [`id`](Self#structfield.id).
    #[must_use]
    pub fn with_id(mut self, id: i64) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets [`password`](Self#structfield.password).
    #[must_use]
    pub fn with_password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Sets [`nick`](Self#structfield.nick).
    #[deprecated = "the document of the API deprecates it"]
    #[must_use]
    pub fn with_nick(mut self, nick: impl Into<String>) -> Self {
        self.nick = Some(nick.into());
        self
    }

    /// Sets [`loud`](Self#structfield.loud).
    #[must_use]
    pub fn with_loud(mut self, loud: bool) -> Self {
        self.loud = Some(loud);
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

    /// `loud`, or `true` where it is absent.
    #[must_use]
    pub fn loud_or_default(&self) -> bool {
        self.loud.unwrap_or(true)
    }
}

impl Validate for Dog {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("name", &self.name).min_length(Self::NAME_MIN_LENGTH);
        checker.property("colour", &self.colour);
        checker.property("breed", &self.breed).min_length(Self::BREED_MIN_LENGTH);
    }
}

/// What every [`Dog`] has: the argument of [`Dog::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct DogRequired {
    /// The property `name`.
    ///
    /// Example: `"Rex"`
    ///
    /// Limits: at least 1 character.
    pub name: String,
    /// A colour.
    pub colour: Colour,
    /// The property `breed`.
    ///
    /// Limits: at least 3 characters.
    pub breed: String,
}
