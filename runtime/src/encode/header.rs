//! What can be a header, wherever the caller states one.

use http::{HeaderName, HeaderValue};

use crate::validate::Rule;

/// Headers that belong to the connection or to the framing of the body; no caller states them.
const FRAMING: &[&str] = &[
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    // Past a proxy's tunnel it would tell the server the password; the url of the proxy is its place.
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// A header that the caller states by name, or why it cannot be sent. Its value may be a secret, and is marked as one.
pub(crate) fn stated_header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Rule> {
    if FRAMING.iter().any(|framing| framing.eq_ignore_ascii_case(name)) {
        return Err(Rule::Unencodable { reason: "the header belongs to the connection".to_owned() });
    }
    let name =
        HeaderName::from_bytes(name.as_bytes()).map_err(|error| Rule::Unencodable { reason: error.to_string() })?;
    let mut value = header_value(value)?;
    // It may be a credential under any name.
    value.set_sensitive(true);
    Ok((name, value))
}

/// A text as the value of a header, or why it cannot be one.
pub(crate) fn header_value(value: &str) -> Result<HeaderValue, Rule> {
    match forbidden_in_header(value) {
        Some(rule) => Err(rule),
        None => HeaderValue::from_str(value).map_err(|error| Rule::Unencodable { reason: error.to_string() }),
    }
}

fn forbidden_in_header(value: &str) -> Option<Rule> {
    if let Some(found) = value.chars().find(|found| found.is_control()) {
        return Some(Rule::ControlCharacter { found });
    }
    let reason = if !value.is_ascii() {
        "a header holds visible ASCII characters only"
    } else if value.trim() != value {
        "a header neither begins nor ends with a space"
    } else {
        return None;
    };
    Some(Rule::Unencodable { reason: reason.to_owned() })
}
