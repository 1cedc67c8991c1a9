//! RSA keys that sign in this process.

use std::fmt;
use std::future;
use std::path::PathBuf;
use std::sync::Arc;

use ring::rand::SystemRandom;
use ring::rsa::KeyPair;
use ring::signature::RSA_PKCS1_SHA256;
use zeroize::Zeroizing;

use super::der::{self, Reader};
use super::encryption;
use super::error::ConfigurationError;
use super::file;
use super::fingerprint::Fingerprint;
use super::key_error::KeyError;
use super::pem::{self, Section};
use super::place::{FileRole, NamedFile};
use crate::auth::{CredentialsError, Secret, Signer, SigningKey};
use crate::transport::BoxFuture;

/// An RSA key that signs in this process, by ring.
///
/// A signature takes about a millisecond of processor time with 2048 bits, some more with 4096, and is made at once, where
/// the request is. Clones share the key. What was read of it is zeroed; the numbers that ring keeps of it are not, when the
/// last clone is dropped. `Debug` shows the fingerprint alone.
#[derive(Clone)]
pub struct PrivateKey {
    pair: Arc<KeyPair>,
    public: Arc<[u8]>,
    fingerprint: Fingerprint,
}

impl PrivateKey {
    /// Reads a key in PEM: PKCS#8 or PKCS#1, and with the feature `encrypted-keys` either of them encrypted, the latter in
    /// OpenSSL's old form with `DEK-Info`. The first private key of the text is taken; other text is passed over, such as
    /// the line `OCI_API_KEY` after it. A passphrase for a key that is not encrypted is not used: profiles inherit it.
    ///
    /// The caller's copies of text and passphrase are the caller's to zero.
    ///
    /// # Errors
    ///
    /// The text holds no RSA key that can be used; see [`KeyError`].
    pub fn from_pem(pem: &[u8], passphrase: Option<&Secret>) -> Result<Self, KeyError> {
        let text = std::str::from_utf8(pem).map_err(|_| KeyError::NoSection)?;
        let sections = pem::sections(text);
        let Some(section) = sections.iter().find(|section| is_private(section)) else {
            return Err(no_private_key(text, &sections));
        };
        let der = section.decode().ok_or(KeyError::DamagedBase64)?;
        let passphrase = passphrase.filter(|passphrase| !passphrase.reveal().is_empty());
        if section.label == "ENCRYPTED PRIVATE KEY" {
            return Self::from_pkcs8(&encryption::decrypt_pkcs8(&der, passphrase)?);
        }
        let encrypted = section.header("Proc-Type").is_some_and(|value| value.ends_with("ENCRYPTED"));
        let der = if encrypted {
            encryption::decrypt_pkcs1(der, section.header("DEK-Info").unwrap_or_default(), passphrase)?
        } else {
            der
        };
        if section.label == "PRIVATE KEY" { Self::from_pkcs8(&der) } else { Self::from_pkcs1(&der) }
    }

    /// Reads the key of a file, as [`PrivateKey::from_pem`] does. It blocks meanwhile.
    ///
    /// # Errors
    ///
    /// The file is not there, cannot be read, or holds no RSA key that can be used.
    pub fn from_file(path: impl Into<PathBuf>, passphrase: Option<&Secret>) -> Result<Self, ConfigurationError> {
        let file = NamedFile::new(FileRole::PrivateKey, path.into());
        let content = file::read(&file)?;
        Self::from_pem(&content.bytes, passphrase).map_err(|reason| ConfigurationError::PrivateKey {
            path: file.path,
            place: None,
            reason,
        })
    }

    /// RFC 5208, section 5.
    fn from_pkcs8(der: &Zeroizing<Vec<u8>>) -> Result<Self, KeyError> {
        let (oid, key) = der::pkcs8_algorithm(der).ok_or(KeyError::DamagedDer)?;
        if let Some(algorithm) = other_than_rsa(oid) {
            return Err(KeyError::OtherAlgorithm { algorithm });
        }
        let (modulus, exponent) = public_numbers(key).ok_or(KeyError::DamagedDer)?;
        Self::new(modulus, exponent, KeyPair::from_pkcs8(der))
    }

    /// A key that was made here.
    pub(super) fn from_pkcs1_der(der: &Zeroizing<Vec<u8>>) -> Result<Self, KeyError> {
        Self::from_pkcs1(der)
    }

    /// RFC 8017, appendix A.1.2.
    fn from_pkcs1(der: &Zeroizing<Vec<u8>>) -> Result<Self, KeyError> {
        let (modulus, exponent) = public_numbers(der).ok_or(KeyError::DamagedDer)?;
        Self::new(modulus, exponent, KeyPair::from_der(der))
    }

    fn new(modulus: &[u8], exponent: &[u8], pair: Result<KeyPair, ring::error::KeyRejected>) -> Result<Self, KeyError> {
        let pair = pair.map_err(|rejected| refusal(modulus, exponent, &rejected.to_string()))?;
        let public = der::subject_public_key_info(modulus, exponent);
        Ok(Self { pair: Arc::new(pair), fingerprint: Fingerprint::of(&public), public: public.into() })
    }

