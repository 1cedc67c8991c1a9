//! No `Debug`, `Display` or error shows what is secret.

use std::error::Error;
use std::fmt::Debug;

use trueform_runtime::oci::{self, FileCredentials, FixedKey, PrivateKey};
use trueform_runtime::{Credential, Pipeline, Secret};

use crate::configuration::Home;
use crate::operation::{Get, SERVICE, Sent};
use crate::{answer, fingerprint, key_file, key_text, signing_key};

/// Text of the key, of the token and of the passphrase, as text and as the bytes of a `Debug`.
fn assert_hidden(shown: &str) {
    let key = key_text("rsa2048.pem");
    let mut secrets: Vec<String> = key.lines().filter(|line| !line.starts_with('-')).map(ToOwned::to_owned).collect();
    secrets.extend(["t0ken.s3cret", "passphr4se"].map(ToOwned::to_owned));
    for secret in &secrets {
        assert!(!shown.contains(secret.as_str()), "{shown}");
        let bytes = format!("{:?}", &secret.as_bytes()[..8]);
        assert!(!shown.contains(bytes.trim_matches(['[', ']'])), "{shown}");
    }
}

fn shown(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

/// An error and all its sources.
fn told(error: &(dyn Error + 'static)) -> String {
    let mut told = vec![format!("{error} {error:?}")];
    let mut source = error.source();
    while let Some(error) = source {
        told.push(format!("{error} {error:?}"));
        source = error.source();
    }
    told.join(" ")
}

fn home() -> Home {
    let home = Home::with(&format!(
        "[DEFAULT]\nuser=u\ntenancy=t\nkey_file=~/.oci/key.pem\npass_phrase=passphr4se\nfingerprint={}\n\
         [S]\nsecurity_token_file=~/token\nfingerprint={}\n",
        fingerprint(),
        fingerprint()
    ));
    home.write("token", "t0ken.s3cret");
    home
}

#[tokio::test]
async fn values_do_not_show() {
    let home = home();
    for name in ["DEFAULT", "S"] {
        let profile = home.profile(name).expect("a sound profile");
        let credentials = profile.credentials().expect("a key");
        let key = answer(&credentials, false).await.expect("a key");
        assert_hidden(&shown(&profile));
        assert_hidden(&shown(&credentials));
        assert_hidden(&shown(&key));
        assert_hidden(&shown(key.signer()));
        assert_hidden(&shown(key.id()));
        assert_hidden(&shown(&FixedKey::new(key.clone())));
        assert_hidden(&shown(&Credential::Signature(key.clone())));
        let mut request = http::Request::get("https://example.com/").body("").expect("a request");
        oci::sign(&mut request, &key, std::time::SystemTime::now()).await.expect("a signature");
        assert_hidden(&shown(&request));
        let builder = Pipeline::builder(&SERVICE).credentials(credentials);
        assert_hidden(&shown(&builder));
        let pipeline = builder.build().expect("sound settings");
        assert_hidden(&shown(&pipeline));
        assert_hidden(&shown(&Sent::<Get>::new(&pipeline)));
    }
    let key = PrivateKey::from_file(key_file("rsa2048.pem"), Some(&Secret::from("passphr4se"))).expect("a key");
    assert_eq!(format!("{key:?}"), format!("PrivateKey({})", fingerprint()));
    assert_hidden(&shown(&Secret::from("t0ken.s3cret")));
    assert_hidden(&shown(&signing_key()));
}

#[tokio::test]
async fn errors_do_not_show() {
    let home = home();
    let credentials = home.profile("S").expect("a sound profile").credentials().expect("a key");
    let files = || FileCredentials::session(home.path().join("token"), home.path().join(".oci/key.pem"), None);
    // Each is written in turn, and all of them hold a secret.
    let key = key_text("rsa2048.pem");
    let encrypted = key_text("pkcs8_aes-256-cbc.pem");
    let spoiled = [
        ("token", "t0ken.s3cret t0ken.s3cret".to_owned()),
        (".oci/key.pem", key.replace("-----END", "END")),
        (".oci/key.pem", key.replacen('M', "!", 1)),
        (".oci/key.pem", key.replace("PRIVATE KEY", "RSA PRIVATE KEY")),
        (".oci/key.pem", key.lines().skip(1).collect::<Vec<_>>().join("\n")),
        (".oci/key.pem", encrypted),
    ];
    for (name, text) in spoiled {
        let sound = std::fs::read_to_string(home.path().join(name)).expect("the file is there");
        home.write(name, &text);
        assert_hidden(&told(&answer(&credentials, true).await.expect_err("it is spoiled")));
        assert_hidden(&told(&files().expect_err("it is spoiled")));
        assert_hidden(&told(&home.profile("S").expect("in form").credentials().expect_err("it is spoiled")));
        home.write(name, &sound);
        files().expect("it is sound again");
    }
    for line in [
        "passphr4se",
        "pass_phrase: passphr4se",
        "=passphr4se",
        "[passphr4se",
        "pass_phrase=passphr4se\npass_phrase=passphr4se",
    ] {
        // The name of a section is no secret; only what cannot be read as one might be.
        home.write(".oci/config", &format!("[DEFAULT]\n{line}\n"));
        assert_hidden(&told(&home.profile("DEFAULT").expect_err(line)));
    }
}
