//! What surroundings offer.

use std::fs;

use serde_json::json;
use trueform_runtime::oci::{Environment, PrincipalKind, Surroundings};
use trueform_runtime::testing::{Fault, ManualClock, ScriptedTransport};

use crate::cloud::{Cloud, token};
use crate::{answer, key_text, session_keys};

/// Surroundings with everything, of which some may be taken away.
struct Everything {
    folder: tempfile::TempDir,
    cloud: Cloud,
}

impl Everything {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let oci = folder.path().join(".oci");
        fs::create_dir(&oci).expect("a folder");
        let key = oci.join("key.pem");
        fs::write(&key, key_text("rsa2048.pem")).expect("it is written");
        let profile = format!("[DEFAULT]\ntenancy=t\nuser=u\nregion=us-phoenix-1\nkey_file={}\n", key.display());
        fs::write(oci.join("config"), profile).expect("it is written");
        fs::write(folder.path().join("token"), "pod-t0ken").expect("it is written");
        Self { folder, cloud: Cloud::new() }
    }

    fn surroundings(&self, has_profile: bool, has_resource: bool, has_pod: bool) -> Surroundings {
        let mut surroundings = Surroundings::empty()
            .service_account(self.folder.path())
            .transport(self.cloud.clone())
            .clock(ManualClock::new())
            .session_keys(session_keys());
        if has_profile {
            surroundings = surroundings.environment(Environment::default().with_home(self.folder.path()));
        }
        if has_resource {
            surroundings = surroundings
                .variable("OCI_RESOURCE_PRINCIPAL_VERSION", "2.2")
                .variable("OCI_RESOURCE_PRINCIPAL_RPST", token(&json!({ "exp": 4_000_000_000_u64 })))
                .variable("OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM", key_text("rsa2048.pem"));
        }
        if has_pod {
            surroundings = surroundings.variable("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        }
        surroundings.variable("OCI_RESOURCE_PRINCIPAL_REGION", "uk-london-1")
    }
}

#[tokio::test]
async fn the_first_that_is_there_is_taken() {
    let everything = Everything::new();
    for (has, kind, region) in [
        ((true, true, true), PrincipalKind::Profile, "us-phoenix-1"),
        ((false, true, true), PrincipalKind::Resource, "uk-london-1"),
        ((false, false, true), PrincipalKind::Workload, "uk-london-1"),
        ((false, false, false), PrincipalKind::Instance, "us-chicago-1"),
    ] {
        let principal = everything.surroundings(has.0, has.1, has.2).discover().await.expect("a principal");
        assert_eq!((principal.kind(), principal.region()), (kind, region));
        answer(&principal, None).await.expect("a key");
    }
    let region = Environment::default().with_region("eu-frankfurt-1");
    let principal = everything.surroundings(false, false, false).environment(region).discover().await;
    assert_eq!(principal.expect("a principal").region(), "eu-frankfurt-1");
}

#[tokio::test]
async fn what_is_there_and_does_not_work_is_not_passed_over() {
    let everything = Everything::new();
    let missing = Environment::default().with_config_file("/nowhere/config");
    let error = everything.surroundings(false, true, true).environment(missing).discover().await.expect_err("no file");
    let tried: Vec<PrincipalKind> = error.tried().iter().map(trueform_runtime::oci::NotTaken::kind).collect();
    assert_eq!(tried, [PrincipalKind::Profile]);
    assert!(error.to_string().contains("/nowhere/config"), "{error}");
    let broken = everything.surroundings(false, true, true).variable("OCI_RESOURCE_PRINCIPAL_RPST", "s3cret");
    let error = broken.discover().await.expect_err("no token");
    assert_eq!(error.tried().len(), 2);
    assert!(error.to_string().contains("a resource principal: the token of OCI_RESOURCE_PRINCIPAL_RPST"), "{error}");
    assert!(!error.to_string().contains("s3cret"));
    assert!(everything.cloud.state().metadata.is_empty(), "nobody was asked");
}

#[tokio::test]
async fn where_there_is_nothing_each_is_named_with_its_reason() {
    let script = ScriptedTransport::new().fault(Fault::ConnectTimeout);
    let error = Surroundings::empty().transport(script.clone()).clock(ManualClock::new()).discover().await;
    let error = error.expect_err("nothing is there");
    let said = error.to_string();
    for part in [
        "a profile of the configuration file: ~/.oci/config is not there, and OCI_CONFIG_FILE is not set",
        "a resource principal: OCI_RESOURCE_PRINCIPAL_RPST is not set",
        "a workload identity: KUBERNETES_SERVICE_HOST is not set",
        "an instance principal: the metadata service (http://169.254.169.254/opc/v2/instance/regionInfo) cannot be reached",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(error.tried().len(), 4);
    assert_eq!(script.remaining(), 0, "it is asked once");
}
