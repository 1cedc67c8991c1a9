//! Properties that must be there but may be `null`.

use serde::{Deserialize, Deserializer};

/// Reads a property that is required and nullable.
///
/// Used as `#[serde(deserialize_with = "trueform_runtime::nullable::required")]`. Without it serde reads a missing
/// property of type `Option` as `None`, and a reply that lacks a required property would pass for a complete one.
pub fn required<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer)
}

/// Reads an optional property whose type takes `null` as a value, such as one without a stated type.
///
/// Used as `#[serde(default, deserialize_with = "trueform_runtime::nullable::present")]`: what is there is kept, `null`
/// too, and only what is missing is `None`.
pub fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}
