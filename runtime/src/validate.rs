//! Values held against what the document states about them.

mod bounds;
mod checker;
mod impls;
mod kinds;
mod violation;

pub use checker::{Checked, Checker, Counted, Validate, validate};
pub use kinds::{List, Numeric, Object, Textual, Truth};
pub use violation::{Number, Rule, Violation, Violations};

#[cfg(feature = "client")]
pub(crate) use checker::push_token;
pub(crate) use checker::{fits, judge};

#[cfg(test)]
mod tests;
