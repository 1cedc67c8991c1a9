// Written by `cargo xtask codegen`. What is changed here is lost with the next run.

//! Schema `Node`.

use serde::{Deserialize, Serialize};
use trueform_runtime::{Checker, Map, Presence, Validate, Violations};

/// The object `Node`.
///
/// Schema `Node`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Node {
    /// The property `value`.
    ///
    /// Limits: at most 3 characters.
    pub value: String,
    /// The property `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Box<Node>>,
    /// The property `children`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<Node>>,
    /// The property `named`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<Map<String, Node>>,
    /// The property `orNull`.
    #[serde(rename = "orNull", default, skip_serializing_if = "Presence::is_absent")]
    pub or_null: Presence<Box<Node>>,
}

impl Node {
    /// `value` has at most 3 characters.
    pub const VALUE_MAX_LENGTH: usize = 3;

    /// A [`Node`] of what is required; the rest is absent.
    #[must_use]
    pub fn new(required: NodeRequired) -> Self {
        Self {
            value: required.value,
            next: None,
            children: None,
            named: None,
            or_null: Presence::Absent,
        }
    }

    /// Sets [`next`](Self#structfield.next).
    #[must_use]
    pub fn with_next(mut self, next: Node) -> Self {
        self.next = Some(Box::new(next));
        self
    }

    /// Sets [`children`](Self#structfield.children).
    #[must_use]
    pub fn with_children(mut self, children: Vec<Node>) -> Self {
        self.children = Some(children);
        self
    }

    /// Sets [`named`](Self#structfield.named).
    #[must_use]
    pub fn with_named(mut self, named: Map<String, Node>) -> Self {
        self.named = Some(named);
        self
    }

    /// Sets [`or_null`](Self#structfield.or_null).
    #[must_use]
    pub fn with_or_null(mut self, or_null: Node) -> Self {
        self.or_null = Presence::Present(Box::new(or_null));
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

impl Validate for Node {
    fn check(&self, checker: &mut Checker<'_>) {
        checker.property("value", &self.value).max_length(Self::VALUE_MAX_LENGTH);
        checker.property("next", &self.next);
        checker.property("children", &self.children);
        checker.property("named", &self.named);
        checker.property("orNull", &self.or_null);
    }
}

/// What every [`Node`] has: the argument of [`Node::new`].
#[derive(Clone, Debug, PartialEq)]
pub struct NodeRequired {
    /// The property `value`.
    ///
    /// Limits: at most 3 characters.
    pub value: String,
}
