//! No key and no token in `Debug` or an error.

use serde_json::json;
use trueform_runtime::oci::{Delegation, InstancePrincipal, ResourcePrincipal, Surroundings, WorkloadIdentity};
use trueform_runtime::testing::ManualClock;

use crate::cloud::{Cloud, token};
use crate::{answer, key_text, session_keys};

#[tokio::test]
async fn values_do_not_show() {
    let cloud = Cloud::new();
    let builder = InstancePrincipal::builder().transport(cloud).clock(ManualClock::new()).session_keys(session_keys());
    let built = format!("{builder:?}");
    let principal = builder.build().expect("sound endpoints");
    let key = answer(&principal, None).await.expect("a key");
    let token = token(&json!({ "exp": 4_000_000_000_u64 }));
    let resource = ResourcePrincipal::of_variables(|name| {
        Some(match name {
            "OCI_RESOURCE_PRINCIPAL_VERSION" => "2.2".to_owned(),
            "OCI_RESOURCE_PRINCIPAL_RPST" => token.clone(),
            "OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM" => key_text("rsa2048.pem"),
            "OCI_RESOURCE_PRINCIPAL_REGION" => "us-chicago-1".to_owned(),
            _ => return None,
        })
    })
    .expect("a principal");
    let surroundings = Surroundings::empty()
        .variable("OCI_RESOURCE_PRINCIPAL_RPST", token.clone())
        .variable("OCI_RESOURCE_PRINCIPAL_PRIVATE_PEM", key_text("rsa2048.pem"));
    let shown = [
        format!("{surroundings:?}"),
        format!("{resource:?}"),
        format!("{:?}", WorkloadIdentity::in_cluster("10.0.0.1").build().expect("sound settings")),
        format!("{:?}", Delegation::new(principal.clone(), "s3cret-t0ken")),
        format!("{principal:?} {key:?}"),
        built.split("transport").next().unwrap_or_default().to_owned(),
    ];
    let secret = key_text("rsa2048.pem").lines().nth(3).expect("a line").to_owned();
    for text in shown {
        assert!(!text.contains("s3cret") && !text.contains(&secret) && !text.contains(&token), "{text}");
    }
}
