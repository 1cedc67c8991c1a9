//! The signature of a request as a careful person would write it for this one method, over ring.

use std::error::Error;
use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::header::{AUTHORIZATION, DATE, HeaderMap, HeaderValue};
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair};

type Failure = Box<dyn Error + Send + Sync>;

/// What the service would know the key by, of the length that real ones have.
pub(crate) const KEY_ID: &str = "ocid1.tenancy.oc1..aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffgggggggg/\
                                 ocid1.user.oc1..aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffgggggggg/\
                                 3d:d6:01:94:ec:8e:2f:81:59:4f:2f:81:d7:11:eb:57";

/// The key, and the source of what blinds it.
pub(crate) struct Key {
    pair: RsaKeyPair,
    random: SystemRandom,
}

impl Key {
    /// A throwaway key of 2048 bits.
    pub(crate) fn new() -> Result<Self, Failure> {
        let pair = RsaKeyPair::from_der(include_bytes!("../../../runtime/tests/signing/keys/rsa2048.der"))
            .map_err(|rejected| rejected.to_string())?;
        Ok(Self { pair, random: SystemRandom::new() })
    }

    /// The signature alone.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut signature = vec![0; self.pair.public().modulus_len()];
        self.pair.sign(&RSA_PKCS1_SHA256, &self.random, message, &mut signature).map_err(|_| "ring refuses to sign")?;
        Ok(signature)
    }
}

/// Writes `date` and `authorization` into a request without a body.
pub(crate) fn authorize(
    headers: &mut HeaderMap,
    [method, target, host]: [&str; 3],
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, Failure>,
) -> Result<(), Failure> {
    let date = httpdate::fmt_http_date(SystemTime::now());
    let message = format!("date: {date}\n(request-target): {method} {target}\nhost: {host}");
    let signature = STANDARD.encode(sign(message.as_bytes())?);
    let mut value = HeaderValue::try_from(format!(
        "Signature version=\"1\",headers=\"date (request-target) host\",keyId=\"{KEY_ID}\",algorithm=\"rsa-sha256\",\
         signature=\"{signature}\""
    ))?;
    value.set_sensitive(true);
    headers.insert(DATE, HeaderValue::try_from(date)?);
    headers.insert(AUTHORIZATION, value);
    Ok(())
}
