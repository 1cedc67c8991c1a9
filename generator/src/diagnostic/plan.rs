//! The mistakes that `plan` finds.

use super::{Diagnostic, Severity};
use crate::source::Place;

/// Two names of the document would be one in Rust, or a name would shadow one of Rust's own.
pub fn renamed(place: Place, wire: &str, wanted: &str, given: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "renamed",
        severity: Severity::Note,
        message: format!("`{wire}` is called `{given}` in Rust, because `{wanted}` is taken"),
        help: None,
    }
}

/// A bound that every value of the Rust type meets, or that it cannot express.
pub fn bound_beyond_type(place: Place, keyword: &str, value: &str, ty: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "bound-beyond-type",
        severity: Severity::Warning,
        message: format!("`{keyword}: {value}` lies beyond what `{ty}` holds"),
        help: Some("the bound is not checked: the type is the narrower one".to_owned()),
    }
}

/// A default that has no Rust constant.
pub fn default_without_accessor(place: Place) -> Diagnostic {
    Diagnostic {
        place,
        code: "default-in-docs-only",
        severity: Severity::Note,
        message: "a `default` that is an array, an object or null is stated in the docs only".to_owned(),
        help: None,
    }
}

/// A header that replies document with different types.
pub fn header_types_differ(place: Place, header: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "header-types-differ",
        severity: Severity::Note,
        message: format!("the replies give `{header}` different types"),
        help: Some("its accessor gives the text".to_owned()),
    }
}

/// A `retry-after` header of which the document says more, or something else, than HTTP.
pub fn retry_after(place: Place) -> Diagnostic {
    Diagnostic {
        place,
        code: "retry-after",
        severity: Severity::Note,
        message: "the schema of `retry-after` is not what it is read by".to_owned(),
        help: Some("HTTP says what it holds: a number of seconds, or a date (RFC 9110, section 10.2.3)".to_owned()),
    }
}

/// A schema for which the settings choose a Rust type.
pub fn replaced_type(place: Place, rust: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "replaced-type",
        severity: Severity::Note,
        message: format!("`{rust}` stands in for this schema, as the settings say"),
        help: Some("what the document says of its values is not looked at".to_owned()),
    }
}

/// An override for something that is not in the document.
pub fn override_of_nothing(place: Place, rust: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "override-of-nothing",
        severity: Severity::Error,
        message: format!("nothing in the document is what `{rust}` is meant for"),
        help: Some("name a schema, or point at a schema, property, parameter or operation with `#/…`".to_owned()),
    }
}

/// An override that is no name, or one that is taken.
pub fn override_is_no_name(place: Place, rust: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "override-is-no-name",
        severity: Severity::Error,
        message: format!("`{rust}` cannot be the name: it is no identifier of this kind, or it is taken"),
        help: None,
    }
}

/// A type override that is no path.
pub fn override_is_no_path(place: Place, rust: &str) -> Diagnostic {
    Diagnostic {
        place,
        code: "override-is-no-path",
        severity: Severity::Error,
        message: format!("`{rust}` is not the path of a Rust type"),
        help: Some("state the whole path, for example `rust_decimal::Decimal`".to_owned()),
    }
}
