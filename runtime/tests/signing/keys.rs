//! Private keys in all their forms, and what is said of those that cannot be used.

use trueform_runtime::Secret;
use trueform_runtime::oci::{ConfigurationError, FileRole, KeyError, PrivateKey};

use crate::{fingerprint, key_file, key_text};

fn read(name: &str, passphrase: Option<&str>) -> Result<PrivateKey, KeyError> {
    let passphrase = passphrase.map(Secret::from);
    match PrivateKey::from_file(key_file(name), passphrase.as_ref()) {
        Ok(key) => Ok(key),
        Err(ConfigurationError::PrivateKey { path, place: None, reason }) => {
            assert_eq!(path, key_file(name));
            Err(reason)
        }
        Err(error) => panic!("{error}"),
    }
}

fn refused(name: &str) -> KeyError {
    read(name, None).expect_err(name)
}

fn from_text(text: &str) -> Result<PrivateKey, KeyError> {
    PrivateKey::from_pem(text.as_bytes(), None)
}

#[test]
fn the_sizes_and_forms_that_are_in_use_are_read() {
    for name in ["rsa2048.pem", "pkcs1.pem"] {
        assert_eq!(read(name, None).expect("a sound key").fingerprint(), fingerprint());
        // A profile inherits a passphrase from [DEFAULT], whatever its key.
        assert_eq!(read(name, Some("for another key")).expect("a sound key").fingerprint(), fingerprint());
    }
    for name in ["rsa3072.pem", "rsa4096.pem"] {
        assert_eq!(read(name, None).expect("a sound key").fingerprint().len(), 47);
    }
}

#[test]
fn what_stands_around_a_key_is_passed_over() {
    let key = key_text("rsa2048.pem");
    let certificate = key_text("certificate.pem");
    for text in [
        format!("{key}OCI_API_KEY\n"),
        format!("{key}OCI_API_KEY"),
        format!("\u{feff}{key}"),
        format!("Bag Attributes\n    friendlyName: x\n{key}\n\n"),
        format!("{certificate}{key}"),
        format!("{key}{certificate}"),
        key.replace('\n', "\r\n"),
        key.replace('\n', "\n\n"),
        key.lines().flat_map(|line| ["  ", line, "\t\n"]).collect(),
    ] {
        assert_eq!(from_text(&text).expect("a sound key").fingerprint(), fingerprint());
    }
}

#[test]
fn what_is_no_private_key_for_rsa_is_told_apart() {
    for name in ["public.pem", "public_pkcs1.pem", "public.ssh"] {
        assert_eq!(refused(name), KeyError::PublicKey, "{name}");
    }
    for name in ["certificate.pem", "request.pem"] {
        assert_eq!(refused(name), KeyError::Certificate, "{name}");
    }
    for (name, algorithm) in
        [("ec_sec1.pem", "EC"), ("ec_pkcs8.pem", "EC"), ("ed25519.pem", "Ed25519"), ("pss.pem", "RSA-PSS alone")]
    {
        assert_eq!(refused(name), KeyError::OtherAlgorithm { algorithm: algorithm.to_owned() }, "{name}");
    }
    assert_eq!(refused("openssh.pem"), KeyError::OpenSsh);
    assert_eq!(refused("pkcs7.pem"), KeyError::OtherSection { label: "PKCS7".to_owned() });
    for text in ["", "OCI_API_KEY", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"] {
        assert_eq!(from_text(text).expect_err("no key"), KeyError::NoSection);
    }
    assert_eq!(refused("rsa2048.der"), KeyError::NoSection);
}

#[test]
fn sizes_that_ring_refuses_are_named() {
    for (name, bits) in [("rsa1024.pem", 1024), ("rsa2560.pem", 2560), ("rsa5120.pem", 5120)] {
        assert_eq!(refused(name), KeyError::Size { bits }, "{name}");
    }
    assert_eq!(refused("rsa2048_exponent3.pem"), KeyError::Exponent);
    assert!(matches!(refused("rsa2048_three_primes.pem"), KeyError::Refused { .. } | KeyError::DamagedDer));
}

#[test]
fn damage_is_found() {
    let key = key_text("rsa2048.pem");
    let cut = key.split("-----END").next().expect("the beginning");
    assert_eq!(from_text(cut).expect_err("no end"), KeyError::DamagedBase64);
    assert_eq!(from_text(&key.replacen('M', "!", 1)).expect_err("no base64"), KeyError::DamagedBase64);
    let lines: Vec<&str> = key.lines().collect();
    let missing = [&lines[..5], &lines[6..]].concat().join("\n");
    assert_eq!(from_text(&missing).expect_err("a line is missing"), KeyError::DamagedDer);
    let swapped = [&lines[..5], &[lines[6], lines[5]], &lines[7..]].concat().join("\n");
    let error = from_text(&swapped).expect_err("lines are swapped");
    assert!(matches!(error, KeyError::Refused { .. } | KeyError::DamagedDer | KeyError::Size { .. }), "{error:?}");
    let renamed = key.replace("PRIVATE KEY", "RSA PRIVATE KEY");
    assert_eq!(from_text(&renamed).expect_err("another form"), KeyError::DamagedDer);
    let renamed = key_text("pkcs1.pem").replace("RSA PRIVATE KEY", "PRIVATE KEY");
    assert_eq!(from_text(&renamed).expect_err("another form"), KeyError::DamagedDer);
    assert_eq!(
        from_text("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----").expect_err("empty"),
        KeyError::DamagedDer
    );
}

