//! Credentials whose key does not change.

use crate::auth::SigningKey;
use crate::oci::signing_credentials::signing_credentials;

/// Credentials for the request signature with one key, for example one whose [`Signer`](crate::Signer) is a service that
/// holds the key.
#[derive(Clone, Debug)]
pub struct FixedKey {
    key: SigningKey,
    scheme: Option<String>,
}

impl FixedKey {
    /// This key.
    pub fn new(key: SigningKey) -> Self {
        Self { key, scheme: None }
    }
}

signing_credentials!(FixedKey, credentials, _request => credentials.key.clone());
