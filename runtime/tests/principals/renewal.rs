//! Rotation, expiry, and clocks that differ, in no time.

use std::time::Duration;

use trueform_runtime::oci::{InstancePrincipal, InstancePrincipalBuilder};
use trueform_runtime::testing::ManualClock;

use crate::cloud::{Cloud, Fault, TENANCY, Wrong, certificate, pass};
use crate::{answer, key_text, session_keys};

fn on(cloud: &Cloud) -> InstancePrincipalBuilder {
    InstancePrincipal::builder().transport(cloud.clone()).session_keys(session_keys())
}

#[tokio::test]
async fn a_token_is_renewed_ahead_of_its_end() {
    let (cloud, clock) = (Cloud::new(), ManualClock::new());
    let principal = on(&cloud).clock(clock.clone()).build().expect("sound endpoints");
    let first = answer(&principal, None).await.expect("a key");
    // Twenty minutes less five.
    pass(&cloud, &clock, 899);
    assert_eq!(answer(&principal, None).await.expect("a key"), first);
    pass(&cloud, &clock, 1);
    let second = answer(&principal, None).await.expect("a key");
    assert_ne!(second, first);
    assert_eq!(cloud.state().federation.len(), 2);
    // The refusal of the old one comes late, and asks for nothing more.
    assert_eq!(answer(&principal, Some(&first)).await.expect("a key"), second);
    assert_eq!(cloud.state().federation.len(), 2);
    assert_ne!(answer(&principal, Some(&second)).await.expect("a key"), second);
}

#[tokio::test]
async fn while_it_is_renewed_ahead_of_time_others_go_on_with_the_old_one() {
    let (cloud, clock) = (Cloud::new(), ManualClock::new());
    let principal = on(&cloud).clock(clock.clone()).build().expect("sound endpoints");
    let first = answer(&principal, None).await.expect("a key");
    pass(&cloud, &clock, 901);
    let renewing = tokio::spawn({
        let principal = principal.clone();
        async move { answer(&principal, None).await.expect("a key") }
    });
    tokio::task::yield_now().await;
    assert_eq!(answer(&principal, None).await.expect("a key"), first, "it need not wait");
    assert_ne!(renewing.await.expect("no panic"), first);
    assert_eq!(cloud.state().federation.len(), 2);
}

#[tokio::test]
async fn a_renewal_that_fails_leaves_the_old_one_until_its_end() {
    let (cloud, clock) = (Cloud::new(), ManualClock::new());
    let principal = on(&cloud).clock(clock.clone()).tries(1, Duration::from_secs(10)).build().expect("sound endpoints");
    let first = answer(&principal, None).await.expect("a key");
    let down = || Fault::Status(503, "{}");
    cloud.state().faults.extend([down(), down(), down()]);
    pass(&cloud, &clock, 901);
    for _ in 0..10 {
        assert_eq!(answer(&principal, None).await.expect("a key"), first);
    }
    assert_eq!(cloud.state().federation.len(), 2, "it is not asked at each call");
    pass(&cloud, &clock, 30);
    assert_eq!(answer(&principal, None).await.expect("a key"), first);
    assert_eq!(cloud.state().federation.len(), 3);
    // One minute before the end of the token.
    pass(&cloud, &clock, 209);
    let error = answer(&principal, None).await.expect_err("it is over");
    assert!(error.may_pass() && error.to_string().contains("503"), "{error}");
    assert_ne!(answer(&principal, None).await.expect("a key"), first);
}

#[tokio::test]
async fn the_time_of_the_platform_counts() {
    for (difference, tells_time) in [(-3 * 3600, true), (3 * 3600, true), (-3 * 3600, false), (3 * 3600, false)] {
        let (cloud, clock) = (Cloud::new(), ManualClock::new());
        cloud.state().tells_time = tells_time;
        let principal = on(&cloud).clock(Wrong(clock.clone(), difference)).build().expect("sound endpoints");
        let first = answer(&principal, None).await.expect("a key");
        pass(&cloud, &clock, 899);
        assert_eq!(answer(&principal, None).await.expect("a key"), first, "{difference}");
        pass(&cloud, &clock, 2);
        assert_ne!(answer(&principal, None).await.expect("a key"), first, "{difference}");
    }
}

#[tokio::test]
async fn a_short_token_is_used_all_the_same() {
    let (cloud, clock) = (Cloud::new(), ManualClock::new());
    cloud.state().lifetime = 40;
    let principal = on(&cloud).clock(clock.clone()).build().expect("sound endpoints");
    let first = answer(&principal, None).await.expect("a key");
    pass(&cloud, &clock, 19);
    assert_eq!(answer(&principal, None).await.expect("a key"), first);
    pass(&cloud, &clock, 1);
    assert_ne!(answer(&principal, None).await.expect("a key"), first);
}

#[tokio::test]
async fn the_certificate_of_the_machine_is_exchanged_meanwhile() {
    let (cloud, clock) = (Cloud::new(), ManualClock::new());
    let principal = on(&cloud).clock(clock.clone()).build().expect("sound endpoints");
    answer(&principal, None).await.expect("a key");
    {
        let mut state = cloud.state();
        state.certificate = certificate("rsa4096.pem", TENANCY);
        state.key = key_text("rsa4096.pem");
    }
    pass(&cloud, &clock, 1201);
    answer(&principal, None).await.expect("a key");
    assert_eq!(cloud.state().complaints, Vec::<String>::new(), "it is signed with the key of the new one");
    // Another tenancy is another machine, or somebody who plays it.
    cloud.state().certificate = certificate("rsa4096.pem", "ocid1.tenancy.oc1..other");
    pass(&cloud, &clock, 1201);
    let error = answer(&principal, None).await.expect_err("another tenancy");
    assert!(error.to_string().contains("another tenancy"), "{error}");
}

#[tokio::test]
async fn whoever_renews_and_is_dropped_is_replaced() {
    let (cloud, clock) = (Cloud::new(), ManualClock::new());
    let principal = on(&cloud).clock(clock).build().expect("sound endpoints");
    let ask = || {
        let principal = principal.clone();
        tokio::spawn(async move { answer(&principal, None).await.expect("a key") })
    };
    let (dropped, waiting) = (ask(), ask());
    tokio::task::yield_now().await;
    dropped.abort();
    waiting.await.expect("no panic");
    assert_eq!(cloud.state().federation.len(), 1);
}
