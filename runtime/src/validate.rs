//! Values held against what the document states about them.

mod bounds;
mod checked;
mod checker;
mod impls;
mod kinds;
mod violation;

pub use checked::Checked;
pub use checker::{Checker, Validate, validate};
pub use kinds::{List, Numeric, Object, Textual};
pub use violation::{Number, Rule, Violation, Violations};

#[cfg(feature = "client")]
pub(crate) use checker::push_token;

#[cfg(test)]
mod tests;
