//! One credential, and who hands it out.

use std::error::Error as StdError;
use std::fmt;

use crate::service::SecurityScheme;
use crate::transport::BoxFuture;

/// A text that nobody sees by accident: `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Box<str>);

impl Secret {
    /// Keeps this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into_boxed_str())
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
#[derive(Clone, Debug)]
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
}

/// Hands out credentials. It is asked for each attempt, so that what has run out can be renewed.
///
/// The future counts against the time of the call, and is dropped when that is over.
pub trait Credentials: Send + Sync + fmt::Debug + 'static {
    /// The credential for this scheme; `None` where this is for other schemes.
    ///
    /// # Errors
    ///
    /// The scheme is this one's, but there is no credential to be had. The call is refused with this as its source.
    fn credential<'a>(
        &'a self,
        scheme: &'a SecurityScheme,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>>;
}

/// Why there is no credential. Messages must not hold secrets.
#[derive(Debug)]
pub struct CredentialsError {
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl CredentialsError {
    /// `message` says in one line what is missing, and what to do about it.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), source: None }
    }

    /// The same with its cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
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
