//! A resource of the platform that a program is, such as a function.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::stated::Stated;
use super::token::SessionToken;
use crate::auth::{CredentialsError, Secret, SigningKey};
use crate::oci::file::Seen;
use crate::oci::off_thread::off_thread;
use crate::oci::place::FileRole;
use crate::oci::private_key::PrivateKey;
use crate::oci::signing_credentials::signing_credentials;

pub(super) const VERSION: &str = "OCI_RESOURCE_PRINCIPAL_VERSION";
pub(super) const TOKEN: &str = "OCI_RESOURCE_PRINCIPAL_RPST";
pub(super) const KEY: &str = "OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM";
pub(super) const PASSPHRASE: &str = "OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM_PASSPHRASE";
pub(super) const REGION: &str = "OCI_RESOURCE_PRINCIPAL_REGION";

/// So often the files are read in a row when one of them changes under the reading.
const READS: usize = 3;

/// Credentials of the resource that a program is, version 2.2: a function, a container instance, a job. The platform
/// states them in the environment:
///
/// | variable | |
/// |---|---|
/// | `OCI_RESOURCE_PRINCIPAL_VERSION` | `2.2` |
/// | `OCI_RESOURCE_PRINCIPAL_RPST` | the token |
/// | `OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM` | the private key that the token was made for |
/// | `OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM_PASSPHRASE` | its passphrase, if it is encrypted (feature `encrypted-keys`) |
/// | `OCI_RESOURCE_PRINCIPAL_REGION` | the region |
///
/// Each is the value, or the absolute path of a file that holds it. Such files are looked at with each request, and read
/// again when they change, all together; after a refusal by the service (401) in any case. As long as the service does
/// not refuse it, a key that was read before is kept when the files cannot be read.
///
/// Clones share what was read. `Debug` shows paths, and no value.
#[derive(Clone)]
pub struct ResourcePrincipal {
    resource: Arc<Resource>,
    scheme: Option<String>,
}

struct Resource {
    token: Stated,
    key: Stated,
    passphrase: Option<Stated>,
    region: String,
    loaded: Mutex<Loaded>,
}

#[derive(Clone)]
struct Loaded {
    key: SigningKey,
    /// What was seen of token, key and passphrase.
    seen: Vec<Option<Seen>>,
}

impl ResourcePrincipal {
    /// What the environment of this process states.
    ///
    /// # Errors
    ///
    /// A variable is missing, or what it states cannot be used. This reads files, and blocks meanwhile.
    pub fn from_environment() -> Result<Self, CredentialsError> {
        Self::of_variables(|name| std::env::var(name).ok())
    }

    /// The same of other variables than those of this process.
    ///
    /// # Errors
    ///
    /// As [`ResourcePrincipal::from_environment`].
    pub fn of_variables(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, CredentialsError> {
        let optional = |name: &str| lookup(name).filter(|text| !text.trim().is_empty()).map(Secret::new);
        let required = |name: &str| {
            let missing = || CredentialsError::new(format!("the environment variable {name} is not set, or is empty"));
            optional(name).ok_or_else(missing)
        };
        let version = required(VERSION)?;
        if version.reveal().trim() != "2.2" {
            let message =
                format!("{VERSION} is another version of resource principals than 2.2, which alone is supported");
            return Err(CredentialsError::new(message));
        }
        let token = Stated::new(TOKEN, FileRole::SessionToken, required(TOKEN)?);
        let key = Stated::new(KEY, FileRole::PrivateKey, required(KEY)?);
        let passphrase = optional(PASSPHRASE).map(|text| Stated::new(PASSPHRASE, FileRole::PrivateKey, text));
        let (region, _) = Stated::new(REGION, FileRole::Configuration, required(REGION)?).read()?;
        let region = super::address::Region::new(std::str::from_utf8(&region).unwrap_or_default(), None)?.name;
        let loaded = load(&token, &key, passphrase.as_ref())?;
        let resource = Resource { token, key, passphrase, region, loaded: Mutex::new(loaded) };
        Ok(Self { resource: Arc::new(resource), scheme: None })
    }

    /// The region, such as `us-chicago-1`, for the client.
    pub fn region(&self) -> &str {
        &self.resource.region
    }
}

impl Resource {
    /// The key: without reading, unless something may have changed.
    async fn key(self: &Arc<Self>, refused: bool) -> Result<SigningKey, CredentialsError> {
        if let Some(key) = self.unchanged().filter(|_| !refused) {
            return Ok(key);
        }
        let resource = Arc::clone(self);
        off_thread(move || resource.renew(refused)).await
    }

