//! The mistakes that `parse` and `settings` find.

use super::{Diagnostic, Severity};
use crate::source::Place;

fn say(place: Place, severity: Severity, code: &'static str, message: String, help: Option<String>) -> Diagnostic {
    Diagnostic { place, code, severity, message, help }
}

fn error(place: Place, code: &'static str, message: String, help: Option<String>) -> Diagnostic {
    say(place, Severity::Error, code, message, help)
}

fn warning(place: Place, code: &'static str, message: String, help: &str) -> Diagnostic {
    say(place, Severity::Warning, code, message, Some(help.to_owned()))
}

/// The text holds nothing.
pub fn empty_text(place: Place) -> Diagnostic {
    error(place, "unreadable-text", "the document is empty".to_owned(), None)
}

/// The text is neither JSON nor YAML from here on.
pub fn unreadable_text(place: Place, reason: &str) -> Diagnostic {
    let help = "nothing behind this place could be read, so there may be more to say once it is mended".to_owned();
    error(place, "unreadable-text", format!("the text cannot be read: {reason}"), Some(help))
}

/// A key stands twice in one mapping.
pub fn duplicate_key(place: Place, key: &str) -> Diagnostic {
    let help = "keep one of the two; the first is what was checked".to_owned();
    error(place, "duplicate-key", format!("the key `{key}` stands in this object before"), Some(help))
}

/// A YAML tag that says nothing to an OpenAPI document.
pub fn yaml_tag(place: Place, tag: &str) -> Diagnostic {
    warning(place, "yaml-tag", format!("the tag `{tag}` means nothing in an OpenAPI document"), "the value is taken without it")
}

/// openapiv3 refused a piece of the document.
pub fn refused(place: Place, what: &str, reason: &str) -> Diagnostic {
    error(place, "malformed", format!("this is no {what}: {reason}"), None)
}
