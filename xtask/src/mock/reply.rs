//! What the mock answers with.

use serde_json::{Value, json};

use crate::fault::Fault;

/// A reply, but for the headers that every reply has.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Option<Value>,
    /// What goes wrong with it on its way.
    pub(super) fault: Option<Fault>,
}

impl Reply {
    /// A reply without a body.
    pub(super) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: None, fault: None }
    }

    /// A reply with a body.
    pub(super) fn new(status: u16, body: Value) -> Self {
        Self { body: Some(body), ..Self::empty(status) }
    }

    /// A reply with a body that tells of an error: a code for programs, a message for people.
    pub(super) fn error(status: u16, code: &str, message: &str) -> Self {
        Self::new(status, json!({ "code": code, "message": message }))
    }

    /// The same with another header.
    pub(super) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
