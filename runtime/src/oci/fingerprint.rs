//! What the console calls a key.

use super::der;

/// The MD5 of a public key in DER, as lower-case hexadecimal with colons. It tells keys apart, and protects nothing.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of a key that is given as `SubjectPublicKeyInfo`.
    pub(super) fn of(public: &[u8]) -> Self {
        Self(der::hexadecimal(&md5::compute(public).0, ":"))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}
