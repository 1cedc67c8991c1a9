//! Bytes that travel as base64 text (`format: byte`).

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::malformed::Malformed;

/// Bytes as base64 text, `format: byte` of `OpenAPI` 3.0 (RFC 4648, section 4: standard alphabet, padded).
///
/// The text is kept exactly. A value that a server sent need not be base64 at all: then [`Base64::bytes`] is `None` and
/// validation reports it, but nothing is lost. Equality is that of the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64(String);

impl Base64 {
    /// Keeps a text as it is, whether it is base64 or not.
    pub(crate) fn from_received(text: String) -> Self {
        Self(text)
    }

    /// The text as it came, or as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The bytes that the text stands for; `None` where it is not base64.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        STANDARD.decode(&self.0).ok()
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self(STANDARD.encode(bytes))
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(bytes.as_slice())
    }
}

impl FromStr for Base64 {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let value = Self(text.to_owned());
        if value.bytes().is_some() { Ok(value) } else { Err(Malformed::new("base64", text)) }
    }
}

impl fmt::Display for Base64 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from_received)
    }
}

#[cfg(test)]
mod tests {
    use super::Base64;

    #[test]
    fn bytes_and_text_go_both_ways() {
        let value = Base64::from(vec![0xfb, 0xff]);
        assert_eq!(value.as_str(), "+/8=");
        assert_eq!(value.bytes(), Some(vec![0xfb, 0xff]));
        assert_eq!("+/8=".parse(), Ok(value));
    }

    #[test]
    fn what_is_not_base64_is_kept() {
        let value: Base64 = serde_json::from_str("\"a b\"").unwrap();
        assert_eq!((value.as_str(), value.bytes()), ("a b", None));
        assert!("a b".parse::<Base64>().is_err());
    }
}
