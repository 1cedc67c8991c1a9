//! Constant values.

use super::{Ident, Type, facts};

/// A constant value.
#[derive(Clone, Debug)]
pub enum Value {
    /// `true`
    Boolean(bool),
    /// `32`, of a type that holds it.
    Integer(i128),
    /// `0.5`
    Float(f64),
    /// `"text"`
    Text(String),
    /// `Value::from(…)` of another constant: a JSON value.
    Json(Box<Value>),
    /// What is read from JSON text, of whatever type stands there.
    Parsed(String),
    /// `&[Self::A, Self::B]`
    Variants(Vec<Ident>),
    /// `Type::Variant`
    Variant(Type, Ident),
    /// `Pattern::new("ecma", r"regex")`
    Pattern {
        /// As the document states it.
        ecma: String,
        /// As the `regex` crate takes it.
        regex: String,
    },
    /// The facts of an operation.
    Operation(facts::OperationFacts),
    /// How the end of long-running work shows.
    Waiter(facts::WaiterFacts),
    /// The facts of the service.
    Service(facts::ServiceFacts),
    /// A security scheme.
    SecurityScheme(facts::SecurityFacts),
}