/// Nothing that a file may hold makes the reader panic.
#[test]
fn every_cut_is_an_error_and_flipped_bytes_do_not_panic() {
    let text = key_text("rsa2048.pem");
    for length in 0..text.len() {
        // Without its last line end, a key is whole.
        assert_eq!(from_text(&text[..length]).is_ok(), length + 1 == text.len(), "{length}");
    }
    for at in (0..text.len()).step_by(7) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 0x05;
        let _ = PrivateKey::from_pem(&bytes, None);
    }
}

#[test]
fn files_that_are_not_there_or_cannot_be_read_are_named() {
    let error = PrivateKey::from_file(key_file("nowhere.pem"), None).expect_err("no file");
    assert!(matches!(error, ConfigurationError::FileMissing { role: FileRole::PrivateKey, .. }), "{error:?}");
    assert!(error.to_string().contains("keys/nowhere.pem: the private key is not there; correct `key_file`"));
    // A folder can be opened, but not read.
    let error = PrivateKey::from_file(key_file(""), None).expect_err("a folder");
    assert!(matches!(error, ConfigurationError::Unreadable { role: FileRole::PrivateKey, .. }), "{error:?}");
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn the_fingerprint_tells_whose_key_it_is() {
    let key = read("rsa2048.pem", None).expect("a sound key");
    key.check_fingerprint(&fingerprint().to_uppercase()).expect("case does not matter");
    let stated = "00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff";
    let error = key.check_fingerprint(stated).expect_err("another key");
    assert!(error.to_string().contains(stated) && error.to_string().contains(&fingerprint()), "{error}");
    assert_eq!(key.into_api_key("t", "u").id().reveal(), format!("t/u/{}", fingerprint()));
}

#[cfg(feature = "encrypted-keys")]
mod encrypted {
    use super::*;

    const SUPPORTED: [&str; 11] = [
        "legacy_aes128.pem",
        "legacy_aes192.pem",
        "legacy_aes256.pem",
        "legacy_des3.pem",
        "pkcs8_aes-128-cbc.pem",
        "pkcs8_aes-192-cbc.pem",
        "pkcs8_aes-256-cbc.pem",
        "pkcs8_des3.pem",
        "pkcs8_hmacWithSHA1.pem",
        "pkcs8_hmacWithSHA384.pem",
        "pkcs8_hmacWithSHA512.pem",
    ];

    #[test]
    fn both_kinds_are_read() {
        for name in SUPPORTED {
            assert_eq!(read(name, Some("throwaway")).expect(name).fingerprint(), fingerprint());
        }
    }

    #[test]
    fn a_passphrase_that_is_missing_or_wrong_is_told() {
        for name in SUPPORTED {
            assert_eq!(read(name, None).expect_err(name), KeyError::PassphraseMissing);
            assert_eq!(read(name, Some("")).expect_err(name), KeyError::PassphraseMissing);
            assert_eq!(read(name, Some("throwaway ")).expect_err(name), KeyError::PassphraseWrong);
        }
    }

    /// One wrong passphrase in 256 gives sound padding; that is not taken for a key.
    #[test]
    fn a_wrong_passphrase_is_never_taken_for_another_mistake() {
        for index in 0..1000 {
            let error = read("legacy_aes128.pem", Some(&format!("wrong {index}"))).expect_err("wrong");
            assert_eq!(error, KeyError::PassphraseWrong);
        }
    }

    #[test]
    fn other_ways_to_encrypt_are_named() {
        for (name, method) in [
            ("pkcs8_scrypt.pem", "scrypt"),
            ("pkcs8_pbes1.pem", "PBES1"),
            ("pkcs8_pkcs12.pem", "a scheme of PKCS#12"),
            ("legacy_des.pem", "DES-CBC"),
            ("pkcs8_hmacWithSHA224.pem", "the method 2a864886f70d0208"),
        ] {
            let error = read(name, Some("throwaway")).expect_err(name);
            assert_eq!(error, KeyError::UnsupportedEncryption { method: method.to_owned() });
        }
    }

    #[test]
    fn what_is_cut_or_flipped_is_a_key_or_an_error() {
        let passphrase = Secret::from("throwaway");
        for name in ["legacy_des3.pem", "pkcs8_des3.pem"] {
            let text = key_text(name);
            for at in (0..text.len()).step_by(if name.starts_with("pkcs8") { 31 } else { 3 }) {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 0x05;
                let _ = PrivateKey::from_pem(&bytes, Some(&passphrase));
                assert!(PrivateKey::from_pem(&bytes[..at], Some(&passphrase)).is_err());
            }
        }
    }
}

#[cfg(not(feature = "encrypted-keys"))]
#[test]
fn without_the_feature_encrypted_keys_say_which_one_it_is() {
    for name in ["legacy_aes128.pem", "pkcs8_aes-256-cbc.pem"] {
        let error = read(name, Some("throwaway")).expect_err(name);
        assert_eq!(error, KeyError::FeatureMissing);
        assert!(error.to_string().contains("feature `encrypted-keys`"));
    }
}
