//! Workload identities.

use std::fs;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tempfile::TempDir;
use trueform_runtime::oci::{WorkloadIdentity, WorkloadIdentityBuilder};
use trueform_runtime::testing::ManualClock;

use crate::cloud::{Cloud, Fault, pass};
use crate::{answer, loopback, session_keys};

fn pod() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("token"), "pod-t0ken\n").expect("it is written");
    let CertifiedKey { cert, .. } = generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    fs::write(folder.path().join("ca.crt"), cert.pem()).expect("it is written");
    folder
}

fn of(pod: &TempDir, builder: WorkloadIdentityBuilder, clock: &ManualClock) -> WorkloadIdentity {
    builder
        .token_file(pod.path().join("token"))
        .root_certificates(pod.path().join("ca.crt"))
        .clock(clock.clone())
        .session_keys(session_keys())
        .build()
        .expect("sound settings")
}

#[tokio::test]
async fn the_cluster_is_asked_once_and_again_after_half_the_time() {
    let (cloud, clock, pod) = (Cloud::new(), ManualClock::new(), pod());
    let url = loopback::serve(cloud.clone()).await;
    let identity = of(&pod, WorkloadIdentity::at(url), &clock);
    let first = answer(&identity, None).await.expect("a key");
    assert!(first.id().reveal().starts_with("ST$e"), "the prefix is there once");
    pass(&cloud, &clock, 500);
    assert_eq!(answer(&identity, None).await.expect("a key"), first);
    pass(&cloud, &clock, 100);
    assert_ne!(answer(&identity, None).await.expect("a key"), first);
    assert_eq!(cloud.state().federation.len(), 2);
    identity.region().expect_err("none was stated");
}

#[tokio::test]
async fn the_token_of_the_account_is_read_each_time() {
    let (cloud, clock, pod) = (Cloud::new(), ManualClock::new(), pod());
    let identity = of(&pod, WorkloadIdentity::in_cluster("10.0.0.1").transport(cloud.clone()), &clock);
    fs::write(pod.path().join("token"), "s3cret").expect("it is written");
    let error = answer(&identity, None).await.expect_err("another token");
    let url = "https://10.0.0.1:12250/resourcePrincipalSessionTokens";
    assert_eq!(error.to_string(), format!("the cluster ({url}) replied 401 Unauthorized"));
    fs::write(pod.path().join("token"), "pod-t0ken").expect("it is written");
    answer(&identity, None).await.expect("a key");
    fs::remove_file(pod.path().join("token")).expect("it is gone");
    pass(&cloud, &clock, 1200);
    let error = answer(&identity, None).await.expect_err("no token");
    assert!(error.to_string().contains("does the program run in a pod?"), "{error}");
}

#[tokio::test]
async fn a_basic_cluster_is_told() {
    let (cloud, pod) = (Cloud::new(), pod());
    cloud.state().faults.push_back(Fault::Status(403, ""));
    let builder = WorkloadIdentity::in_cluster("fd00::1").transport(cloud.clone());
    let identity = of(&pod, builder, &ManualClock::new());
    let error = answer(&identity, None).await.expect_err("a refusal");
    assert!(error.to_string().ends_with("403 Forbidden; see that the cluster is an enhanced one"), "{error}");
}

#[tokio::test]
async fn only_the_cluster_itself_is_shown_the_token_of_the_account() {
    let (cloud, clock, pod) = (Cloud::new(), ManualClock::new(), pod());
    let (url, certificate) = loopback::serve_tls(cloud.clone()).await;
    let error = answer(&of(&pod, WorkloadIdentity::at(url.clone()), &clock), None).await.expect_err("a stranger");
    assert!(error.to_string().contains("certificate"), "{error}");
    assert!(cloud.state().federation.is_empty(), "it heard nothing");
    fs::write(pod.path().join("ca.crt"), certificate).expect("it is written");
    answer(&of(&pod, WorkloadIdentity::at(url), &ManualClock::new()), None).await.expect("a key");
    assert_eq!(cloud.state().federation.len(), 1);
}
