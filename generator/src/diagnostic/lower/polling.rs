//! `x-polling` that cannot be followed. All are errors: a waiter that waits for the wrong thing waits for ever.

use super::{did_you_mean, error, warning};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

const CODE: &str = "polling";

/// A member that must be there.
pub fn missing(place: Place, key: &str) -> Diagnostic {
    error(place, CODE, format!("`{key}` is missing"), None)
}

/// A value of another kind.
pub fn not_a(place: Place, expected: &str) -> Diagnostic {
    error(place, CODE, format!("this must be {expected}"), None)
}

/// A key that means nothing.
pub fn unknown_key(place: Place, key: &str, similar: Option<&str>, keys: &[&str]) -> Diagnostic {
    let help = did_you_mean(similar).unwrap_or_else(|| format!("known here are `{}`", keys.join("`, `")));
    error(place, CODE, format!("the key `{key}` is not known"), Some(help))
}

/// No success reply with a JSON body.
pub fn no_success_body(place: Place) -> Diagnostic {
    let help = Some("document the body of a reply with a status from 200 to 299".to_owned());
    error(place, CODE, "no success reply has a JSON body that could hold the state".to_owned(), help)
}

/// Text that is no JSON pointer.
pub fn no_pointer(place: Place, text: &str) -> Diagnostic {
    let help = Some(format!("did you mean `/{text}`?"));
    error(place, CODE, format!("`{text}` is no JSON pointer"), help)
}

/// A JSON pointer to what the body does not have.
pub fn leads_nowhere(place: Place, pointer: &str, token: &str, similar: Option<&str>) -> Diagnostic {
    let message = format!("`{pointer}` leads nowhere in the body of the success reply: there is no `{token}`");
    error(place, CODE, message, did_you_mean(similar))
}

/// A state that the enumeration does not have.
pub fn unknown_state(place: Place, value: &str, similar: Option<&str>, values: &[&str]) -> Diagnostic {
    let help = did_you_mean(similar).unwrap_or_else(|| format!("the values are `{}`", values.join("`, `")));
    error(place, CODE, format!("`{value}` is no value of the enumeration that `state` points at"), Some(help))
}

/// A state with two meanings.
pub fn state_twice(place: Place, value: &str) -> Diagnostic {
    error(place, CODE, format!("`{value}` is listed before"), None)
}

/// A progress that is no number.
pub fn progress_no_number(place: Place) -> Diagnostic {
    error(place, CODE, "`progress` does not point at a number".to_owned(), None)
}

/// A delay header that no reply declares.
pub fn unknown_header(place: Place, header: &str, similar: Option<&str>) -> Diagnostic {
    let help = did_you_mean(similar).unwrap_or_else(|| "it is read all the same, where it comes".to_owned());
    warning(place, CODE, format!("no reply declares the header `{header}`"), help)
}
