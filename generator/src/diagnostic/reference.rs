//! References that lead nowhere. `parse` finds them; what it lets pass, `lower` says in the same words.

use super::{Diagnostic, did_you_mean, error};
use crate::source::Place;

/// A reference to what the document does not have.
pub fn dangling(place: Place, target: &str, near: Option<&str>) -> Diagnostic {
    error(place, "dangling-reference", format!("nothing stands at `{target}`"), did_you_mean(near))
}

/// A reference out of the document.
pub fn external(place: Place, target: &str) -> Diagnostic {
    let help = "bundle the documents into one first; references within a document begin with `#/`".to_owned();
    error(place, "external-reference", format!("`{target}` leads out of this document, which is not supported"), help)
}

/// Declared things that refer to each other further than anyone follows.
pub fn deep(place: Place, target: &str, deepest: usize) -> Diagnostic {
    let message = format!("from `{target}` on, more than {deepest} references follow each other");
    error(place, "deep-references", message, "declare in one place what these only pass on".to_owned())
}

/// References that lead to each other and to nothing else.
pub fn circular(place: Place, target: &str) -> Diagnostic {
    let help = "let one of them say what it is".to_owned();
    error(place, "circular-reference", format!("`{target}` leads back to itself and to nothing else"), help)
}

/// Schemas that are each nothing but another name of the next.
pub fn circular_names(place: Place, chain: &[String]) -> Diagnostic {
    let help = "let one of them say what it is".to_owned();
    error(place, "circular-reference", format!("this schema is nothing but itself: {}", chain.join(" → ")), help)
}

/// A reference to another kind of object than is expected.
pub fn wrong(place: Place, target: &str, expected: &str, found: &str) -> Diagnostic {
    let message = format!("`{target}` is {found}, where {expected} is expected");
    error(place, "wrong-reference", message, None)
}