    /// The fingerprint, as the console shows it: the MD5 of the public key, as `SubjectPublicKeyInfo` in DER, in hexadecimal
    /// with colons, lower case.
    pub fn fingerprint(&self) -> &str {
        self.fingerprint.as_str()
    }

    /// The public key in PKCS#1 (RFC 8017, appendix A.1.1).
    #[cfg(test)]
    pub(super) fn public_key_pkcs1(&self) -> &[u8] {
        self.pair.public().as_ref()
    }

    /// The public key as `SubjectPublicKeyInfo` in DER (RFC 5280, section 4.1.2.7).
    pub fn public_key_der(&self) -> &[u8] {
        &self.public
    }

    /// Whether this is the key of a fingerprint; case does not matter.
    ///
    /// # Errors
    ///
    /// [`KeyError::FingerprintMismatch`], with both fingerprints.
    pub fn check_fingerprint(&self, stated: &str) -> Result<(), KeyError> {
        if stated.trim().eq_ignore_ascii_case(self.fingerprint()) {
            return Ok(());
        }
        Err(KeyError::FingerprintMismatch { stated: stated.to_owned(), found: self.fingerprint().to_owned() })
    }

    /// This key as an API key of a user of a tenancy, both stated by their OCID. It was uploaded for that user.
    pub fn into_api_key(self, tenancy: &str, user: &str) -> SigningKey {
        let id = format!("{tenancy}/{user}/{}", self.fingerprint());
        SigningKey::new(id, Arc::new(self))
    }

    /// This key as that of a session, whose token was made for it.
    pub fn into_session_key(self, token: &Secret) -> SigningKey {
        // With room for all of it at once: text that grows is moved, and left behind where it was.
        let mut id = String::with_capacity(3 + token.reveal().len());
        id.push_str("ST$");
        id.push_str(token.reveal());
        SigningKey::new(id, Arc::new(self))
    }
}

impl Signer for PrivateKey {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CredentialsError>> {
        let mut signature = vec![0; self.pair.public().modulus_len()];
        let signed = self.pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature);
        // ring's own error says nothing, by intent.
        let signed = signed.map(|()| signature).map_err(|_| CredentialsError::new("ring could not sign the request"));
        Box::pin(future::ready(signed))
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PrivateKey({})", self.fingerprint())
    }
}

fn is_private(section: &Section<'_>) -> bool {
    matches!(section.label, "PRIVATE KEY" | "RSA PRIVATE KEY" | "ENCRYPTED PRIVATE KEY")
}

/// What a text without an RSA key holds instead.
fn no_private_key(text: &str, sections: &[Section<'_>]) -> KeyError {
    // `EC PARAMETERS` come before the key that they belong to.
    let telling = sections.iter().find(|section| section.label.ends_with("PRIVATE KEY")).or(sections.first());
    let Some(section) = telling else {
        let is_ssh = |line: &str| ["ssh-", "ecdsa-sha2-"].iter().any(|begin| line.trim_start().starts_with(begin));
        return if text.lines().any(is_ssh) { KeyError::PublicKey } else { KeyError::NoSection };
    };
    match section.label {
        "OPENSSH PRIVATE KEY" => KeyError::OpenSsh,
        label if label.ends_with("PUBLIC KEY") => KeyError::PublicKey,
        label if label.contains("CERTIFICATE") => KeyError::Certificate,
        label => match label.strip_suffix(" PRIVATE KEY") {
            Some(algorithm) => KeyError::OtherAlgorithm { algorithm: algorithm.to_owned() },
            None => KeyError::OtherSection { label: label.to_owned() },
        },
    }
}

/// The common name of the algorithm of a key, unless it is RSA.
fn other_than_rsa(oid: &[u8]) -> Option<String> {
    let name = match oid {
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01] => return None,
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A] => "RSA-PSS alone",
        [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01] => "EC",
        [0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01] => "DSA",
        [0x2B, 0x65, 0x6E] => "X25519",
        [0x2B, 0x65, 0x6F] => "X448",
        [0x2B, 0x65, 0x70] => "Ed25519",
        [0x2B, 0x65, 0x71] => "Ed448",
        other => return Some(der::hexadecimal(other, "")),
    };
    Some(name.to_owned())
}

/// Modulus and public exponent of a private key in PKCS#1.
fn public_numbers(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut outer = Reader::new(der);
    let mut key = outer.sequence()?;
    key.read(der::INTEGER)?;
    Some((key.unsigned()?, key.unsigned()?))
}

/// ring says of a modulus and of an exponent alike that it is too small.
fn refusal(modulus: &[u8], exponent: &[u8], reason: &str) -> KeyError {
    let bits = der::bits(modulus);
    if !(2048..=4096).contains(&bits) || reason == "PrivateModulusLenNotMultipleOf512Bits" {
        return KeyError::Size { bits };
    }
    match reason {
        "TooSmall" | "TooLarge" if exponent != [1, 0, 1] => KeyError::Exponent,
        "InvalidEncoding" => KeyError::DamagedDer,
        reason => KeyError::Refused { reason: reason.to_owned() },
    }
}
