//! The mistakes that `plan` finds.

use super::{Diagnostic, error, note, warning};
use crate::source::Place;

/// Two names of the document would be one in Rust, or a name would shadow one of Rust's own.
pub fn renamed(place: Place, wire: &str, wanted: &str, given: &str) -> Diagnostic {
    let message = format!("`{wire}` is called `{given}` in Rust, because `{wanted}` is taken");
    note(place, "renamed", message, "`[names]` in the settings can state another name")
}

/// A bound that every value of the Rust type meets, or that it cannot express.
pub fn bound_beyond_type(place: Place, keyword: &str, value: &str, ty: &str) -> Diagnostic {
    let message = format!("`{keyword}: {value}` lies beyond what `{ty}` holds");
    warning(place, "bound-beyond-type", message, "the bound is not checked: the type is the narrower one")
}

/// A default that has no Rust constant.
pub fn default_without_accessor(place: Place) -> Diagnostic {
    let message =
        "there is no accessor for a `default` that is null, or of a type that is chosen or in a box".to_owned();
    note(place, "default-in-docs-only", message, "it is stated in the docs only")
}

/// A header that replies document with different types.
pub fn header_types_differ(place: Place, header: &str) -> Diagnostic {
    let message = format!("the replies give `{header}` different types");
    note(place, "header-types-differ", message, "its accessor gives the text")
}

/// A `retry-after` header of which the document says more, or something else, than HTTP.
pub fn retry_after(place: Place) -> Diagnostic {
    let message = "the schema of `retry-after` is not what it is read by".to_owned();
    let help = "HTTP says what it holds: a number of seconds, or a date (RFC 9110, section 10.2.3)";
    note(place, "retry-after", message, help)
}

/// An override for something that is not in the document.
pub fn override_of_nothing(place: Place, rust: &str) -> Diagnostic {
    let message = format!("nothing in the document is what `{rust}` is meant for");
    let help = "name a schema, or point at a schema, property, parameter or operation with `#/…`".to_owned();
    error(place, "override-of-nothing", message, help)
}

/// An override that is no name, or one that is taken.
pub fn override_is_no_name(place: Place, rust: &str) -> Diagnostic {
    let message = format!("`{rust}` cannot be the name: it is no identifier of this kind, or it is taken");
    error(place, "override-is-no-name", message, None)
}

/// A type override that is no path.
pub fn override_is_no_path(place: Place, rust: &str) -> Diagnostic {
    let help = "state the whole path, for example `rust_decimal::Decimal`".to_owned();
    error(place, "override-is-no-path", format!("`{rust}` is not the path of a Rust type"), help)
}
