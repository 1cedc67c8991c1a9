//! What the console calls a key.

use super::der;

/// The MD5 of a public key in DER, as lower-case hexadecimal with colons. It tells keys apart, and protects nothing.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of the RSA key of these numbers, both big-endian without leading zeros.
    pub(super) fn of(modulus: &[u8], exponent: &[u8]) -> Self {
        let digest = md5::compute(der::subject_public_key_info(modulus, exponent));
        Self(der::hexadecimal(&digest.0, ":"))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}
