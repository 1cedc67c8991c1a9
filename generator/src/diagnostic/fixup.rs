//! What the fixups of `parse` say about what they mended.

use super::{Diagnostic, warning};
use crate::source::Place;

/// `null` where a keyword does not take it.
pub fn null_value(place: Place, what: &str) -> Diagnostic {
    warning(place, "null-value", format!("{what} is null"), "it is taken as empty or absent")
}

/// `required: true` on a schema.
pub fn misplaced_required(place: Place, flag: bool) -> Diagnostic {
    let message = format!("`required: {flag}` has no meaning on a schema");
    let help = "the object that holds the property lists it in its own `required`, an array; this one has no effect";
    warning(place, "misplaced-required", message, help)
}

/// A key of `paths` without its slash.
pub fn path_without_slash(place: Place, key: &str) -> Diagnostic {
    let help = format!("it is read as `/{key}`");
    warning(place, "path-without-slash", format!("the path `{key}` does not begin with a slash"), help)
}

/// A style that the location of a parameter does not know.
pub fn misplaced_style(place: Place, style: &str, allowed: &[&str]) -> Diagnostic {
    let help = format!("it is taken as `{}`", allowed.first().unwrap_or(&"simple"));
    warning(place, "misplaced-style", format!("`style: {style}` has no meaning there"), help)
}

/// A parameter with both a schema and a content.
pub fn content_beside_schema(place: Place) -> Diagnostic {
    let message = "`content` has no effect beside `schema`".to_owned();
    warning(place, "content-beside-schema", message, "the schema is what is honoured")
}

/// A number where a text is expected, as YAML reads it.
pub fn unquoted_text(place: Place, text: &str) -> Diagnostic {
    let help = format!("it is taken as the string \"{text}\"; quotes would say so");
    warning(place, "unquoted-text", format!("`{text}` is no string as it stands"), help)
}

/// An integer beyond 128 bits.
pub fn integer_too_large(place: Place) -> Diagnostic {
    let message = "this integer is beyond 128 bits".to_owned();
    warning(place, "integer-too-large", message, "it is taken as the nearest floating-point number")
}

/// `.inf` or `.nan`.
pub fn no_json_number(place: Place) -> Diagnostic {
    let message = "JSON has no infinite number, and none that is not a number".to_owned();
    warning(place, "no-json-number", message, "it is taken as null")
}

/// A count beyond 64 bits.
pub fn count_too_large(place: Place, keyword: &str) -> Diagnostic {
    let message = format!("`{keyword}` is beyond what can be counted");
    warning(place, "count-too-large", message, "it bounds nothing")
}

/// A way of OpenAPI 3.1 to say something in a document of 3.0.
pub fn newer_form(place: Place, form: &str, instead: &str) -> Diagnostic {
    warning(place, "newer-form", format!("{form} belongs to OpenAPI 3.1, and this document is of 3.0"), instead)
}

/// `[]` where an object is expected.
pub fn empty_array(place: Place, key: &str) -> Diagnostic {
    let message = format!("`{key}` is an empty array, where an object is expected");
    warning(place, "empty-array", message, "it is taken as an empty object")
}

/// What OpenAPI requires is not there, and something can stand in for it.
pub fn absent_member(place: Place, what: &str, member: &str, instead: &str) -> Diagnostic {
    warning(place, "absent-member", format!("{what} must have `{member}`, and this one has not"), instead)
}

/// A text where a truth value or a number is expected.
pub fn quoted_value(place: Place, text: &str, meant: &str) -> Diagnostic {
    let help = format!("it is taken as {meant}; without quotes it would be one");
    warning(place, "quoted-value", format!("the string \"{text}\" stands where no string is expected"), help)
}

/// What a schema says, on a parameter or a header itself.
pub fn bare_schema(place: Place, what: &str) -> Diagnostic {
    let message = format!("`type` stands on {what} itself, as in Swagger 2.0");
    warning(place, "bare-schema", message, "what is said of the value is read as its `schema`")
}

/// The name of a security scheme where a requirement is expected.
pub fn bare_requirement(place: Place, name: &str) -> Diagnostic {
    let message = format!("`{name}` is the name of a security scheme, where an object of them is expected");
    warning(place, "bare-requirement", message, "it is read as an object that asks for that scheme")
}

/// A reference out of the document, to something for which something else can stand in.
pub fn outside(place: Place, target: &str, instead: &str) -> Diagnostic {
    let help = format!("{instead}; bundle the documents into one first to have it");
    warning(place, "outside-reference", format!("`{target}` leads out of this document, which is not followed"), help)
}
