//! As much of certificates as federation asks for (RFC 5280).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest;

use crate::oci::der::{self, Reader};
use crate::oci::pem;
use crate::oci::private_key::PrivateKey;

const VERSION: u8 = 0xA0;
const SET: u8 = 0x31;

/// How a certificate is named in a call that its key signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateFingerprint {
    /// SHA-256, which the call says.
    #[default]
    Sha256,
    /// SHA-1, of which the call says nothing: the older way, for a federation service that knows no other.
    Sha1,
}

impl CertificateFingerprint {
    /// What stands in the identifier of the key, after the tenancy and before the fingerprint.
    pub(super) fn scheme(self) -> &'static str {
        match self {
            Self::Sha256 => "fed-x509-sha256",
            Self::Sha1 => "fed-x509",
        }
    }
}

/// A certificate in DER, not verified: it is this machine's own.
pub(super) struct Certificate {
    der: Vec<u8>,
    tenancy: Option<String>,
}

impl Certificate {
    /// The first certificate of a text.
    pub(super) fn from_pem(pem: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(pem).ok()?;
        let sections = pem::sections(text);
        let section = sections.iter().find(|section| section.label == "CERTIFICATE")?;
        let der = section.decode()?.to_vec();
        let tenancy = tenancy(subject_and_key(&der)?.0);
        Some(Self { der, tenancy })
    }

    /// The tenancy that the subject names.
    pub(super) fn tenancy(&self) -> Option<&str> {
        self.tenancy.as_deref()
    }

    /// Whether this is the private key of the certificate.
    pub(super) fn is_of(&self, key: &PrivateKey) -> bool {
        let own = subject_and_key(&self.der).map(|(_, key)| key);
        own.is_some() && own == Reader::new(key.public_key_der()).read(der::SEQUENCE)
    }

    /// The certificate in base64, on one line.
    pub(super) fn base64(&self) -> String {
        STANDARD.encode(&self.der)
    }

    /// The hash of the certificate, in hexadecimal with colons; SHA-1 in upper case, as the older way has it.
    pub(super) fn fingerprint(&self, algorithm: CertificateFingerprint) -> String {
        match algorithm {
            CertificateFingerprint::Sha256 => {
                der::hexadecimal(digest::digest(&digest::SHA256, &self.der).as_ref(), ":")
            }
            CertificateFingerprint::Sha1 => {
                let hash = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, &self.der);
                der::hexadecimal(hash.as_ref(), ":").to_ascii_uppercase()
            }
        }
    }
}

/// The subject, and the content of the public key's `SubjectPublicKeyInfo` (RFC 5280, section 4.1).
fn subject_and_key(der: &[u8]) -> Option<(Reader<'_>, &[u8])> {
    let mut certificate = Reader::new(der).sequence()?.sequence()?;
    let mut versioned = certificate;
    if versioned.read(VERSION).is_some() {
        certificate = versioned;
    }
    certificate.read(der::INTEGER)?;
    certificate.sequence()?; // the algorithm of the signature
    certificate.sequence()?; // the issuer
    certificate.sequence()?; // the validity
    let subject = certificate.sequence()?;
    Some((subject, certificate.read(der::SEQUENCE)?))
}

/// The platform writes the tenancy into the subject, as the value of an organizational unit or the like.
fn tenancy(mut subject: Reader<'_>) -> Option<String> {
    while !subject.is_empty() {
        let mut names = Reader::new(subject.read(SET)?);
        while !names.is_empty() {
            let mut name = names.sequence()?;
            name.read(der::OBJECT_IDENTIFIER)?;
            let text = std::str::from_utf8(name.any()?).unwrap_or_default();
            let tenancy = ["opc-tenant:", "opc-identity:"].iter().find_map(|begin| text.strip_prefix(begin));
            let fits = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\' | b'/');
            if let Some(tenancy) = tenancy.filter(|tenancy| !tenancy.is_empty() && tenancy.bytes().all(fits)) {
                return Some(tenancy.to_owned());
            }
        }
    }
    None
}