    fn lock(&self) -> MutexGuard<'_, Loaded> {
        self.loaded.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The key, if it is certain without reading that nothing has changed.
    fn unchanged(&self) -> Option<SigningKey> {
        let Loaded { key, seen } = self.lock().clone();
        let settled = seen.iter().flatten().all(|seen| seen.settled);
        (settled && is_current(&seen, &self.token, &self.key, self.passphrase.as_ref())).then_some(key)
    }

    /// The key as it is stated now.
    fn renew(&self, refused: bool) -> Result<SigningKey, CredentialsError> {
        let loaded = match load(&self.token, &self.key, self.passphrase.as_ref()) {
            Err(_) if !refused => return Ok(self.lock().key.clone()),
            loaded => loaded?,
        };
        let mut held = self.lock();
        let is_same = held.seen.iter().zip(&loaded.seen).all(|pair| match pair {
            (Some(old), Some(new)) => old.is_same_text(new),
            (old, new) => old.is_none() && new.is_none(),
        });
        // What has the same text stays the same key: a refused one is known again.
        if is_same {
            held.seen = loaded.seen;
        } else {
            *held = loaded;
        }
        Ok(held.key.clone())
    }
}

fn is_current(seen: &[Option<Seen>], token: &Stated, key: &Stated, passphrase: Option<&Stated>) -> bool {
    let stated = [Some(token), Some(key), passphrase].into_iter().flatten();
    stated.zip(seen).all(|(stated, seen)| stated.is_as(seen.as_ref()))
}

/// Reads all that is stated, in one reading.
fn load(token: &Stated, key: &Stated, passphrase: Option<&Stated>) -> Result<Loaded, CredentialsError> {
    let mut loaded = load_once(token, key, passphrase);
    for _ in 1..READS {
        match &loaded {
            Ok(read) if is_current(&read.seen, token, key, passphrase) => break,
            _ => loaded = load_once(token, key, passphrase),
        }
    }
    loaded
}

fn load_once(token: &Stated, key: &Stated, passphrase: Option<&Stated>) -> Result<Loaded, CredentialsError> {
    let (token_text, token_seen) = token.read()?;
    let (key_text, key_seen) = key.read()?;
    let mut seen = vec![token_seen, key_seen];
    let passphrase = match passphrase {
        None => None,
        Some(stated) => {
            let (text, passphrase_seen) = stated.read()?;
            seen.push(passphrase_seen);
            Some(secret(stated, &text)?)
        }
    };
    let unusable = |error| CredentialsError::new(format!("{} holds what cannot be used: {error}", key.variable()));
    let private = PrivateKey::from_pem(&key_text, passphrase.as_ref()).map_err(unusable)?;
    let text = secret(token, &token_text)?;
    // The form alone: whether it is still good is for the service to say, whose clock counts.
    SessionToken::parse(text.clone())
        .map_err(|reason| CredentialsError::new(format!("the token of {} {reason}", token.variable())))?;
    Ok(Loaded { key: private.into_session_key(&text), seen })
}

fn secret(stated: &Stated, text: &Zeroizing<Vec<u8>>) -> Result<Secret, CredentialsError> {
    let unfit = |_| CredentialsError::new(format!("{} holds what is no text", stated.variable()));
    std::str::from_utf8(text.trim_ascii()).map(Secret::from).map_err(unfit)
}

signing_credentials!(ResourcePrincipal, principal, request => principal.resource.key(request.is_after_refusal()).await?);

impl fmt::Debug for ResourcePrincipal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ResourcePrincipal")
            .field("token", self.resource.token.shown())
            .field("key", self.resource.key.shown())
            .field("region", &self.resource.region)
            .field("scheme", &self.scheme)
            .finish_non_exhaustive()
    }
}
