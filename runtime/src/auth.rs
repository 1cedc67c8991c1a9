//! What authorises calls: credentials, and how they get into a request.

mod authorise;
mod credential;
mod fixed;

pub use credential::{Credential, Credentials, CredentialsError, Secret};
pub use fixed::{ApiKey, AuthorizationHeader, BasicAuth, BearerToken};

pub(crate) use authorise::{Unauthorised, authorise, choose};
