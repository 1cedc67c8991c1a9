//! References that lead nowhere.

use super::{did_you_mean, error};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// There is nothing at the other end, or something else.
pub fn dangling(place: Place, reference: &str, what: &str, similar: Option<&str>) -> Diagnostic {
    let help = did_you_mean(similar);
    error(place, "dangling-reference", format!("`{reference}` does not refer to {what} of this document"), help)
}

/// The other end is in another text.
pub fn outside(place: Place, reference: &str) -> Diagnostic {
    let help = Some("bring what it refers to into this document, and refer to it as `#/components/…`".to_owned());
    error(place, "outside-reference", format!("`{reference}` refers to another document"), help)
}

/// References, or names, that lead back to where they start.
pub fn circle(place: Place, chain: &[String]) -> Diagnostic {
    let help = Some("let one of them say what it is".to_owned());
    error(place, "circular-reference", format!("this refers to nothing but itself: {}", chain.join(" → ")), help)
}
