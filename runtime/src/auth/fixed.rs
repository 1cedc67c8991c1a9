//! Credentials that do not change.

use std::future;

use super::credential::{Credential, CredentialRequest, Credentials, CredentialsError, Secret};
use crate::service::{SecurityKind, SecurityScheme};
use crate::transport::BoxFuture;

/// A bearer token, for `bearer` schemes, OAuth 2.0 and `OpenID` Connect.
#[derive(Clone, Debug)]
pub struct BearerToken {
    token: Secret,
    scheme: Option<String>,
}

/// User and password, for `basic` schemes.
#[derive(Clone, Debug)]
pub struct BasicAuth {
    user: String,
    password: Secret,
    scheme: Option<String>,
}

/// A key, for API-key schemes in headers, queries and cookies.
#[derive(Clone, Debug)]
pub struct ApiKey {
    key: Secret,
    scheme: Option<String>,
}

/// The whole value of the `authorization` header, for any scheme that uses that header.
#[derive(Clone, Debug)]
pub struct AuthorizationHeader {
    value: Secret,
    scheme: Option<String>,
}

impl BearerToken {
    /// This token, without `Bearer`.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self { token: token.into(), scheme: None }
    }
}

impl BasicAuth {
    /// This user, without a colon in the name, and this password.
    pub fn new(user: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self { user: user.into(), password: password.into(), scheme: None }
    }
}

impl ApiKey {
    /// This key.
    pub fn new(key: impl Into<Secret>) -> Self {
        Self { key: key.into(), scheme: None }
    }
}

impl AuthorizationHeader {
    /// This value, with the name of its scheme in front.
    pub fn new(value: impl Into<Secret>) -> Self {
        Self { value: value.into(), scheme: None }
    }
}

macro_rules! fixed {
    ($name:ident, $kind:pat, $this:ident => $credential:expr) => {
        impl $name {
            /// The same for the security scheme of this name in the document alone. A client whose document has no such
            /// scheme is not built.
            #[must_use]
            pub fn for_scheme(mut self, name: impl Into<String>) -> Self {
                self.scheme = Some(name.into());
                self
            }
        }

        impl Credentials for $name {
            fn credential<'a>(
                &'a self,
                request: CredentialRequest<'a>,
            ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
                let $this = self;
                let fits = self.answers(request.scheme());
                Box::pin(future::ready(Ok(fits.then(|| $credential))))
            }

            fn answers(&self, scheme: &SecurityScheme) -> bool {
                self.scheme.as_deref().is_none_or(|name| name == scheme.name) && matches!(scheme.kind, $kind)
            }

            fn scheme(&self) -> Option<&str> {
                self.scheme.as_deref()
            }
        }
    };
}

fixed!(
    BearerToken,
    SecurityKind::Http("bearer") | SecurityKind::Token,
    this => Credential::Bearer(this.token.clone())
);
fixed!(
    BasicAuth,
    SecurityKind::Http("basic"),
    this => Credential::Basic { user: this.user.clone(), password: this.password.clone() }
);
fixed!(ApiKey, SecurityKind::ApiKey { .. }, this => Credential::ApiKey(this.key.clone()));
fixed!(
    AuthorizationHeader,
    SecurityKind::Http(_) | SecurityKind::Token,
    this => Credential::Authorization(this.value.clone())
);
