//! Tokens for certificates.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Method};
use serde_json::{Value, json};

use super::address::Address;
use super::certificate::CertificateFingerprint;
use super::exchange::{Answer, Exchange, Question};
use super::metadata::Identity;
use super::token::{Issued, SessionToken};
use crate::auth::{CredentialsError, Secret, SignedHeaders, SigningKey};
use crate::oci::private_key::PrivateKey;

/// The service that hands out tokens.
pub(super) struct Federation<'a> {
    pub(super) exchange: &'a Exchange,
    pub(super) address: Address,
    pub(super) fingerprint: CertificateFingerprint,
}

impl Federation<'_> {
    /// A token for the holder of a certificate, who will sign with this session key.
    pub(super) async fn token(&self, identity: Identity, session: PrivateKey) -> Result<Issued, CredentialsError> {
        let Identity { certificate, key, intermediate } = identity;
        let tenancy = certificate.tenancy().ok_or_else(|| {
            CredentialsError::new("the certificate of the metadata service names no tenancy (`opc-tenant:`)")
        })?;
        let fingerprint = certificate.fingerprint(self.fingerprint);
        let id = format!("{tenancy}/{}/{fingerprint}", self.fingerprint.scheme());
        let mut body = json!({
            "certificate": certificate.base64(),
            "publicKey": STANDARD.encode(session.public_key_der()),
            "purpose": "DEFAULT",
        });
        if let Some(intermediate) = intermediate {
            body["intermediateCertificates"] = json!([intermediate.base64()]);
        }
        if self.fingerprint == CertificateFingerprint::Sha256 {
            body["fingerprintAlgorithm"] = json!("SHA256");
        }
        let question = Question {
            whom: "the federation service",
            method: Method::POST,
            uri: self.address.at("/v1/x509")?,
            headers: HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]),
            body: Bytes::from(body.to_string()),
            key: Some(SigningKey::new(id, Arc::new(key)).signing(SignedHeaders::FEDERATION)),
        };
        let answer = self.exchange.ask(&question).await.map_err(|failed| failed.error)?;
        issued(self.exchange, question.whom, &answer.body, &answer, session)
    }
}

/// The key of a reply `{"token": …}`, whose token may begin with `ST$`.
pub(super) fn issued(
    exchange: &Exchange,
    whom: &str,
    json: &[u8],
    answer: &Answer,
    session: PrivateKey,
) -> Result<Issued, CredentialsError> {
    let text = match serde_json::from_slice(json) {
        Ok(Value::Object(mut reply)) => reply.remove("token"),
        _ => None,
    };
    let Some(Value::String(text)) = text else {
        return Err(CredentialsError::new(format!("the reply of {whom} is no JSON object with a `token`")));
    };
    let text = Secret::new(text);
    let text = text.reveal().strip_prefix("ST$").map_or(text.clone(), Secret::from);
    let unusable = |reason| CredentialsError::new(format!("the token of {whom} {reason}"));
    let token = SessionToken::parse(text).map_err(unusable)?;
    token.into_key(session, answer.date, exchange.clock.now()).map_err(unusable)
}
