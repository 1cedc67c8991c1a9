//! One credential, and who hands it out.

use std::error::Error as StdError;
use std::fmt;

use zeroize::Zeroizing;

#[cfg(feature = "oci")]
use super::signer::SigningKey;
use crate::service::SecurityScheme;
use crate::transport::BoxFuture;

/// A text that nobody sees by accident: `Debug` does not show it, and its memory is zeroed when it is dropped.
///
/// What is made of it, such as a header, is a copy that is not zeroed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Keeps this text.
    pub fn new(text: impl Into<String>) -> Self {
        // Not shrunk to its length: that may move it, and leave the text where it was.
        Self(Zeroizing::new(text.into()))
    }

    /// The text itself. Take care where it goes.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// All that one security scheme needs for one request, as one value, so that its parts always belong together.
///
/// Two are equal where the same would be sent, so that a refused one is not tried again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Credential {
    /// `authorization: Bearer TOKEN`.
    Bearer(Secret),
    /// `authorization: Basic`, with user and password in base64.
    Basic {
        /// The name of the user; it holds no colon.
        user: String,
        /// The password.
        password: Secret,
    },
    /// The key of an API-key scheme; the scheme says where it stands.
    ApiKey(Secret),
    /// The whole value of the `authorization` header.
    Authorization(Secret),
    /// A signature over each request, in the `authorization` header: see [`SigningKey`].
    #[cfg(feature = "oci")]
    Signature(SigningKey),
}

/// What credentials are asked for.
#[derive(Clone, Copy, Debug)]
pub struct CredentialRequest<'a> {
    scheme: &'a SecurityScheme,
    refused: bool,
    refused_credential: Option<&'a Credential>,
}

impl<'a> CredentialRequest<'a> {
    /// Asks for the credential for this scheme.
    pub fn new(scheme: &'a SecurityScheme) -> Self {
        Self { scheme, refused: false, refused_credential: None }
    }

    /// The same when the service has just refused what was handed out before: whatever is kept of it is stale.
    #[must_use]
    pub fn after_refusal(self) -> Self {
        Self { refused: true, ..self }
    }

    /// The same when the service has just refused this credential. Another one may have been handed out since: who renews can
    /// tell, and renew once for many calls that were refused together.
    #[must_use]
    pub fn after_refusal_of(self, credential: &'a Credential) -> Self {
        Self { refused: true, refused_credential: Some(credential), ..self }
    }

    /// The credential that the service has just refused, where it is known.
    pub fn refused_credential(&self) -> Option<&'a Credential> {
        self.refused_credential
    }

    /// The security scheme that asks for it.
    pub fn scheme(&self) -> &'a SecurityScheme {
        self.scheme
    }

    /// Whether the service has just refused what was handed out before (401), so that it must be fetched anew.
    pub fn is_after_refusal(&self) -> bool {
        self.refused
    }
}

/// Hands out credentials. It is asked for each attempt, so that what has run out can be renewed.
///
/// The future counts against the time of the call, and is dropped when that is over.
pub trait Credentials: Send + Sync + fmt::Debug + 'static {
    /// The credential for a scheme, all parts of it as one value; `None` where this is for other schemes.
    ///
    /// # Errors
    ///
    /// The scheme is this one's, but there is no credential to be had. The call is refused with this as its source.
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>>;

    /// Whether there may ever be a credential for this scheme. It is asked when a client is built, so that what no
    /// operation could use is an error there; nothing must be fetched for it. Any scheme, unless stated.
    fn answers(&self, scheme: &SecurityScheme) -> bool {
        let _ = scheme;
        true
    }

    /// The name of the one scheme that this is for, where it is for one by its name. Such credentials are asked before all
    /// that are for any scheme of their kind.
    fn scheme(&self) -> Option<&str> {
        None
    }
}

/// Several may share what they hand out.
impl<C: Credentials + ?Sized> Credentials for std::sync::Arc<C> {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        (**self).credential(request)
    }

    fn answers(&self, scheme: &SecurityScheme) -> bool {
        (**self).answers(scheme)
    }

    fn scheme(&self) -> Option<&str> {
        (**self).scheme()
    }
}

/// Why there is no credential. Messages must not hold secrets.
#[derive(Debug)]
pub struct CredentialsError {
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
    may_pass: bool,
}

impl CredentialsError {
    /// `message` says in one line what is missing, and what to do about it.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), source: None, may_pass: false }
    }

    /// The same with its cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The same as one that may pass, such as a connection to a remote signer that broke: it is worth another try, as a
    /// failure of the network is.
    #[must_use]
    pub fn passing(mut self) -> Self {
        self.may_pass = true;
        self
    }

    /// Whether it is worth another try.
    pub fn may_pass(&self) -> bool {
        self.may_pass
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl StdError for CredentialsError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
