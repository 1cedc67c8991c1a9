//! Credentials for one security scheme alone.

use std::future;

use super::credential::{Credential, CredentialRequest, Credentials, CredentialsError};
use crate::service::SecurityScheme;
use crate::transport::BoxFuture;

/// Credentials of any kind, for this security scheme alone.
#[derive(Debug)]
pub(crate) struct ForScheme<C> {
    scheme: &'static SecurityScheme,
    credentials: C,
}

impl<C> ForScheme<C> {
    pub(crate) fn new(scheme: &'static SecurityScheme, credentials: C) -> Self {
        Self { scheme, credentials }
    }
}

impl<C: Credentials> Credentials for ForScheme<C> {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        if request.scheme() == self.scheme {
            self.credentials.credential(request)
        } else {
            Box::pin(future::ready(Ok(None)))
        }
    }

    fn answers(&self, scheme: &SecurityScheme) -> bool {
        scheme == self.scheme && self.credentials.answers(scheme)
    }

    fn scheme(&self) -> Option<&str> {
        Some(self.scheme.name)
    }
}
