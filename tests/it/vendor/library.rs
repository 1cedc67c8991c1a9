//! The vendor's library in a process of its own, and the home directory whose configuration both sides read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, Once};

use cdexhub::runtime::oci::{Environment, FileCredentials, PrivateKey, Profile};
use serde_json::Value;
use tempfile::TempDir;

/// The profiles of the configuration file, of every kind that both sides know.
pub(super) const PROFILES: [&str; 7] = ["DEFAULT", "PKCS1", "OTHER", "ENCRYPTED", "LEGACY", "TRAILING", "SESSION"];

/// The passphrase is stated once, and inherited by keys that need it and by keys that do not.
const CONFIGURATION: &str = "
[DEFAULT]
user=ocid1.user.oc1..aaaaaaaathrowawayuser
fingerprint=FINGERPRINT
key_file=~/keys/rsa2048.pem
tenancy=ocid1.tenancy.oc1..aaaaaaaathrowawaytenancy
region=us-chicago-1
pass_phrase=throwaway

[PKCS1]
key_file=~/keys/pkcs1.pem

# Its own user, key and region; the tenancy is inherited.
[OTHER]
user = ocid1.user.oc1..aaaaaaaaanotheruser
fingerprint = ANOTHER
key_file = ~/keys/rsa4096.pem
region = eu-frankfurt-1

[ENCRYPTED]
key_file=~/keys/pkcs8_aes-256-cbc.pem

[LEGACY]
key_file=~/keys/legacy_aes256.pem

[TRAILING]
key_file=~/keys/trailing.pem

[SESSION]
fingerprint=SESSION_KEY
key_file=HOME/keys/rsa3072.pem
security_token_file=HOME/token
";

/// In the form of a token: three parts of base64url, with dots between them.
const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0aHJvd2F3YXkifQ.c2lnbmF0dXJl-_";

/// The vendor's library.
pub(super) struct Library {
    python: PathBuf,
    home: TempDir,
    /// Those that were read, by the name of their profile.
    credentials: Mutex<BTreeMap<&'static str, FileCredentials>>,
}

impl Library {
    /// Nothing where there is none, which is said on standard error.
    #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
    pub(super) fn installed() -> Option<Self> {
        let Some(python) = std::env::var_os("TRUEFORM_VENDOR") else {
            static SAID: Once = Once::new();
            SAID.call_once(|| {
                eprintln!(
                    "witnesses: 0 answers of the vendor's library, because TRUEFORM_VENDOR names no Python that has it; \
                     tests/interop/run installs one"
                );
            });
            return None;
        };
        Some(Self { python: python.into(), home: home(), credentials: Mutex::default() })
    }

    /// A profile as ours reads it.
    pub(super) fn profile(&self, name: &str) -> Profile {
        let environment = Environment::default().with_home(self.home.path());
        Profile::from_environment(environment, name).expect("the configuration is sound")
    }

    pub(super) fn credentials(&self, profile: &'static str) -> FileCredentials {
        let mut known = self.credentials.lock().expect("no other thread has it");
        let read = || self.profile(profile).credentials().expect("the files are sound");
        known.entry(profile).or_insert_with(read).clone()
    }

    /// What the library makes of each of these, on a thread of its own: the mock that it talks to may be on this one.
    pub(super) async fn answers(&self, command: &str, questions: &[Value]) -> Vec<Value> {
        let file = self.home.path().join("questions.jsonl");
        let lines: Vec<String> = questions.iter().map(ToString::to_string).collect();
        fs::write(&file, lines.join("\n")).expect("the questions can be written");
        let mut process = Command::new(&self.python);
        process.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("interop/vendor.py")).arg(command).arg(&file);
        // Nothing of the surroundings may have a say: they hold regions, files and proxies.
        process.env_clear().env("HOME", self.home.path()).env("NO_PROXY", "*");
        let output = tokio::task::spawn_blocking(move || process.output()).await.expect("the process is waited for");
        let output = output.expect("Python can be started");
        assert!(output.status.success(), "vendor.py {command}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        let answers: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect();
        assert_eq!(answers.len(), questions.len(), "each question has an answer");
        answers
    }
}

/// Throwaway keys, a token, and the configuration file where it usually is.
fn home() -> TempDir {
    let home = tempfile::tempdir().expect("there is room for files");
    let keys = home.path().join("keys");
    fs::create_dir(&keys).expect("the folder can be made");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/tests/signing/keys");
    let names =
        ["rsa2048.pem", "pkcs1.pem", "rsa3072.pem", "rsa4096.pem", "pkcs8_aes-256-cbc.pem", "legacy_aes256.pem"];
    for name in names {
        fs::copy(source.join(name), keys.join(name)).expect("the key is there");
    }
    let plain = fs::read_to_string(keys.join("rsa2048.pem")).expect("the key is there");
    fs::write(keys.join("trailing.pem"), format!("{plain}OCI_API_KEY\n")).expect("the key can be written");
    // The vendor's documentation has the token read as it is, so that it must not end in a newline.
    fs::write(home.path().join("token"), TOKEN).expect("the token can be written");

    let fingerprint = |name: &str| {
        let key = PrivateKey::from_file(keys.join(name), None).expect("a sound key");
        key.fingerprint().to_owned()
    };
    let configuration = CONFIGURATION
        .replace("FINGERPRINT", &fingerprint("rsa2048.pem"))
        .replace("ANOTHER", &fingerprint("rsa4096.pem"))
        .replace("SESSION_KEY", &fingerprint("rsa3072.pem"))
        .replace("HOME", &home.path().display().to_string());
    fs::create_dir(home.path().join(".oci")).expect("the folder can be made");
    fs::write(home.path().join(".oci/config"), configuration).expect("the configuration can be written");
    home
}
