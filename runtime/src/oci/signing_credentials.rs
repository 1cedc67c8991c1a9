//! Credentials that hand out a key for request signatures.

use crate::service::{SecurityKind, SecurityScheme};

/// Makes a type, whose field `scheme` may name one scheme, credentials for request signatures: `$key` is the key for a
/// request, and may await and fail.
macro_rules! signing_credentials {
    ($credentials:ty, $this:ident, $request:ident => $key:expr) => {
        impl $credentials {
            /// The same for the security scheme of this name in the document alone.
            #[must_use]
            pub fn for_scheme(mut self, name: impl Into<String>) -> Self {
                self.scheme = Some(name.into());
                self
            }
        }

        impl $crate::auth::Credentials for $credentials {
            fn credential<'a>(
                &'a self,
                $request: $crate::auth::CredentialRequest<'a>,
            ) -> $crate::transport::BoxFuture<
                'a,
                Result<Option<$crate::auth::Credential>, $crate::auth::CredentialsError>,
            > {
                Box::pin(async move {
                    let $this = self;
                    if !$crate::auth::Credentials::answers($this, $request.scheme()) {
                        return Ok(None);
                    }
                    Ok(Some($crate::auth::Credential::Signature($key)))
                })
            }

            fn answers(&self, scheme: &$crate::service::SecurityScheme) -> bool {
                $crate::oci::signing_credentials::is_asked_for(scheme, self.scheme.as_deref())
            }

            fn scheme(&self) -> Option<&str> {
                self.scheme.as_deref()
            }
        }
    };
}

pub(super) use signing_credentials;

/// Whether a scheme is one of request signatures, and that of this name, if one is stated.
pub(super) fn is_asked_for(scheme: &SecurityScheme, name: Option<&str>) -> bool {
    name.is_none_or(|name| name == scheme.name) && scheme.kind == SecurityKind::Http("signature")
}
