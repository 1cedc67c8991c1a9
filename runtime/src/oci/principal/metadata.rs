//! What the metadata service says of the instance that a program runs on.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde_json::Value;
use zeroize::Zeroizing;

use super::address::{Address, Region};
use super::certificate::Certificate;
use super::exchange::{Exchange, NoAnswer, Question};
use crate::auth::CredentialsError;
use crate::oci::private_key::PrivateKey;

/// So often certificate and key are fetched where they do not belong together: they may be exchanged meanwhile.
const FETCHES: usize = 3;

/// The metadata service, version 2.
pub(super) struct Metadata {
    pub(super) exchange: Exchange,
    pub(super) address: Address,
}

/// What an instance shows to be itself.
pub(super) struct Identity {
    pub(super) certificate: Certificate,
    pub(super) key: PrivateKey,
    pub(super) intermediate: Option<Certificate>,
}

impl Metadata {
    /// The region of the instance, and the domain of its realm.
    pub(super) async fn region(&self) -> Result<Region, CredentialsError> {
        match self.fetch("/instance/regionInfo").await {
            Ok(body) => {
                let said: Value = serde_json::from_slice(&body).unwrap_or_default();
                let text = |name: &str| said.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
                let Some(name) = text("regionIdentifier") else {
                    let message =
                        "the metadata service says of the region what is no JSON, or lacks `regionIdentifier`";
                    return Err(CredentialsError::new(message));
                };
                Region::new(name, text("realmDomainComponent"))
            }
            // What older services do not know.
            Err(NoAnswer { status: Some(StatusCode::NOT_FOUND), .. }) => {
                let body = self.fetch("/instance/region").await.map_err(|failed| failed.error)?;
                Region::new(std::str::from_utf8(&body).unwrap_or_default(), None)
            }
            Err(failed) => Err(failed.error),
        }
    }

    /// Certificate and key, which belong together.
    pub(super) async fn identity(&self) -> Result<Identity, CredentialsError> {
        let fetched = |failed: NoAnswer| failed.error;
        for _ in 0..FETCHES {
            let certificate = self.fetch("/identity/cert.pem").await.map_err(fetched)?;
            let key = self.fetch("/identity/key.pem").await.map_err(fetched)?;
            let intermediate = self.fetch("/identity/intermediate.pem").await;
            let unreadable =
                |what: &str| CredentialsError::new(format!("the metadata service has no {what} that can be read"));
            let certificate = Certificate::from_pem(&certificate).ok_or_else(|| unreadable("certificate"))?;
            let key = PrivateKey::from_pem(&key, None).map_err(|reason| {
                let message = format!("the private key of the metadata service cannot be used: {reason}");
                CredentialsError::new(message)
            })?;
            let intermediate = match intermediate {
                Ok(pem) => Some(Certificate::from_pem(&pem).ok_or_else(|| unreadable("intermediate certificate"))?),
                Err(NoAnswer { status: Some(StatusCode::NOT_FOUND), .. }) => None,
                Err(failed) => return Err(failed.error),
            };
            if certificate.is_of(&key) {
                return Ok(Identity { certificate, key, intermediate });
            }
        }
        let message = "the certificate and the private key of the metadata service do not belong together";
        Err(CredentialsError::new(message).passing())
    }

    async fn fetch(&self, path: &str) -> Result<Zeroizing<Vec<u8>>, NoAnswer> {
        let uri = self.address.at(path).map_err(|error| NoAnswer { status: None, error })?;
        // Shows that the request was meant for this service, and was not tricked out of something else.
        let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static("Bearer Oracle"))]);
        let whom = "the metadata service";
        let question = Question { whom, method: Method::GET, uri, headers, body: Bytes::new(), key: None };
        self.exchange.ask(&question).await.map(|answer| answer.body)
    }
}
