//! Instance principals over sockets, with keys that are made as in earnest.

use trueform_runtime::oci::{Delegation, InstancePrincipal};
use trueform_runtime::{Pipeline, testing::ManualClock};

use crate::cloud::Cloud;
use crate::operation::{Get, SERVICE, Segment, Sent};
use crate::{answer, loopback, session_keys};

fn request(pipeline: &Pipeline) -> Sent<Get> {
    let mut request = Sent::<Get>::new(pipeline);
    request.path.push(Segment::Literal("/anything"));
    request
}

#[tokio::test]
async fn a_client_on_an_instance_signs_with_a_session_key_of_its_own() {
    let cloud = Cloud::new();
    let url = loopback::serve(cloud.clone()).await;
    let clock = ManualClock::new();
    let principal = InstancePrincipal::builder()
        .metadata_endpoint(format!("{url}/opc/v2"))
        .federation_endpoint(url.clone())
        .clock(clock.clone())
        .build()
        .expect("sound endpoints");
    assert_eq!(principal.region().await.expect("a region"), "us-chicago-1");
    let pipeline = Pipeline::builder(&SERVICE).endpoint(url).clock(clock).credentials(principal).build();
    let pipeline = pipeline.expect("sound settings");
    for _ in 0..2 {
        request(&pipeline).send().await.expect("a reply");
    }
    let state = cloud.state();
    assert_eq!(state.complaints, Vec::<String>::new());
    assert_eq!(state.federation.len(), 1);
    assert_eq!(
        state.metadata,
        [
            "/opc/v2/instance/regionInfo",
            "/opc/v2/identity/cert.pem",
            "/opc/v2/identity/key.pem",
            "/opc/v2/identity/intermediate.pem"
        ]
    );
}

#[tokio::test]
async fn two_hundred_callers_make_one_call_for_a_token() {
    let cloud = Cloud::new();
    let url = loopback::serve(cloud.clone()).await;
    let principal = InstancePrincipal::builder()
        .metadata_endpoint(format!("{url}/opc/v2"))
        .federation_endpoint(url)
        .clock(ManualClock::new())
        .session_keys(session_keys())
        .build()
        .expect("sound endpoints");
    let ask_all = async |refused: Option<trueform_runtime::SigningKey>| {
        let mut callers = tokio::task::JoinSet::new();
        for _ in 0..200 {
            let (principal, refused) = (principal.clone(), refused.clone());
            callers.spawn(async move { answer(&principal, refused.as_ref()).await.expect("a key") });
        }
        callers.join_all().await
    };
    let keys = ask_all(None).await;
    assert!(keys.iter().all(|key| *key == keys[0]));
    assert_eq!(cloud.state().federation.len(), 1);
    // All of them are refused, too.
    let others = ask_all(Some(keys[0].clone())).await;
    assert!(others.iter().all(|key| *key == others[0] && *key != keys[0]));
    assert_eq!(cloud.state().federation.len(), 2);
    assert_eq!(cloud.state().complaints, Vec::<String>::new());
}

#[tokio::test]
async fn a_refused_token_is_exchanged_once_and_the_call_goes_on() {
    let cloud = Cloud::new();
    let clock = ManualClock::new();
    let principal = InstancePrincipal::builder()
        .transport(cloud.clone())
        .clock(clock.clone())
        .session_keys(session_keys())
        .build()
        .expect("sound endpoints");
    let key = answer(&principal, None).await.expect("a key");
    let token = key.id().reveal().strip_prefix("ST$").expect("a token").to_owned();
    cloud.state().revoked.push(token);
    let pipeline = Pipeline::builder(&SERVICE)
        .transport(cloud.clone())
        .clock(clock)
        .credentials(Delegation::new(principal, "on-behalf"))
        .build()
        .expect("sound settings");
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let pipeline = pipeline.clone();
        calls.spawn(async move { request(&pipeline).send().await.map(|_| ()) });
    }
    assert!(calls.join_all().await.into_iter().all(|call| call.is_ok()));
    assert_eq!(cloud.state().federation.len(), 2, "one for all of them");
    assert_eq!(cloud.state().complaints, Vec::<String>::new());
}
