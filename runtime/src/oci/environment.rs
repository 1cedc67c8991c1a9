//! What the surroundings of a process say of the configuration.

use std::env;
use std::path::{Path, PathBuf};

/// What is taken from the surroundings of the process. It is a parameter, so that tests need not change those.
///
/// `Default` is one that says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    config_file: Option<PathBuf>,
    region: Option<String>,
    home: Option<PathBuf>,
}

impl Environment {
    /// That of this process: `OCI_CONFIG_FILE`, `OCI_REGION`, and the home directory. A variable that is empty, or is no text
    /// where one is needed, is as one that is not set.
    pub fn of_process() -> Self {
        Self {
            config_file: env::var_os("OCI_CONFIG_FILE").map(PathBuf::from),
            region: env::var("OCI_REGION").ok(),
            home: env::home_dir(),
        }
    }

    /// The same with this configuration file. A `~` at its beginning is the home directory.
    #[must_use]
    pub fn with_config_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.config_file = Some(path.into());
        self
    }

    /// The same with this region, which wins over that of a profile.
    #[must_use]
    pub fn with_region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// The same with this home directory.
    #[must_use]
    pub fn with_home(mut self, path: impl Into<PathBuf>) -> Self {
        self.home = Some(path.into());
        self
    }

    /// Where the configuration file is: as stated, else `.oci/config` in the home directory.
    pub(super) fn configuration(&self) -> Option<PathBuf> {
        let stated = self.config_file.as_deref().filter(|path| !path.as_os_str().is_empty());
        match (stated, self.home()) {
            (Some(stated), _) => Some(self.expand(stated)),
            (None, Some(home)) => Some(home.join(".oci").join("config")),
            (None, None) => None,
        }
    }

    /// Whether a configuration file is stated, so that another one will not do.
    pub(super) fn names_file(&self) -> bool {
        self.config_file.as_deref().is_some_and(|path| !path.as_os_str().is_empty())
    }

    pub(super) fn region(&self) -> Option<&str> {
        self.region.as_deref().map(str::trim).filter(|region| !region.is_empty())
    }

    /// A path of the configuration: `~` is the home directory. What is relative is so to the working directory, as with the
    /// vendor's own clients, and is made absolute here, so that it does not change its meaning with that.
    pub(super) fn expand(&self, path: &Path) -> PathBuf {
        let path = match (path.strip_prefix("~"), self.home()) {
            // Joining nothing would leave a separator at the end.
            (Ok(rest), Some(home)) if rest.as_os_str().is_empty() => home.to_owned(),
            (Ok(rest), Some(home)) => home.join(rest),
            _ => path.to_owned(),
        };
        std::path::absolute(&path).unwrap_or(path)
    }

    fn home(&self) -> Option<&Path> {
        self.home.as_deref().filter(|home| !home.as_os_str().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stated_file_wins_over_that_at_home() {
        let environment = Environment::default();
        assert_eq!(environment.configuration(), None);
        let environment = environment.with_home("/home/me");
        assert_eq!(environment.configuration(), Some(PathBuf::from("/home/me/.oci/config")));
        assert_eq!(environment.clone().with_config_file("").configuration(), environment.configuration());
        assert_eq!(environment.with_config_file("~/c").configuration(), Some(PathBuf::from("/home/me/c")));
    }

    #[test]
    fn only_a_tilde_of_its_own_is_the_home_directory() {
        let environment = Environment::default().with_home("/home/me");
        assert_eq!(environment.expand(Path::new("~")), Path::new("/home/me"));
        assert_eq!(environment.expand(Path::new("/a/~/b")), Path::new("/a/~/b"));
        let working = env::current_dir().unwrap();
        assert_eq!(environment.expand(Path::new("~you/b")), working.join("~you/b"));
        assert_eq!(environment.expand(Path::new("b")), working.join("b"));
    }

    #[test]
    fn an_empty_region_is_none() {
        assert_eq!(Environment::default().with_region(" ").region(), None);
        assert_eq!(Environment::default().with_region(" x ").region(), Some("x"));
    }
}
