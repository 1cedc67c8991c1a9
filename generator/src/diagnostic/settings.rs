//! The mistakes that `settings` finds.

use super::{Diagnostic, did_you_mean, error};
use crate::source::Place;

/// The text is no TOML from here on.
pub fn unreadable_settings(place: Place, reason: &str) -> Diagnostic {
    error(place, "unreadable-settings", format!("the settings cannot be read: {reason}"), None)
}

/// A key that the settings do not know.
pub fn unknown_setting(place: Place, key: &str, known: &[&str], near: Option<&str>) -> Diagnostic {
    let help = did_you_mean(near).unwrap_or_else(|| format!("it takes `{}`", known.join("`, `")));
    error(place, "unknown-setting", format!("`{key}` is no setting"), help)
}

/// A setting that must be there is not.
pub fn missing_setting(place: Place, key: &str) -> Diagnostic {
    error(place, "missing-setting", format!("the settings must have `{key}`"), None)
}

/// A setting of the wrong type.
pub fn wrong_setting(place: Place, key: &str, expected: &str, found: &str) -> Diagnostic {
    error(place, "wrong-setting", format!("`{key}` takes {expected}, and this is {found}"), None)
}

/// A setting whose value is no value for it.
pub fn bad_setting(place: Place, key: &str, reason: &str, help: &str) -> Diagnostic {
    error(place, "bad-setting", format!("`{key}` {reason}"), help.to_owned())
}
