//! The request signature of Oracle Cloud Infrastructure: what is signed, what with, and where that comes from.

mod configuration;
mod files;
mod keys;
mod operation;
mod profile_errors;
mod rules;
mod secrecy;
mod signed_headers;
mod vectors;
mod verifier;
mod wire;

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use trueform_runtime::oci::PrivateKey;
use trueform_runtime::{
    BoxFuture, Credential, CredentialRequest, Credentials, CredentialsError, SecurityKind, SecurityScheme, SigningKey,
};

pub(crate) static SIGNATURE: SecurityScheme =
    SecurityScheme { name: "requestSignature", kind: SecurityKind::Http("signature") };

/// Thu, 05 Jan 2023 21:31:40 GMT, the time of the vectors.
pub(crate) fn time_of_the_vectors() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_672_954_300)
}

/// A file of the folder `keys`.
pub(crate) fn key_file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/signing/keys").join(name)
}

pub(crate) fn key_text(name: &str) -> String {
    std::fs::read_to_string(key_file(name)).expect("the key can be read")
}

pub(crate) fn fingerprint() -> String {
    key_text("fingerprint.txt").trim().to_owned()
}

pub(crate) fn signing_key() -> SigningKey {
    let key = PrivateKey::from_file(key_file("rsa2048.pem"), None).expect("a sound key");
    key.into_api_key("tenancy", "user")
}

/// What credentials answer for the request signature.
pub(crate) async fn answer(
    credentials: &impl Credentials,
    after_refusal: bool,
) -> Result<SigningKey, CredentialsError> {
    let request = CredentialRequest::new(&SIGNATURE);
    let request = if after_refusal { request.after_refusal() } else { request };
    match credentials.credential(request).await? {
        Some(Credential::Signature(key)) => Ok(key),
        other => panic!("{other:?}"),
    }
}

/// A signer that has its own answer.
#[derive(Debug)]
pub(crate) struct Remote(pub(crate) Result<&'static [u8], &'static str>);

impl trueform_runtime::Signer for Remote {
    fn sign<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CredentialsError>> {
        Box::pin(async move { self.0.map(<[u8]>::to_vec).map_err(CredentialsError::new) })
    }
}
