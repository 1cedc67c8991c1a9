//! Resource principals: values and files of the environment.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde_json::json;
use trueform_runtime::CredentialsError;
use trueform_runtime::oci::ResourcePrincipal;

use crate::cloud::token;
use crate::{answer, key_text};

/// A principal of these variables, beside the version and the region.
fn of(variables: &[(&str, String)]) -> Result<ResourcePrincipal, CredentialsError> {
    ResourcePrincipal::of_variables(|name| {
        let stated = variables.iter().find(|(stated, _)| name.strip_prefix("OCI_RESOURCE_PRINCIPAL_") == Some(stated));
        match (stated, name) {
            (Some((_, value)), _) => Some(value.clone()),
            (None, "OCI_RESOURCE_PRINCIPAL_VERSION") => Some("2.2".to_owned()),
            (None, "OCI_RESOURCE_PRINCIPAL_REGION") => Some("us-chicago-1".to_owned()),
            _ => None,
        }
    })
}

fn token_of(number: u32) -> String {
    token(&json!({ "exp": 4_000_000_000_u64, "number": number }))
}

fn age(path: &Path) {
    let file = File::options().append(true).open(path).expect("the file");
    file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("a time");
}

#[tokio::test]
async fn values_are_taken_as_they_are() {
    let principal = of(&[("RPST", token_of(1)), ("PRIVATE_PEM", key_text("rsa2048.pem"))]).expect("a principal");
    let key = answer(&principal, None).await.expect("a key");
    assert_eq!(key.id().reveal(), format!("ST${}", token_of(1)));
    assert_eq!(principal.region(), "us-chicago-1");
    assert_eq!(answer(&principal, Some(&key)).await.expect("a key"), key, "there is no other");
}

#[tokio::test]
async fn files_are_read_again_when_they_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| fs::write(path(name), text).expect("it is written");
    let stated = |name: &str| path(name).display().to_string();
    write("rpst", &format!("{}\n", token_of(1)));
    write("key", &key_text("rsa2048.pem"));
    write("region", "us-ashburn-1\n");
    let variables = [("RPST", stated("rpst")), ("PRIVATE_PEM", stated("key")), ("REGION", stated("region"))];
    let principal = of(&variables).expect("a principal");
    assert_eq!(principal.region(), "us-ashburn-1");
    let first = answer(&principal, None).await.expect("a key");
    age(&path("rpst"));
    age(&path("key"));
    assert_eq!(answer(&principal, None).await.expect("a key"), first);
    write("rpst", &token_of(2));
    write("key", &key_text("rsa3072.pem"));
    let second = answer(&principal, None).await.expect("a key");
    assert_eq!(second.id().reveal(), format!("ST${}", token_of(2)));
    assert_eq!(second.signer().sign(b"").await.expect("a signature").len(), 384, "it is the other key");
    // In the middle of being written.
    write("rpst", "");
    assert_eq!(answer(&principal, None).await.expect("a key"), second);
    let error = answer(&principal, Some(&second)).await.expect_err("after a refusal, what is wrong is said");
    assert!(error.to_string().contains("OCI_RESOURCE_PRINCIPAL_RPST"), "{error}");
}

#[cfg(feature = "encrypted-keys")]
#[tokio::test]
async fn a_passphrase_is_a_value_or_a_file_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("passphrase");
    let passphrase = "throwaway".to_owned();
    fs::write(&path, format!("{passphrase}\n")).expect("it is written");
    for stated in [passphrase.clone(), path.display().to_string()] {
        let key = ("PRIVATE_PEM", key_text("pkcs8_aes-256-cbc.pem"));
        of(&[("RPST", token_of(1)), key, ("PRIVATE_PEM_PASSPHRASE", stated)]).expect("a principal");
    }
}

#[test]
fn what_is_missing_or_unfit_is_named() {
    let (rpst, pem) = (("RPST", token_of(1)), ("PRIVATE_PEM", key_text("rsa2048.pem")));
    for (variables, reason) in [
        (vec![], "OCI_RESOURCE_PRINCIPAL_RPST is not set"),
        (vec![rpst.clone()], "OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM is not set"),
        (vec![rpst.clone(), pem.clone(), ("REGION", " ".to_owned())], "OCI_RESOURCE_PRINCIPAL_REGION is not set"),
        (vec![rpst.clone(), pem.clone(), ("VERSION", "1.1".to_owned())], "another version"),
        (
            vec![("RPST", "s3cret".to_owned()), pem.clone()],
            "the token of OCI_RESOURCE_PRINCIPAL_RPST is no JSON web token",
        ),
        (vec![rpst.clone(), ("PRIVATE_PEM", "s3cret".to_owned())], "OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM holds"),
        (vec![rpst, ("PRIVATE_PEM", "/nowhere/key".to_owned())], "names /nowhere/key, which cannot be read"),
    ] {
        let said = of(&variables).expect_err("a refusal").to_string();
        assert!(said.contains(reason) && !said.contains("s3cret"), "{said}");
    }
}
