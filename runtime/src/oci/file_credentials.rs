//! Credentials that are read from files, and read again.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::error::ConfigurationError;
use super::file::{self, Seen, Stamp};
use super::off_thread::off_thread;
use super::place::{FileRole, NamedFile};
use super::private_key::PrivateKey;
use super::signing_credentials::signing_credentials;
use crate::auth::{CredentialsError, Secret, SigningKey};

/// So often the files are read in a row when one of them changes under the reading.
const READS: usize = 3;

/// Credentials for the request signature, with a key and perhaps a session token from files. Clones share what was read.
///
/// At each request it is looked whether the files have changed: by their length and times, and for two seconds after a change,
/// when those may miss another one, by their content. What has changed is read again, key and token together, so that they
/// are of one reading. After a refusal by the service (401) they are read in any case. Reading is done on a thread for blocking
/// work where there is a Tokio runtime; looking at length and times is done at once.
///
/// As long as the service does not refuse it, a key that was read before is kept when the files cannot be read, or are no
/// longer right: they may be in the middle of being written. After a refusal, what is wrong with them is the error.
///
/// The configuration file itself is read once. A session is known by its token alone, so that another login takes effect
/// at once; an API key that is replaced has another fingerprint, which is for a new client.
#[derive(Clone)]
pub struct FileCredentials {
    files: Arc<Files>,
    scheme: Option<String>,
}

/// What is read, and what was.
struct Files {
    key: KeySource,
    identity: Identity,
    loaded: Mutex<Loaded>,
}

/// Where the private key comes from.
pub(super) struct KeySource {
    pub(super) file: NamedFile,
    pub(super) passphrase: Option<Secret>,
}

/// Whose key it is.
pub(super) enum Identity {
    ApiKey { tenancy: String, user: String, fingerprint: Option<String> },
    Session { token_file: NamedFile },
}

struct Loaded {
    key: SigningKey,
    seen: Vec<Seen>,
}

impl FileCredentials {
    /// The API key of a user, both the tenancy and the user stated by their OCID.
    ///
    /// # Errors
    ///
    /// The file is not there, or holds no key that can be used. This reads the file, and blocks meanwhile.
    pub fn api_key(
        tenancy: impl Into<String>,
        user: impl Into<String>,
        key_file: impl Into<PathBuf>,
        passphrase: Option<Secret>,
    ) -> Result<Self, ConfigurationError> {
        let identity = Identity::ApiKey { tenancy: tenancy.into(), user: user.into(), fingerprint: None };
        Self::load(identity, KeySource::new(key_file.into(), passphrase), None)
    }

    /// A session, with the key that its token was made for.
    ///
    /// # Errors
    ///
    /// A file is not there, or does not hold what it should. This reads the files, and blocks meanwhile.
    pub fn session(
        token_file: impl Into<PathBuf>,
        key_file: impl Into<PathBuf>,
        passphrase: Option<Secret>,
    ) -> Result<Self, ConfigurationError> {
        let identity = Identity::Session { token_file: NamedFile::new(FileRole::SessionToken, token_file.into()) };
        Self::load(identity, KeySource::new(key_file.into(), passphrase), None)
    }

    /// Reads the files for the first time. A fingerprint that is stated here is that of the key as it is now.
    pub(super) fn load(
        identity: Identity,
        key: KeySource,
        fingerprint: Option<&str>,
    ) -> Result<Self, ConfigurationError> {
        let texts = Texts::read(&identity, &key)?;
        let signing_key = texts.signing_key(&identity, &key, fingerprint)?;
        let loaded = Mutex::new(Loaded { key: signing_key, seen: texts.seen });
        Ok(Self { files: Arc::new(Files { key, identity, loaded }), scheme: None })
    }

    /// Identifier and signer as they were read last.
    pub fn signing_key(&self) -> SigningKey {
        self.files.lock().key.clone()
    }
}

signing_credentials!(FileCredentials, credentials, request => credentials.files.key(request.is_after_refusal()).await?);

impl Files {
    /// The key: without reading, unless a file may have changed.
    async fn key(self: &Arc<Self>, refused: bool) -> Result<SigningKey, CredentialsError> {
        if let Some(key) = (!refused).then(|| self.unchanged()).flatten() {
            return Ok(key);
        }
        let files = Arc::clone(self);
        off_thread(move || Ok(files.renew(refused)?)).await
    }

    fn lock(&self) -> MutexGuard<'_, Loaded> {
        self.loaded.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The key, if it is certain without reading that no file has changed.
    fn unchanged(&self) -> Option<SigningKey> {
        let (key, seen) = {
            let loaded = self.lock();
            (loaded.key.clone(), loaded.seen.clone())
        };
        let certain = seen.iter().all(|seen| seen.settled) && is_current(&seen, &self.identity, &self.key);
        certain.then_some(key)
    }

    /// The key of what the files hold now.
    fn renew(&self, refused: bool) -> Result<SigningKey, ConfigurationError> {
        let read = Texts::read(&self.identity, &self.key).and_then(|texts| self.take(texts));
        match read {
            Err(_) if !refused => Ok(self.lock().key.clone()),
            read => read,
        }
    }

