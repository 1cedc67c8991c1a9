//! Every mistake of a configuration, with its file, its line, and the remedy.

use std::error::Error;

use trueform_runtime::CredentialsError;
use trueform_runtime::oci::{ConfigurationError, Environment, FileRole, KeyError, Mistake, Profile};

use crate::configuration::Home;
use crate::{fingerprint, key_text};

fn syntax(text: &str) -> (usize, Mistake) {
    let home = Home::with(text);
    let error = home.profile("DEFAULT").expect_err(text);
    let shown = error.to_string();
    assert!(!shown.contains("s3cret") && !shown.contains('\n'), "{shown}");
    match error {
        ConfigurationError::Syntax { path, line, mistake } => {
            assert!(shown.starts_with(&format!("{}:{line}: ", path.display())), "{shown}");
            (line, mistake)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_form_of_the_file() {
    assert_eq!(syntax("[DEFAULT]\nuser=u\n\ns3cret words\n"), (4, Mistake::NoEqualsSign));
    assert_eq!(syntax("[DEFAULT]\npass_phrase: s3cret\n"), (2, Mistake::NoEqualsSign));
    assert_eq!(syntax("[DEFAULT]\n = s3cret\n"), (2, Mistake::NoName));
    assert_eq!(syntax("# first\nuser=s3cret\n[DEFAULT]\n"), (2, Mistake::BeforeSections));
    for open in ["[DEFAULT", "[]", "[ ]", "[DEFAULT] user=s3cret"] {
        assert_eq!(syntax(open), (1, Mistake::OpenBracket), "{open}");
    }
    let twice = Mistake::SectionTwice { section: "A".to_owned(), first: 2 };
    assert_eq!(syntax("[DEFAULT]\n[A]\nuser=u\n[A]\n"), (4, twice));
    let twice = Mistake::NameTwice { section: "A".to_owned(), key: "pass_phrase".to_owned(), first: 2 };
    assert_eq!(syntax("[A]\npass_phrase=s3cret\nPass_Phrase=s3cret\n[DEFAULT]\n"), (3, twice));
}

#[test]
fn the_file_itself() {
    let nowhere = Profile::from_environment(Environment::default(), "DEFAULT").expect_err("no home");
    assert!(matches!(nowhere, ConfigurationError::NoHome), "{nowhere:?}");
    let home = Home::new();
    let error = home.profile("DEFAULT").expect_err("no file");
    assert!(matches!(error, ConfigurationError::FileMissing { role: FileRole::Configuration, place: None, .. }));
    let path = home.path().join(".oci/config");
    assert_eq!(
        error.to_string(),
        format!(
            "{}: the configuration file is not there; make one with `oci setup config`, or set OCI_CONFIG_FILE to the path \
             of the one that there is",
            path.display()
        )
    );
    std::fs::create_dir_all(&path).expect("a folder");
    let error = home.profile("DEFAULT").expect_err("a folder");
    assert!(matches!(error, ConfigurationError::Unreadable { role: FileRole::Configuration, .. }), "{error:?}");
    assert!(error.source().is_some());
    let told = CredentialsError::from(home.profile("DEFAULT").expect_err("a folder"));
    assert_eq!(told.to_string(), error.to_string());
    assert!(told.source().is_some());
    let home = Home::with("");
    std::fs::write(home.path().join(".oci/config"), b"[DEFAULT]\nuser=\xff\xfe\n").expect("the file can be written");
    let error = home.profile("DEFAULT").expect_err("no text");
    assert!(matches!(error, ConfigurationError::NotText { .. }), "{error:?}");
}

#[test]
fn a_file_without_an_end_is_not_read_to_it() {
    let endless = Environment::default().with_config_file("/dev/zero");
    if !cfg!(unix) {
        return;
    }
    let error = Profile::from_environment(endless, "DEFAULT").expect_err("too long");
    assert!(error.to_string().contains("longer than 1048576 bytes"), "{error}");
}

#[test]
fn a_profile_that_is_not_there() {
    let home = Home::with("[DEFAULT]\n[A]\n[B b]\n");
    let error = home.profile("a").expect_err("no such profile");
    assert!(error.to_string().ends_with("there is no profile [a]; those that there are: DEFAULT, A, B b"), "{error}");
    let error = Home::with("# nothing\n").profile("DEFAULT").expect_err("no such profile");
    assert!(error.to_string().ends_with("there is no profile [DEFAULT]; the file has none"), "{error}");
}

#[test]
fn values_that_are_missing_empty_or_unfit() {
    let lines = [("tenancy", "t"), ("user", "u"), ("key_file", "~/.oci/key.pem")];
    let text = |change: &dyn Fn(&str, &str) -> Option<String>| {
        let lines = lines.iter().filter_map(|(key, value)| change(key, value).map(|value| format!("{key}={value}\n")));
        format!("[DEFAULT]\n[P]\n{}", lines.collect::<String>())
    };
    let error = |text: &str| Home::with(text).profile("P").expect("in form").credentials().expect_err(text);
    for (missing, _) in lines {
        let found = error(&text(&|key, value| (key != missing).then(|| value.to_owned())));
        assert!(matches!(&found, ConfigurationError::MissingKey { key, .. } if *key == missing), "{found:?}");
        let remedy = format!(
            "config: the profile [P] has no `{missing}`, and inherits none from [DEFAULT]; add a line `{missing} = …`"
        );
        assert!(found.to_string().ends_with(&remedy), "{found}");
        let found = error(&text(&|key, value| Some(if key == missing { "" } else { value }.to_owned())));
        assert!(matches!(&found, ConfigurationError::EmptyValue { key, .. } if *key == missing), "{found:?}");
    }
    for unfit in ["\"t\"", "t/u", "t u", "t\u{e9}"] {
        let found = error(&text(&|key, value| Some(if key == "tenancy" { unfit } else { value }.to_owned())));
        match &found {
            ConfigurationError::UnfitValue { key: "tenancy", place } => {
                assert_eq!((place.line, place.profile.as_str()), (3, "P"));
            }
            other => panic!("{other:?}"),
        }
    }
    let profile = Home::with("[P]\n").profile("P").expect("in form");
    let found = profile.region().expect_err("no region");
    assert!(matches!(found, ConfigurationError::MissingKey { key: "region", .. }), "{found:?}");
}

#[test]
fn a_key_in_the_configuration_itself_is_refused() {
    let home = Home::with("[DEFAULT]\nkey_content=s3cret\n[P]\n");
    let error = home.profile("P").expect_err("a key");
    assert!(error.to_string().contains("config:2: profile P: `key_content` must not stand in a file"), "{error}");
    assert!(!format!("{error} {error:?}").contains("s3cret"));
}

/// The error of the credentials of a profile with this key file, and perhaps more.
fn with_key(home: &Home, more: &str) -> ConfigurationError {
    home.write(".oci/config", &format!("[P]\ntenancy=t\nuser=u\nkey_file=~/.oci/key.pem\n{more}\n"));
    home.profile("P").expect("in form").credentials().expect_err("no credentials")
}

#[test]
fn keys_that_cannot_be_used_are_named_with_the_line_that_names_them() {
    let home = Home::with("");
    for (name, remedy) in [
        ("public.pem", "a public key; state the file of the private key"),
        ("certificate.pem", "a certificate, no private key"),
        ("ec_pkcs8.pem", "a private key for EC, but requests are signed with RSA; make a new one"),
        ("openssh.pem", "a private key in the format of OpenSSH; convert a copy with `ssh-keygen"),
        ("rsa1024.pem", "an RSA key of 1024 bits; only 2048, 3072 and 4096 can be used"),
        ("rsa5120.pem", "an RSA key of 5120 bits"),
    ] {
        home.write(".oci/key.pem", &key_text(name));
        let error = with_key(&home, "");
        let shown = error.to_string();
        let key = home.path().join(".oci/key.pem").display().to_string();
        assert!(shown.starts_with(&format!("{key}: {remedy}")), "{shown}");
        assert!(shown.ends_with("config:4: profile P)"), "{shown}");
        assert!(error.source().is_some_and(<dyn Error>::is::<KeyError>));
    }
}

#[test]
fn a_fingerprint_of_another_key_shows_both() {
    let home = Home::with("");
    home.write(".oci/key.pem", &key_text("rsa2048.pem"));
    let stated = "00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff";
    let shown = with_key(&home, &format!("fingerprint={stated}")).to_string();
    assert!(shown.contains(stated) && shown.contains(&fingerprint()), "{shown}");
}

#[test]
fn passphrases_and_the_feature_for_them() {
    let home = Home::with("");
    home.write(".oci/key.pem", &key_text("pkcs8_aes-256-cbc.pem"));
    let (missing, wrong) = (with_key(&home, "").to_string(), with_key(&home, "pass_phrase=s3cret").to_string());
    assert!(!wrong.contains("s3cret"));
    if cfg!(feature = "encrypted-keys") {
        assert!(missing.contains("there is no passphrase; state it as `pass_phrase` in the profile"), "{missing}");
        assert!(wrong.contains("the passphrase is wrong; correct `pass_phrase`"), "{wrong}");
    } else {
        assert!(missing.contains("needs the feature `encrypted-keys`"), "{missing}");
        assert!(wrong.contains("needs the feature `encrypted-keys`"), "{wrong}");
    }
}

#[test]
fn files_that_a_profile_names() {
    let home = Home::with("");
    std::fs::remove_file(home.path().join(".oci/key.pem")).expect("the key can be removed");
    let error = with_key(&home, "");
    assert!(matches!(&error, ConfigurationError::FileMissing { role: FileRole::PrivateKey, .. }), "{error:?}");
    assert!(error.to_string().ends_with("config:4: profile P)"), "{error}");
    home.write(".oci/key.pem", &key_text("rsa2048.pem"));
    let error = with_key(&home, "security_token_file=~/token");
    assert!(matches!(&error, ConfigurationError::FileMissing { role: FileRole::SessionToken, .. }), "{error:?}");
    assert!(error.to_string().contains("log in with `oci session authenticate`"), "{error}");
    home.write("token", " \n");
    let error = with_key(&home, "security_token_file=~/token");
    assert!(matches!(error, ConfigurationError::EmptyToken { .. }), "{error:?}");
    for unfit in ["s3cret token", "s3cret\ntoken", "\"s3cret\"", "s3cr\u{e9}t"] {
        home.write("token", unfit);
        let error = with_key(&home, "security_token_file=~/token");
        assert!(matches!(error, ConfigurationError::UnfitToken { .. }), "{error:?}");
        assert!(!error.to_string().contains("s3cr"));
    }
}
