//! Who signs requests.

use std::fmt;
use std::sync::Arc;

use super::credential::{CredentialsError, Secret};
use crate::transport::BoxFuture;

/// Makes signatures. The key need not be in this process: a signer may well be a call to somebody who holds it.
pub trait Signer: Send + Sync + fmt::Debug + 'static {
    /// The signature of these bytes: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, section 8.2), as bytes.
    ///
    /// # Errors
    ///
    /// There is no signature to be had. The call is refused with this as its source.
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CredentialsError>>;
}

/// The identifier of a key, and who signs with it: one value, so that they always belong together.
///
/// `Debug` shows neither; the identifier may be a token.
#[derive(Clone)]
pub struct SigningKey {
    id: Secret,
    signer: Arc<dyn Signer>,
}

impl SigningKey {
    /// The key that the service knows by `id`, and that `signer` signs with.
    pub fn new(id: impl Into<Secret>, signer: Arc<dyn Signer>) -> Self {
        Self { id: id.into(), signer }
    }

    /// What the service knows the key by.
    pub fn id(&self) -> &Secret {
        &self.id
    }

    /// Who signs with it.
    pub fn signer(&self) -> &Arc<dyn Signer> {
        &self.signer
    }
}

/// Keys are the same where they have the same identifier, and the same signer in memory.
impl PartialEq for SigningKey {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && Arc::ptr_eq(&self.signer, &other.signer)
    }
}

impl Eq for SigningKey {}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SigningKey(…)")
    }
}
