//! One profile of the configuration file.

use std::fmt;
use std::path::{Path, PathBuf};

use super::environment::Environment;
use super::error::ConfigurationError;
use super::file;
use super::file_credentials::{FileCredentials, Identity, KeySource};
use super::ini::{self, Entry, Ini};
use super::place::{FileRole, NamedFile, Place};
use super::warning::Warning;
use crate::auth::Secret;

/// A profile of the configuration file: `~/.oci/config`, or the file that `OCI_CONFIG_FILE` names, which wins.
///
/// A profile inherits what it does not state from `[DEFAULT]`. One that states a name without a value has none, and inherits
/// none. Of the names, these are read: `tenancy`, `user`, `fingerprint`, `key_file`, `pass_phrase`, `security_token_file`
/// and `region`; others are for other programs. In paths, `~` at the beginning is the home directory; relative ones begin at
/// the working directory, as with the vendor's own clients.
///
/// Loading reads files, and blocks meanwhile: it belongs into the beginning of a program. Nothing is fetched from anywhere.
/// `Debug` shows names and places, and no value of the file.
///
/// ```no_run
/// # fn main() -> Result<(), trueform_runtime::oci::ConfigurationError> {
/// use trueform_runtime::oci::Profile;
///
/// let profile = Profile::load()?;
/// for warning in profile.warnings() {
///     eprintln!("{warning}");
/// }
/// let region = profile.region()?;
/// let credentials = profile.credentials()?;
/// # Ok(())
/// # }
/// ```
pub struct Profile {
    path: PathBuf,
    name: String,
    ini: Ini,
    environment: Environment,
    warnings: Vec<Warning>,
}

impl Profile {
    /// The profile `DEFAULT` of the usual file.
    ///
    /// # Errors
    ///
    /// The file is not there, or not in form; see [`ConfigurationError`].
    pub fn load() -> Result<Self, ConfigurationError> {
        Self::named(ini::DEFAULT)
    }

    /// The profile of this name of the usual file.
    ///
    /// # Errors
    ///
    /// As [`Profile::load`], or there is no such profile.
    pub fn named(name: &str) -> Result<Self, ConfigurationError> {
        Self::from_environment(Environment::of_process(), name)
    }

    /// The profile of this name of another file. A `~` at the beginning of its path is the home directory.
    ///
    /// # Errors
    ///
    /// As [`Profile::load`], or there is no such profile.
    pub fn from_file(path: impl Into<PathBuf>, name: &str) -> Result<Self, ConfigurationError> {
        Self::from_environment(Environment::of_process().with_config_file(path), name)
    }

    /// The profile of this name in these surroundings.
    ///
    /// # Errors
    ///
    /// As [`Profile::load`], or there is no such profile.
    pub fn from_environment(environment: Environment, name: &str) -> Result<Self, ConfigurationError> {
        let path = environment.configuration().ok_or(ConfigurationError::NoHome)?;
        let content = file::read(&NamedFile::new(FileRole::Configuration, path.clone()))?;
        let text = std::str::from_utf8(&content.bytes)
            .map_err(|_| ConfigurationError::NotText { role: FileRole::Configuration, path: path.clone() })?;
        let ini = Ini::parse(text, &path)?;
        let known = ini.names();
        if !known.iter().any(|known| known == name) {
            return Err(ConfigurationError::UnknownProfile { path, profile: name.to_owned(), known });
        }
        let mut profile = Self { path, name: name.to_owned(), ini, environment, warnings: Vec::new() };
        if let Some(entry) = profile.stated("key_content") {
            return Err(ConfigurationError::KeyContent { place: profile.place(entry) });
        }
        profile.warnings = profile.look_at_rights();
        Ok(profile)
    }

    /// The name of the profile.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The configuration file.
    pub fn file(&self) -> &Path {
        &self.path
    }

