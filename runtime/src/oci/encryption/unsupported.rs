//! What stands in where the feature `encrypted-keys` is off.

use zeroize::Zeroizing;

use crate::auth::Secret;
use crate::oci::key_error::KeyError;

pub(in crate::oci) fn decrypt_pkcs8(_: &[u8], _: Option<&Secret>) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    Err(KeyError::FeatureMissing)
}

pub(in crate::oci) fn decrypt_pkcs1(
    _: Zeroizing<Vec<u8>>,
    _: &str,
    _: Option<&Secret>,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    Err(KeyError::FeatureMissing)
}
