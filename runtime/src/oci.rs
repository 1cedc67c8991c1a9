//! Credentials of Oracle Cloud Infrastructure: its request signature, API keys, session tokens, and configuration file.
//!
//! Most programs need [`Profile`] alone: it reads the configuration file that the platform's command line has made, and hands
//! out [`Credentials`](crate::Credentials) for the client.
//!
//! Within the cloud, where no key file is, [`Principal::discover`] takes what the surroundings offer, and says which it took:
//! [`InstancePrincipal`], [`ResourcePrincipal`], [`WorkloadIdentity`], or such a profile. [`Delegation`] makes each of them act on
//! behalf of a user.
//!
//! - [`FileCredentials`] are made of files without a profile.
//! - [`FixedKey`] signs with one key, for example by a [`Signer`](crate::Signer) that asks a service which holds the key.
//! - [`PrivateKey`] is an RSA key that signs in this process.
//! - [`sign`] signs any request by hand, [`sign_unread`] one whose body cannot be looked at. Which headers are signed is what
//!   the [`SignedHeaders`](crate::SignedHeaders) of the key say.
//!
//! All of them answer security schemes of the kind `http` with the scheme `signature` only.
//!
//! # Secrets
//!
//! Texts of files, keys in DER, tokens and passphrases are zeroed in memory when they are done with, and stand in no
//! `Debug`, `Display` or error. Not zeroed are the numbers that ring keeps of a key, the headers of a request that was signed, the
//! buffers in which a transport received a token or the key of an instance, and what passes through registers and the stack.

mod der;
mod encryption;
mod environment;
mod error;
mod file;
mod file_credentials;
mod fingerprint;
mod fixed_key;
mod ini;
mod key_error;
mod off_thread;
mod pem;
mod place;
mod principal;
mod private_key;
mod profile;
mod session_key;
mod signing_credentials;
mod warning;

pub use crate::auth::{sign, sign_unread};
pub use environment::Environment;
pub use error::{ConfigurationError, Mistake};
pub use file_credentials::FileCredentials;
pub use fixed_key::FixedKey;
pub use key_error::KeyError;
pub use place::{FileRole, Place};
pub use principal::{
    CertificateFingerprint, Delegation, InstancePrincipal, InstancePrincipalBuilder, NoPrincipal, NotTaken, Principal,
    PrincipalKind, ResourcePrincipal, SessionKeys, Signing, Surroundings, WorkloadIdentity, WorkloadIdentityBuilder,
};
pub use private_key::PrivateKey;
pub use profile::Profile;
pub use warning::Warning;
