//! Private keys that are encrypted with a passphrase.

#[cfg(feature = "encrypted-keys")]
mod cipher;
#[cfg(feature = "encrypted-keys")]
mod legacy;
#[cfg(feature = "encrypted-keys")]
mod pkcs8;
#[cfg(not(feature = "encrypted-keys"))]
mod unsupported;

#[cfg(feature = "encrypted-keys")]
pub(super) use legacy::decrypt_pkcs1;
#[cfg(feature = "encrypted-keys")]
pub(super) use pkcs8::decrypt_pkcs8;
#[cfg(not(feature = "encrypted-keys"))]
pub(super) use unsupported::{decrypt_pkcs1, decrypt_pkcs8};
