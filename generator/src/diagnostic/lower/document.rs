//! What stands around paths and schemas.

use super::{did_you_mean, note, warning};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// An `x-rust-name` that is no text.
pub fn rust_name(place: Place) -> Diagnostic {
    let message = "`x-rust-name` must be a string".to_owned();
    warning(place, "rust-name", message, "the name is made from the document's own; the settings can state another")
}

/// An example that is longer than docs should be.
pub fn long_example(place: Place, length: usize, shown: usize) -> Diagnostic {
    let message = format!("the example is {length} characters long");
    note(place, "long-example", message, format!("the docs show the first {shown} of them"))
}

/// A component that nothing refers to.
pub fn unused_component(place: Place, section: &str, name: &str) -> Diagnostic {
    let message = format!("nothing refers to `{name}` of `components/{section}`");
    note(place, "unused-component", message, "nothing is generated for it")
}

/// Requirements of a scheme that is not declared; the place is that of the first.
pub fn undeclared_scheme(place: Place, name: &str, count: usize, similar: Option<&str>) -> Diagnostic {
    let others = match count - 1 {
        0 => String::new(),
        1 => ", and asked for in 1 other place".to_owned(),
        others => format!(", and asked for in {others} other places"),
    };
    let message = format!("the security scheme `{name}` is not declared in `components/securitySchemes`{others}");
    let instead = "this way to authorise a call is left out";
    let help = did_you_mean(similar).map_or_else(|| instead.to_owned(), |question| format!("{question} {instead}"));
    warning(place, "undeclared-scheme", message, help)
}

/// The default of a server variable is none of its values.
pub fn server_default(place: Place, default: &str, values: &[String]) -> Diagnostic {
    let message = format!("the default {default:?} is none of the values of the server variable");
    warning(place, "server-default", message, format!("it is taken all the same; the values are {}", values.join(", ")))
}

/// The url of a server that no request can go to.
pub fn server_url(place: Place, reason: &str) -> Diagnostic {
    let message = format!("no client can be built for this server: the url {reason}");
    warning(place, "server-url", message, "mend it, or callers must state another endpoint")
}

/// A value of a server variable that makes no url.
pub fn server_value(place: Place, value: &str, reason: &str) -> Diagnostic {
    let message = format!("no client can be built with {value:?}: the url {reason}");
    warning(place, "server-url", message, "callers who choose it are refused")
}

/// A server variable that the url does not hold.
pub fn unused_server_variable(place: Place, name: &str) -> Diagnostic {
    let message = format!("the url of the server has no `{{{name}}}`");
    warning(place, "unused-server-variable", message, "the variable has no effect")
}

/// A variable of a server's url that is not declared.
pub fn undeclared_server_variable(place: Place, name: &str, similar: Option<&str>) -> Diagnostic {
    let message = format!("`{{{name}}}` is not among the variables of the server");
    let meant = did_you_mean(similar).map(|meant| format!("; {meant}")).unwrap_or_default();
    warning(place, "undeclared-server-variable", message, format!("the server is left out{meant}"))
}
