//! Where the keys of sessions come from.

use std::fmt;
use std::sync::Arc;

use crate::auth::CredentialsError;
use crate::oci::off_thread::off_thread;
use crate::oci::private_key::PrivateKey;
use crate::oci::session_key;

/// Makes the key of each session: a fresh one whenever there is a new token. `Default` makes RSA keys of 2048 bits in
/// this process.
#[derive(Clone)]
pub struct SessionKeys(Arc<dyn Fn() -> Result<PrivateKey, CredentialsError> + Send + Sync>);

impl SessionKeys {
    /// Takes keys from somebody else, who is asked on a thread for blocking work.
    pub fn from_fn(make: impl Fn() -> Result<PrivateKey, CredentialsError> + Send + Sync + 'static) -> Self {
        Self(Arc::new(make))
    }

    pub(super) async fn make(&self) -> Result<PrivateKey, CredentialsError> {
        let make = Arc::clone(&self.0);
        off_thread(move || make()).await
    }
}

impl Default for SessionKeys {
    fn default() -> Self {
        Self(Arc::new(session_key::generate))
    }
}

impl fmt::Debug for SessionKeys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SessionKeys(…)")
    }
}
