//! Principals, against a metadata service, a federation service and a cluster of our own, on loopback or without any
//! network.

mod cloud;
mod discovery;
mod instance;
mod loopback;
#[expect(dead_code, reason = "other tests ask for more")]
#[path = "../signing/operation.rs"]
mod operation;
mod refusal;
mod renewal;
mod resource;
mod secrecy;
mod workload;

use std::path::PathBuf;

use trueform_runtime::oci::{PrivateKey, SessionKeys};
use trueform_runtime::{
    Credential, CredentialRequest, Credentials, CredentialsError, SecurityKind, SecurityScheme, SigningKey,
};

pub(crate) static SIGNATURE: SecurityScheme =
    SecurityScheme { name: "requestSignature", kind: SecurityKind::Http("signature") };

pub(crate) fn key_text(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/signing/keys").join(name);
    std::fs::read_to_string(path).expect("the key can be read")
}

/// Keys that take no time to make: the same key, made anew each time.
pub(crate) fn session_keys() -> SessionKeys {
    SessionKeys::from_fn(|| {
        PrivateKey::from_pem(key_text("rsa2048.pem").as_bytes(), None)
            .map_err(|error| CredentialsError::new(error.to_string()))
    })
}

/// What credentials answer for the request signature.
pub(crate) async fn answer(
    credentials: &impl Credentials,
    refused: Option<&SigningKey>,
) -> Result<SigningKey, CredentialsError> {
    let refused = refused.map(|key| Credential::Signature(key.clone()));
    let request = CredentialRequest::new(&SIGNATURE);
    let request = refused.as_ref().map_or(request, |refused| request.after_refusal_of(refused));
    match credentials.credential(request).await? {
        Some(Credential::Signature(key)) => Ok(key),
        other => panic!("{other:?}"),
    }
}
