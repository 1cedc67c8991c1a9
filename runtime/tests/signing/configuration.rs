//! Profiles that are right, and what they give.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use trueform_runtime::Credentials;
use trueform_runtime::oci::{ConfigurationError, Environment, FileRole, Profile, Warning};

use crate::{answer, fingerprint, key_file, key_text};

/// A home directory of one's own.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file that only its owner can read; a folder in its path is made.
    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, text).expect("the file can be written");
        self.mode(name, 0o600);
        path
    }

    pub(crate) fn mode(&self, name: &str, mode: u32) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let rights = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(self.path().join(name), rights).expect("the rights can be changed");
        }
        #[cfg(not(unix))]
        let _ = (name, mode);
    }

    /// A home with a key and a configuration of this text.
    pub(crate) fn with(configuration: &str) -> Self {
        let home = Self::new();
        home.write(".oci/key.pem", &key_text("rsa2048.pem"));
        home.write(".oci/config", configuration);
        home
    }

    pub(crate) fn environment(&self) -> Environment {
        Environment::default().with_home(self.path())
    }

    pub(crate) fn profile(&self, name: &str) -> Result<Profile, ConfigurationError> {
        Profile::from_environment(self.environment(), name)
    }
}

async fn id(profile: &Profile) -> String {
    let credentials = profile.credentials().unwrap_or_else(|error| panic!("{error}"));
    let id = credentials.signing_key().id().reveal().to_owned();
    assert_eq!(answer(&credentials, false).await.expect("a key").id().reveal(), id);
    id
}

fn full() -> String {
    format!(
        "# made by hand\n[DEFAULT]\nuser=ocid1.user.a\nfingerprint = {}\nkey_file=~/.oci/key.pem\n\
         tenancy = ocid1.tenancy.a\nregion = us-chicago-1\n; more\n\n[OTHER]\n  user = ocid1.user.b  \nregion=eu-x=1\n",
        fingerprint().to_uppercase()
    )
}

#[tokio::test]
async fn profiles_inherit_from_the_default() {
    let home = Home::with(&full());
    let profile = home.profile("DEFAULT").expect("a sound profile");
    assert_eq!(profile.region().expect("a region"), "us-chicago-1");
    assert_eq!((profile.name(), profile.file()), ("DEFAULT", home.path().join(".oci/config").as_path()));
    assert_eq!(id(&profile).await, format!("ocid1.tenancy.a/ocid1.user.a/{}", fingerprint()));
    let profile = home.profile("OTHER").expect("a sound profile");
    assert_eq!(profile.region().expect("a region"), "eu-x=1", "the value is all after the first =");
    assert_eq!(id(&profile).await, format!("ocid1.tenancy.a/ocid1.user.b/{}", fingerprint()));
}

#[test]
fn the_environment_names_file_and_region() {
    let home = Home::with(&full());
    home.write("elsewhere", "[DEFAULT]\nregion=from-elsewhere\n");
    let environment = home.environment().with_config_file("~/elsewhere");
    let profile = Profile::from_environment(environment.clone(), "DEFAULT").expect("a sound profile");
    assert_eq!(profile.region().expect("a region"), "from-elsewhere");
    let profile = Profile::from_environment(environment.with_region("us-phoenix-1"), "DEFAULT");
    assert_eq!(profile.expect("a sound profile").region().expect("a region"), "us-phoenix-1");
    let profile = Profile::from_file(home.path().join("elsewhere"), "DEFAULT").expect("a sound profile");
    assert_eq!(profile.file(), home.path().join("elsewhere"));
}

