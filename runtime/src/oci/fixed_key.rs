//! Credentials whose key does not change.

use std::future;

use crate::auth::{Credential, CredentialRequest, Credentials, CredentialsError, SigningKey};
use crate::service::{SecurityKind, SecurityScheme};
use crate::transport::BoxFuture;

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

    /// The same for the security scheme of this name in the document alone.
    #[must_use]
    pub fn for_scheme(mut self, name: impl Into<String>) -> Self {
        self.scheme = Some(name.into());
        self
    }
}

impl Credentials for FixedKey {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        let asked = is_asked_for(request.scheme(), self.scheme.as_deref());
        Box::pin(future::ready(Ok(asked.then(|| Credential::Signature(self.key.clone())))))
    }

    fn answers(&self, scheme: &SecurityScheme) -> bool {
        is_asked_for(scheme, self.scheme.as_deref())
    }

    fn scheme(&self) -> Option<&str> {
        self.scheme.as_deref()
    }
}

/// Whether a scheme is one of request signatures, and that of this name, if one is stated.
pub(super) fn is_asked_for(scheme: &SecurityScheme, name: Option<&str>) -> bool {
    name.is_none_or(|name| name == scheme.name) && scheme.kind == SecurityKind::Http("signature")
}
