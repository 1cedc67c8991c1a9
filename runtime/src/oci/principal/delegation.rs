//! Acting on behalf of a user.

use crate::auth::{Credential, CredentialRequest, Credentials, CredentialsError, Secret};
use crate::service::SecurityScheme;
use crate::transport::BoxFuture;

/// Other credentials, acting on behalf of the user that a delegation token was made for: the token goes with every
/// request as `opc-obo-token`, and is signed.
///
/// `Debug` does not show the token.
#[derive(Clone, Debug)]
pub struct Delegation<C> {
    credentials: C,
    token: Secret,
}

impl<C: Credentials> Delegation<C> {
    /// These credentials with this token, for example those of an [`InstancePrincipal`](super::InstancePrincipal).
    pub fn new(credentials: C, token: impl Into<Secret>) -> Self {
        Self { credentials, token: token.into() }
    }
}

impl<C: Credentials> Credentials for Delegation<C> {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        Box::pin(async move {
            match self.credentials.credential(request).await? {
                Some(Credential::Signature(key)) => Ok(Some(Credential::Signature(key.delegating(self.token.clone())))),
                // Without a signature the token would count for nothing, and the call would not be the user's.
                Some(_) => Err(CredentialsError::new("a delegation token goes with signed requests alone")),
                None => Ok(None),
            }
        })
    }

    fn answers(&self, scheme: &SecurityScheme) -> bool {
        self.credentials.answers(scheme)
    }

    fn scheme(&self) -> Option<&str> {
        self.credentials.scheme()
    }
}
