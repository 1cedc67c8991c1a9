//! The request signature of Oracle Cloud Infrastructure, version 1.

use std::time::SystemTime;

use bytes::Bytes;
use http::Request;

use super::credential::CredentialsError;
use super::signer::SigningKey;

/// Signs a request that is otherwise as it will be sent at this time.
pub(crate) async fn sign(_: &mut Request<Bytes>, _: &SigningKey, _: SystemTime) -> Result<(), CredentialsError> {
    Err(CredentialsError::new("to be written"))
}
