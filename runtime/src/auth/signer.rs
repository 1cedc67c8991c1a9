//! Who signs requests.

use std::fmt;
use std::sync::Arc;

use super::credential::{CredentialsError, Secret};
use super::signed_headers::SignedHeaders;
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

/// The identifier of a key, who signs with it, what is signed, and on whose behalf: one value, so that they always belong
/// together.
///
/// `Debug` shows none of it but what is signed; the identifier may be a token.
#[derive(Clone)]
pub struct SigningKey {
    id: Secret,
    signer: Arc<dyn Signer>,
    signed_headers: SignedHeaders,
    delegation_token: Option<Secret>,
}

impl SigningKey {
    /// The key that the service knows by `id`, and that `signer` signs with.
    pub fn new(id: impl Into<Secret>, signer: Arc<dyn Signer>) -> Self {
        Self { id: id.into(), signer, signed_headers: SignedHeaders::default(), delegation_token: None }
    }

    /// The same key for a service that wants other headers signed.
    #[must_use]
    pub fn signing(mut self, headers: SignedHeaders) -> Self {
        self.signed_headers = headers;
        self
    }

    /// The same key, acting on behalf of the user that this token was made for: it goes with every request as
    /// `opc-obo-token`, and is signed.
    #[must_use]
    pub fn delegating(mut self, token: impl Into<Secret>) -> Self {
        self.delegation_token = Some(token.into());
        self
    }

    /// What the service knows the key by.
    pub fn id(&self) -> &Secret {
        &self.id
    }

    /// Who signs with it.
    pub fn signer(&self) -> &Arc<dyn Signer> {
        &self.signer
    }

    /// What is signed.
    pub fn signed_headers(&self) -> SignedHeaders {
        self.signed_headers
    }

    /// The token of the user on whose behalf requests are made.
    pub fn delegation_token(&self) -> Option<&Secret> {
        self.delegation_token.as_ref()
    }
}

/// Keys are the same where they have the same identifier, the same signer in memory, and sign the same.
impl PartialEq for SigningKey {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && Arc::ptr_eq(&self.signer, &other.signer)
            && self.signed_headers == other.signed_headers
            && self.delegation_token == other.delegation_token
    }
}

impl Eq for SigningKey {}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SigningKey(…)")
    }
}
