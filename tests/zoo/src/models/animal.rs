// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Animal`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::Colour;

/// An animal
///
/// Somebody who lives here.
///
/// All about animals: <https://zoo.example/animals>
///
/// Schema `Animal`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Animal {
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
    /// The property `nick`.
    #[deprecated = "the document of the API deprecates it"]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nick: Option<String>,
    /// A colour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
}

impl Animal {
    /// `name` has at least 1 character.
    pub const NAME_MIN_LENGTH: usize = 1;

    /// Holds the value against every bound that the document states.
    ///
    /// # Errors
    ///
    /// All bounds that are broken, each with a JSON pointer.
    pub fn validate(&self) -> Result<(), Violations> {
        trueform_runtime::validate(self)
    }
}

impl Validate for Animal {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("name", &self.name).min_length(Self::NAME_MIN_LENGTH);
        checker.property("colour", &self.colour);
    }
}

/// An animal
///
/// Somebody who lives here.
///
/// All about animals: <https://zoo.example/animals>
///
/// What is sent; at `/components/schemas/Animal` of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AnimalInput {
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
}

impl AnimalInput {
    /// `name` has at least 1 character.
    pub const NAME_MIN_LENGTH: usize = 1;

    /// A [`AnimalInput`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: AnimalInputRequired) -> Self {
        Self {
            name: required.name,
            password: None,
            nick: None,
            colour: None,
        }
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

    /// Sets [`colour`](Self#structfield.colour).
    #[must_use]
    pub fn with_colour(mut self, colour: impl Into<Colour>) -> Self {
        self.colour = Some(colour.into());
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

impl Validate for AnimalInput {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("name", &self.name).min_length(Self::NAME_MIN_LENGTH);
        checker.property("colour", &self.colour);
    }
}

/// What every [`AnimalInput`] has: the argument of [`AnimalInput::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct AnimalInputRequired {
    /// The property `name`.
    ///
    /// Example: `"Rex"`
    ///
    /// Limits: at least 1 character.
    pub name: String,
}
