//! The mistakes that `lower` finds.

pub mod document;
pub mod operation;
pub mod polling;
pub mod reference;
pub mod schema;

use super::{Diagnostic, Severity};
use crate::source::Place;

fn error(place: Place, code: &'static str, message: String, help: Option<String>) -> Diagnostic {
    Diagnostic { place, code, severity: Severity::Error, message, help }
}

fn warning(place: Place, code: &'static str, message: String, help: impl Into<String>) -> Diagnostic {
    Diagnostic { place, code, severity: Severity::Warning, message, help: Some(help.into()) }
}

fn note(place: Place, code: &'static str, message: String, help: impl Into<String>) -> Diagnostic {
    Diagnostic { place, code, severity: Severity::Note, message, help: Some(help.into()) }
}

fn did_you_mean(similar: Option<&str>) -> Option<String> {
    similar.map(|similar| format!("did you mean `{similar}`?"))
}
