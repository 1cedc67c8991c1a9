//! Signing by another rule.

use crate::auth::{Credential, CredentialRequest, Credentials, CredentialsError, SignedHeaders};
use crate::service::SecurityScheme;
use crate::transport::BoxFuture;

/// Other credentials, for a client whose service wants other headers signed than most do.
#[derive(Clone, Debug)]
pub struct Signing<C> {
    credentials: C,
    headers: SignedHeaders,
}

impl<C: Credentials> Signing<C> {
    /// These credentials with this rule.
    pub fn new(credentials: C, headers: SignedHeaders) -> Self {
        Self { credentials, headers }
    }
}

impl<C: Credentials> Credentials for Signing<C> {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        Box::pin(async move {
            Ok(self.credentials.credential(request).await?.map(|credential| match credential {
                Credential::Signature(key) => Credential::Signature(key.signing(self.headers)),
                other => other,
            }))
        })
    }

    fn answers(&self, scheme: &SecurityScheme) -> bool {
        self.credentials.answers(scheme)
    }

    fn scheme(&self) -> Option<&str> {
        self.credentials.scheme()
    }
}
