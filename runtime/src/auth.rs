//! What authorises calls: credentials, and how they get into a request.

mod authorise;
mod credential;
mod fit;
mod fixed;
mod for_scheme;
#[cfg(feature = "oci")]
mod signature;
#[cfg(feature = "oci")]
mod signed_headers;
#[cfg(feature = "oci")]
mod signer;

pub use credential::{Credential, CredentialRequest, Credentials, CredentialsError, Secret};
pub use fixed::{ApiKey, AuthorizationHeader, BasicAuth, BearerToken};
#[cfg(feature = "oci")]
pub use signature::{sign, sign_unread};
#[cfg(feature = "oci")]
pub use signed_headers::SignedHeaders;
#[cfg(feature = "oci")]
pub use signer::{Signer, SigningKey};

pub(crate) use authorise::{Chosen, Unauthorised, authorise, choose};
pub(crate) use fit::{Given, held_against, ways_for_all};
