// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Kinds`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Validate, Violations};

use crate::models::{
    Bounds, Client, Collections, Defaults, Enumerations, Forest, Grove, Node, Old, One, Open,
    OptionModel, Overriding, Presences, Puppy, ResultModel, Scalars, Shelf, StringModel, Typed,
    Values, Wanted,
};

/// The object `Kinds`.
///
/// Schema `Kinds`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Kinds {
    /// What may be left out, what may be null, and both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presences: Option<Presences>,
    /// The property `scalars`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scalars: Option<Scalars>,
    /// The property `enumerations`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enumerations: Option<Enumerations>,
    /// The property `collections`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collections: Option<Collections>,
    /// The property `open`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Open>,
    /// The property `typed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<Typed>,
    /// The property `defaults`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defaults: Option<Defaults>,
    /// The property `node`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<Node>,
    /// The property `forest`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forest: Option<Forest>,
    /// The property `puppy`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub puppy: Option<Puppy>,
    /// The property `bounds`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Bounds>,
    /// The property `one`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<One>,
    /// The property `option`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<OptionModel>,
    /// The property `string`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub string: Option<StringModel>,
    /// The property `result`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ResultModel>,
    /// The property `client`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<Client>,
    /// The property `old`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<Old>,
    /// The property `wanted`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted: Option<Wanted>,
    /// The property `shelf`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf: Option<Shelf>,
    /// The property `values`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Values>,
    /// The property `grove`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grove: Option<Grove>,
    /// The property `overriding`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overriding: Option<Overriding>,
}

impl Kinds {
    /// A [`Kinds`] of which all is absent.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`presences`](Self#structfield.presences).
    #[must_use]
    pub fn with_presences(mut self, presences: Presences) -> Self {
        self.presences = Some(presences);
        self
    }

    /// Sets [`scalars`](Self#structfield.scalars).
    #[must_use]
    pub fn with_scalars(mut self, scalars: Scalars) -> Self {
        self.scalars = Some(scalars);
        self
    }

    /// Sets [`enumerations`](Self#structfield.enumerations).
    #[must_use]
    pub fn with_enumerations(mut self, enumerations: Enumerations) -> Self {
        self.enumerations = Some(enumerations);
        self
    }

    /// Sets [`collections`](Self#structfield.collections).
    #[must_use]
    pub fn with_collections(mut self, collections: Collections) -> Self {
        self.collections = Some(collections);
        self
    }

    /// Sets [`open`](Self#structfield.open).
    #[must_use]
    pub fn with_open(mut self, open: Open) -> Self {
        self.open = Some(open);
        self
    }

    /// Sets [`typed`](Self#structfield.typed).
    #[must_use]
    pub fn with_typed(mut self, typed: Typed) -> Self {
        self.typed = Some(typed);
        self
    }

    /// Sets [`defaults`](Self#structfield.defaults).
    #[must_use]
    pub fn with_defaults(mut self, defaults: Defaults) -> Self {
        self.defaults = Some(defaults);
        self
    }

    /// Sets [`node`](Self#structfield.node).
    #[must_use]
    pub fn with_node(mut self, node: Node) -> Self {
        self.node = Some(node);
        self
    }

    /// Sets [`forest`](Self#structfield.forest).
    #[must_use]
    pub fn with_forest(mut self, forest: Forest) -> Self {
        self.forest = Some(forest);
        self
    }

    /// Sets [`puppy`](Self#structfield.puppy).
    #[must_use]
    pub fn with_puppy(mut self, puppy: Puppy) -> Self {
        self.puppy = Some(puppy);
        self
    }

    /// Sets [`bounds`](Self#structfield.bounds).
    #[must_use]
    pub fn with_bounds(mut self, bounds: Bounds) -> Self {
        self.bounds = Some(bounds);
        self
    }

    /// Sets [`one`](Self#structfield.one).
    #[must_use]
    pub fn with_one(mut self, one: One) -> Self {
        self.one = Some(one);
        self
    }

    /// Sets [`option`](Self#structfield.option).
    #[must_use]
    pub fn with_option(mut self, option: OptionModel) -> Self {
        self.option = Some(option);
        self
    }

    /// Sets [`string`](Self#structfield.string).
    #[must_use]
    pub fn with_string(mut self, string: StringModel) -> Self {
        self.string = Some(string);
        self
    }

    /// Sets [`result`](Self#structfield.result).
    #[must_use]
    pub fn with_result(mut self, result: ResultModel) -> Self {
        self.result = Some(result);
        self
    }

    /// Sets [`client`](Self#structfield.client).
    #[must_use]
    pub fn with_client(mut self, client: Client) -> Self {
        self.client = Some(client);
        self
    }

    /// Sets [`old`](Self#structfield.old).
    #[must_use]
    pub fn with_old(mut self, old: Old) -> Self {
        self.old = Some(old);
        self
    }

    /// Sets [`wanted`](Self#structfield.wanted).
    #[must_use]
    pub fn with_wanted(mut self, wanted: Wanted) -> Self {
        self.wanted = Some(wanted);
        self
    }

    /// Sets [`shelf`](Self#structfield.shelf).
    #[must_use]
    pub fn with_shelf(mut self, shelf: Shelf) -> Self {
        self.shelf = Some(shelf);
        self
    }

    /// Sets [`values`](Self#structfield.values).
    #[must_use]
    pub fn with_values(mut self, values: Values) -> Self {
        self.values = Some(values);
        self
    }

    /// Sets [`grove`](Self#structfield.grove).
    #[must_use]
    pub fn with_grove(mut self, grove: impl Into<Grove>) -> Self {
        self.grove = Some(grove.into());
        self
    }

    /// Sets [`overriding`](Self#structfield.overriding).
    #[must_use]
    pub fn with_overriding(mut self, overriding: Overriding) -> Self {
        self.overriding = Some(overriding);
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

impl Validate for Kinds {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("presences", &self.presences);
        checker.property("scalars", &self.scalars);
        checker.property("enumerations", &self.enumerations);
        checker.property("collections", &self.collections);
        checker.property("defaults", &self.defaults);
        checker.property("node", &self.node);
        checker.property("forest", &self.forest);
        checker.property("puppy", &self.puppy);
        checker.property("bounds", &self.bounds);
        checker.property("wanted", &self.wanted);
        checker.property("shelf", &self.shelf);
        checker.property("values", &self.values);
        checker.property("grove", &self.grove);
        checker.property("overriding", &self.overriding);
    }
}
