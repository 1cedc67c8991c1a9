//! What authorises calls: credentials, and how they get into a request.

mod authorise;
mod credential;
mod fixed;
mod signature;
mod signer;

pub use credential::{Credential, CredentialRequest, Credentials, CredentialsError, Secret};
pub use fixed::{ApiKey, AuthorizationHeader, BasicAuth, BearerToken};
pub use signer::{Signer, SigningKey};

pub(crate) use authorise::{Chosen, Unauthorised, authorise, choose};
