//! Why a private key cannot be used.

use std::error::Error as StdError;
use std::fmt;

use crate::one_line::OneLine;

/// Why a text is no private key that requests can be signed with. `Display` says it in one line, with the remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// There is no `-----BEGIN …-----` in it; perhaps it is in DER.
    NoSection,
    /// It holds the public half only.
    PublicKey,
    /// It holds a certificate, or the request for one.
    Certificate,
    /// It holds a private key for something else than RSA.
    OtherAlgorithm {
        /// For example `EC`; the object identifier in hexadecimal for those without a common name.
        algorithm: String,
    },
    /// It holds a private key in the format of OpenSSH.
    OpenSsh,
    /// It holds a section, but none of a private key.
    OtherSection {
        /// What stands after `BEGIN`.
        label: String,
    },
    /// Its section has no end, or is not base64.
    DamagedBase64,
    /// Its bytes are not what its section says.
    DamagedDer,
    /// It is an RSA key by its form, but ring, which signs, refuses it: its parts do not fit together, or it has more than
    /// two primes.
    Refused {
        /// What ring says.
        reason: String,
    },
    /// Its size is one that ring does not sign with: below 2048 bits, above 4096, or not a multiple of 1024.
    Size {
        /// The length of the modulus.
        bits: usize,
    },
    /// Its public exponent is one that ring does not take: below 65537, or above 33 bits.
    Exponent,
    /// It is encrypted, and there is no passphrase.
    PassphraseMissing,
    /// It is encrypted, but not with this passphrase.
    PassphraseWrong,
    /// It is encrypted, and this program was built without the feature `encrypted-keys`.
    FeatureMissing,
    /// It is encrypted in a way that is not supported.
    UnsupportedEncryption {
        /// The name of the method, or its object identifier in hexadecimal.
        method: String,
    },
    /// It is not the key whose fingerprint was stated.
    FingerprintMismatch {
        /// The fingerprint that the configuration states.
        stated: String,
        /// The fingerprint of the key.
        found: String,
    },
}

const NEW_KEY: &str =
    "make a new one with `openssl genrsa -out key.pem 2048` and upload its public half to the console";
const CONVERT: &str = "convert it with `openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW`";

impl fmt::Display for KeyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSection => formatter.write_str(
                "no PEM text with a private key; it must have a line `-----BEGIN PRIVATE KEY-----`; if it is in DER, \
                 convert it with `openssl pkcs8 -topk8 -nocrypt -inform DER -in OLD -out NEW`",
            ),
            Self::PublicKey => formatter.write_str(
                "a public key; state the file of the private key that belongs to it, which begins with \
                 `-----BEGIN PRIVATE KEY-----` or the like",
            ),
            Self::Certificate => formatter.write_str(
                "a certificate, no private key; state the file of the private key that was uploaded as an API key",
            ),
            Self::OtherAlgorithm { algorithm } => {
                write!(formatter, "a private key for {}, but requests are signed with RSA; {NEW_KEY}", OneLine(algorithm))
            }
            Self::OpenSsh => formatter.write_str(
                "a private key in the format of OpenSSH; convert a copy with `ssh-keygen -p -m PEM -f COPY`",
            ),
            Self::OtherSection { label } => {
                write!(formatter, "a PEM section `{}`, no private key; state the file of the private key", OneLine(label))
            }
            Self::DamagedBase64 => formatter.write_str(
                "a private key that is damaged: its PEM section has no end, or is not base64; copy it again, as a whole",
            ),
            Self::DamagedDer => formatter.write_str(
                "a private key that is damaged: its bytes are not what its PEM section says; copy it again, as a whole",
            ),
            Self::Refused { reason } => {
                write!(formatter, "an RSA key that cannot be used ({reason}): it is damaged, or of a rare kind; {NEW_KEY}")
            }
            Self::Size { bits } => write!(
                formatter,
                "an RSA key of {bits} bits; only 2048, 3072 and 4096 can be used; {NEW_KEY}"
            ),
            Self::Exponent => {
                write!(formatter, "an RSA key with a public exponent that cannot be used, other than 65537; {NEW_KEY}")
            }
            Self::PassphraseMissing => formatter.write_str(
                "an encrypted private key, and there is no passphrase; state it as `pass_phrase` in the profile",
            ),
            Self::PassphraseWrong => formatter.write_str(
                "an encrypted private key, and the passphrase is wrong; correct `pass_phrase` in the profile (if it is \
                 right, the file is damaged)",
            ),
            Self::FeatureMissing => formatter.write_str(
                "an encrypted private key, which needs the feature `encrypted-keys` of trueform-runtime; switch it on, or \
                 decrypt a copy with `openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW`",
            ),
            Self::UnsupportedEncryption { method } => {
                write!(formatter, "a private key that is encrypted with {}, which is not supported; {CONVERT}", OneLine(method))
            }
            Self::FingerprintMismatch { stated, found } => write!(
                formatter,
                "not the key of the fingerprint {}: its own is {found}; correct `fingerprint`, or state the file of the \
                 other key",
                OneLine(stated)
            ),
        }
    }
}

impl StdError for KeyError {}