#[tokio::test]
async fn the_forms_that_occur_are_read() {
    let key = key_file("rsa2048.pem").display().to_string();
    let fields = |key: &str| format!("user=u\ntenancy=t\nkey_file={key}\n");
    for text in [
        format!("\u{feff}[DEFAULT]\r\n{}", fields(&key).replace('\n', "\r\n")),
        format!("[DEFAULT] # mine\n{}", fields(&key)),
        format!("[ DEFAULT ]\n\tUSER = u\nTenancy=t\nkey_file  =  {key}"),
        format!("[DEFAULT]\nuser=u\n[X]\n[DEFAULT]\ntenancy=t\nkey_file={key}\n"),
        format!("[DEFAULT]\n{}log_requests=a=b;c#d\n", fields(&key)),
    ] {
        let home = Home::with(&text);
        let profile = home.profile("DEFAULT").unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(
            id(&profile).await,
            format!("t/u/{}", fingerprint()),
            "a fingerprint that is not stated is the key's"
        );
    }
}

#[tokio::test]
async fn a_session_needs_neither_user_nor_fingerprint() {
    let home = Home::with("[S]\nkey_file=~/.oci/key.pem\nsecurity_token_file=~/.oci/token\nregion=r\n");
    home.write(".oci/token", "\n the.session.token \r\n");
    assert_eq!(id(&home.profile("S").expect("a sound profile")).await, "ST$the.session.token");
}

#[tokio::test]
async fn a_session_does_not_inherit_the_fingerprint_of_another_key() {
    let other = "00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff";
    let session = "key_file=~/.oci/key.pem\nsecurity_token_file=~/.oci/token\n";
    let home =
        Home::with(&format!("[DEFAULT]\nfingerprint={other}\n[S]\n{session}[T]\n{session}fingerprint={other}\n"));
    home.write(".oci/token", "token");
    assert_eq!(id(&home.profile("S").expect("a sound profile")).await, "ST$token");
    let error = home.profile("T").expect("a sound profile").credentials().expect_err("its own fingerprint is wrong");
    assert!(error.to_string().contains(other), "{error}");
}

#[tokio::test]
async fn an_empty_value_takes_back_an_inherited_one() {
    let home = Home::with(&format!("{}[DEFAULT]\nsecurity_token_file=~/t\n[K]\nsecurity_token_file=\n", full()));
    home.write("t", "token");
    assert_eq!(id(&home.profile("OTHER").expect("a sound profile")).await, "ST$token");
    assert!(id(&home.profile("K").expect("a sound profile")).await.starts_with("ocid1.tenancy.a/"));
}

#[cfg(feature = "encrypted-keys")]
#[tokio::test]
async fn the_passphrase_of_a_key_is_in_the_profile() {
    let home = Home::with("[A]\nuser=u\ntenancy=t\nkey_file=~/.oci/encrypted.pem\npass_phrase=throwaway\n");
    home.write(".oci/encrypted.pem", &key_text("pkcs8_aes-256-cbc.pem"));
    assert_eq!(id(&home.profile("A").expect("a sound profile")).await, format!("t/u/{}", fingerprint()));
}

#[cfg(unix)]
#[test]
fn files_that_are_open_to_others_deserve_a_warning() {
    let home = Home::with(&format!("{}security_token_file=~/.oci/token\n", full()));
    home.write(".oci/token", "token");
    assert_eq!(home.profile("OTHER").expect("a sound profile").warnings(), []);
    home.mode(".oci/config", 0o644);
    home.mode(".oci/key.pem", 0o640);
    home.mode(".oci/token", 0o604);
    let profile = home.profile("OTHER").expect("a sound profile");
    let seen: Vec<_> = profile
        .warnings()
        .iter()
        .map(|warning| match warning {
            Warning::OpenToOthers { role, mode, .. } => (*role, *mode),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [(FileRole::Configuration, 0o644), (FileRole::PrivateKey, 0o640), (FileRole::SessionToken, 0o604)];
    assert_eq!(seen, expected);
    let path = home.path().join(".oci/key.pem").display().to_string();
    assert_eq!(
        profile.warnings()[1].to_string(),
        format!("{path}: the private key is open to others than its owner (mode 0640); run `chmod 600 {path}`")
    );
}

#[test]
fn credentials_of_files_are_shared_between_threads() {
    fn check<T: Credentials + Clone + Send + Sync>() {}
    check::<trueform_runtime::oci::FileCredentials>();
    check::<trueform_runtime::oci::FixedKey>();
}