    fn take(&self, texts: Texts) -> Result<SigningKey, ConfigurationError> {
        // What has the same text stays the same key: a refused one is known again, and none is read twice.
        if let Some(key) = self.lock().adopt(&texts.seen) {
            return Ok(key);
        }
        let key = texts.signing_key(&self.identity, &self.key, None)?;
        let mut loaded = self.lock();
        // Somebody else may have read the same meanwhile.
        Ok(loaded.adopt(&texts.seen).unwrap_or_else(|| {
            *loaded = Loaded { key: key.clone(), seen: texts.seen };
            key
        }))
    }
}

impl Loaded {
    /// The key, if it was read of the same texts; then these are those that were seen last.
    fn adopt(&mut self, seen: &[Seen]) -> Option<SigningKey> {
        let same = self.seen.len() == seen.len() && self.seen.iter().zip(seen).all(|(old, new)| old.is_same_text(new));
        same.then(|| {
            self.seen = seen.to_vec();
            self.key.clone()
        })
    }
}

/// The files of one reading, key first.
struct Texts {
    key: Zeroizing<Vec<u8>>,
    token: Option<Zeroizing<Vec<u8>>>,
    seen: Vec<Seen>,
}

impl Texts {
    fn read(identity: &Identity, key: &KeySource) -> Result<Self, ConfigurationError> {
        let mut texts = Self::read_once(identity, key)?;
        for _ in 1..READS {
            if is_current(&texts.seen, identity, key) {
                break;
            }
            texts = Self::read_once(identity, key)?;
        }
        Ok(texts)
    }

    fn read_once(identity: &Identity, key: &KeySource) -> Result<Self, ConfigurationError> {
        let key = file::read(&key.file)?;
        let mut texts = Self { key: key.bytes, token: None, seen: vec![key.seen] };
        if let Identity::Session { token_file } = identity {
            let token = file::read(token_file)?;
            texts.token = Some(token.bytes);
            texts.seen.push(token.seen);
        }
        Ok(texts)
    }

    fn signing_key(
        &self,
        identity: &Identity,
        source: &KeySource,
        fingerprint: Option<&str>,
    ) -> Result<SigningKey, ConfigurationError> {
        let NamedFile { path, place, .. } = &source.file;
        let unusable = |reason| ConfigurationError::PrivateKey { path: path.clone(), place: place.clone(), reason };
        let check = |key: &PrivateKey, stated: Option<&str>| {
            stated.map_or(Ok(()), |stated| key.check_fingerprint(stated)).map_err(unusable)
        };
        let key = PrivateKey::from_pem(&self.key, source.passphrase.as_ref()).map_err(unusable)?;
        check(&key, fingerprint)?;
        match identity {
            Identity::ApiKey { tenancy, user, fingerprint } => {
                check(&key, fingerprint.as_deref())?;
                Ok(key.into_api_key(tenancy, user))
            }
            Identity::Session { token_file } => {
                let token = self.token.as_ref().map_or(&[][..], |token| token.as_slice());
                Ok(key.into_session_key(&session_token(token, token_file)?))
            }
        }
    }
}

impl KeySource {
    fn new(path: PathBuf, passphrase: Option<Secret>) -> Self {
        Self { file: NamedFile::new(FileRole::PrivateKey, path), passphrase }
    }
}

/// Whether nothing has changed at the files since they were seen, as far as can be told without reading.
fn is_current(seen: &[Seen], identity: &Identity, key: &KeySource) -> bool {
    let token_file = match identity {
        Identity::ApiKey { .. } => None,
        Identity::Session { token_file } => Some(token_file),
    };
    let files = std::iter::once(&key.file).chain(token_file);
    seen.iter().zip(files).all(|(seen, file)| Stamp::at(&file.path).is_some_and(|stamp| stamp == seen.stamp))
}

/// The text of a token file, without the space around it.
fn session_token(bytes: &[u8], file: &NamedFile) -> Result<Secret, ConfigurationError> {
    let text = bytes.trim_ascii();
    if text.is_empty() {
        return Err(ConfigurationError::EmptyToken { path: file.path.clone() });
    }
    let fits = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
    match std::str::from_utf8(text) {
        Ok(token) if text.iter().all(fits) => Ok(Secret::from(token)),
        _ => Err(ConfigurationError::UnfitToken { path: file.path.clone() }),
    }
}

impl fmt::Debug for FileCredentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("FileCredentials");
        match &self.files.identity {
            Identity::ApiKey { tenancy, user, .. } => shown.field("tenancy", tenancy).field("user", user),
            Identity::Session { token_file } => shown.field("token_file", &token_file.path),
        };
        shown.field("key_file", &self.files.key.file.path).field("scheme", &self.scheme).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::*;

    fn age(path: &Path) {
        let file = File::options().append(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    }

    /// From outside it cannot be seen whether a file was read to no avail.
    #[test]
    fn only_files_that_were_left_alone_are_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let (key, token) = (folder.path().join("key"), folder.path().join("token"));
        fs::write(&key, include_str!("../../tests/signing/keys/rsa2048.pem")).unwrap();
        fs::write(&token, "token").unwrap();
        let files = FileCredentials::session(&token, &key, None).unwrap().files;
        assert!(files.unchanged().is_none(), "they have just been written");
        age(&key);
        files.renew(false).unwrap();
        assert!(files.unchanged().is_none(), "the token has just been written");
        age(&token);
        assert!(files.unchanged().is_none(), "it has another time");
        let read = files.renew(false).unwrap();
        assert!(files.unchanged() == Some(read));
        fs::write(&token, "other").unwrap();
        assert!(files.unchanged().is_none());
        fs::remove_file(&token).unwrap();
        assert!(files.unchanged().is_none());
    }
}