    /// The region: that of `OCI_REGION`, else that of the profile.
    ///
    /// # Errors
    ///
    /// Neither states one.
    pub fn region(&self) -> Result<&str, ConfigurationError> {
        self.environment.region().map_or_else(|| self.required("region").map(|entry| entry.value.as_str()), Ok)
    }

    /// What works, and should not be so: files with secrets that others than their owner have rights on. Only Unix tells.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The credentials of the profile: those of a session where it has a `security_token_file`, else an API key.
    ///
    /// An API key needs `tenancy`, `user` and `key_file`. A `fingerprint` is held against the key; without one, that of the
    /// key is taken. A session needs `key_file` alone; a `fingerprint` that the profile itself states is held against the
    /// key, whereas an inherited one is that of another key.
    ///
    /// # Errors
    ///
    /// The profile lacks something, or a file is not there, or does not hold what it should. This reads the files, and
    /// blocks meanwhile.
    pub fn credentials(&self) -> Result<FileCredentials, ConfigurationError> {
        let session = self.stated("security_token_file").map(|entry| self.named_file(FileRole::SessionToken, entry));
        let (identity, fingerprint) = if let Some(token_file) = session {
            let own = self.ini.own(&self.name, "fingerprint").filter(|entry| !entry.value.is_empty());
            (Identity::Session { token_file }, own)
        } else {
            let tenancy = self.identifier("tenancy")?;
            let user = self.identifier("user")?;
            let fingerprint = self.stated("fingerprint").map(|entry| entry.value.to_string());
            (Identity::ApiKey { tenancy, user, fingerprint }, None)
        };
        let key = KeySource {
            file: self.named_file(FileRole::PrivateKey, self.required("key_file")?),
            passphrase: self.stated("pass_phrase").map(|entry| Secret::from(entry.value.as_str())),
        };
        FileCredentials::load(identity, key, fingerprint.map(|entry| entry.value.as_str()))
    }

    /// What the profile states or inherits, unless it is empty.
    fn stated(&self, key: &str) -> Option<&Entry> {
        self.ini.get(&self.name, key).filter(|entry| !entry.value.is_empty())
    }

    fn required(&self, key: &'static str) -> Result<&Entry, ConfigurationError> {
        match self.ini.get(&self.name, key) {
            None => Err(ConfigurationError::MissingKey { path: self.path.clone(), profile: self.name.clone(), key }),
            Some(entry) if entry.value.is_empty() => {
                Err(ConfigurationError::EmptyValue { place: self.place(entry), key })
            }
            Some(entry) => Ok(entry),
        }
    }

    /// A part of the identifier of a key, which has slashes between its parts, and stands between quotes.
    fn identifier(&self, key: &'static str) -> Result<String, ConfigurationError> {
        let entry = self.required(key)?;
        let fits = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\' | b'/');
        if !entry.value.bytes().all(fits) {
            return Err(ConfigurationError::UnfitValue { place: self.place(entry), key });
        }
        Ok(entry.value.to_string())
    }

    /// The file that a value names.
    fn named_file(&self, role: FileRole, entry: &Entry) -> NamedFile {
        let path = self.environment.expand(Path::new(entry.value.as_str()));
        NamedFile { role, path, place: Some(Box::new(self.place(entry))) }
    }

    fn place(&self, entry: &Entry) -> Place {
        Place { path: self.path.clone(), line: entry.line, profile: self.name.clone() }
    }

    fn look_at_rights(&self) -> Vec<Warning> {
        let named = [("key_file", FileRole::PrivateKey), ("security_token_file", FileRole::SessionToken)];
        let named = named.map(|(key, role)| self.stated(key).map(|entry| self.named_file(role, entry)));
        let own = NamedFile::new(FileRole::Configuration, self.path.clone());
        let files = std::iter::once(own).chain(named.into_iter().flatten());
        files.filter_map(|file| Warning::of_file(file.role, &file.path)).collect()
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Profile")
            .field("path", &self.path)
            .field("name", &self.name)
            .field("warnings", &self.warnings)
            .finish_non_exhaustive()
    }
}
