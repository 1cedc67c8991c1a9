//! What goes wrong, and how it is said.

use std::time::Duration;

use trueform_runtime::oci::{CertificateFingerprint, InstancePrincipal, InstancePrincipalBuilder};
use trueform_runtime::testing::{Fault as Broken, ManualClock, ScriptedTransport};

use crate::cloud::{Cloud, Fault, TENANCY, Wrong, certificate, token};
use crate::{answer, key_text, session_keys};

fn on(cloud: &Cloud) -> InstancePrincipalBuilder {
    InstancePrincipal::builder().transport(cloud.clone()).clock(ManualClock::automatic()).session_keys(session_keys())
}

async fn refusal(builder: InstancePrincipalBuilder) -> String {
    answer(&builder.build().expect("sound endpoints"), None).await.expect_err("a refusal").to_string()
}

#[tokio::test]
async fn what_passes_is_waited_out() {
    let cloud = Cloud::new();
    cloud.state().faults.extend([Fault::Status(503, "busy"), Fault::Status(429, "{}")]);
    let clock = ManualClock::automatic();
    let principal = on(&cloud).clock(clock.clone()).build().expect("sound endpoints");
    answer(&principal, None).await.expect("a key");
    assert_eq!(cloud.state().federation.len(), 3);
    assert_eq!(clock.elapsed(), Duration::from_secs(1 + 2));
    cloud.state().faults.extend([Fault::Status(500, "a"), Fault::Status(500, "b"), Fault::Status(500, "c")]);
    let other = on(&cloud).build().expect("sound endpoints");
    let error = answer(&other, None).await.expect_err("a refusal");
    assert!(error.may_pass());
    assert_eq!(cloud.state().federation.len(), 6);
}

#[tokio::test]
async fn a_refusal_is_said_as_it_is_and_not_repeated() {
    let cloud = Cloud::new();
    let body = "{\"code\":\"NotAuthenticated\",\"message\":\"unknown\\ninstance\",\"token\":\"s3cret\"}";
    cloud.state().faults.push_back(Fault::Status(401, body));
    let said = refusal(on(&cloud)).await;
    let expected = "the federation service (https://auth.us-chicago-1.oraclecloud.com/v1/x509) replied 401 Unauthorized, \
                    NotAuthenticated, unknown instance";
    assert_eq!(said, expected, "it is one line");
    assert_eq!(cloud.state().federation.len(), 1);
    // A clock that is wrong is the likely reason, and can be told.
    cloud.state().faults.push_back(Fault::Status(401, body));
    let said = refusal(on(&cloud).clock(Wrong(ManualClock::new(), 3600))).await;
    assert!(said.contains("differs by 3600 s"), "{said}");
}

#[tokio::test]
async fn a_broken_answer_of_the_federation_service_is_named() {
    let expired = format!("{{\"token\":\"{}\"}}", token(&serde_json::json!({ "exp": 1 })));
    for (reply, reason) in [
        ("", "is no JSON object with a `token`"),
        ("<html>", "is no JSON object with a `token`"),
        ("[]", "is no JSON object with a `token`"),
        ("{\"token\":1}", "is no JSON object with a `token`"),
        ("{\"token\":\"s3cret\"}", "not three parts"),
        ("{\"token\":\"a.!.c\"}", "claims that are not base64"),
        ("{\"token\":\"a.aGk.c\"}", "claims that are not JSON"),
        ("{\"token\":\"a.e30.c\"}", "does not say when it expires"),
        ("{\"token\":\"a b.e30.c\"}", "characters that none has"),
        (Box::leak(expired.into_boxed_str()), "has expired already"),
    ] {
        let cloud = Cloud::new();
        cloud.state().faults.push_back(Fault::Text(reply));
        let said = refusal(on(&cloud)).await;
        assert!(said.contains(reason) && !said.contains("s3cret"), "{reply}: {said}");
    }
}

#[tokio::test]
async fn a_broken_answer_of_the_metadata_service_is_named() {
    type Break = fn(&Cloud);
    let cases: [(Break, &str); 6] = [
        (|cloud| cloud.state().certificate = String::new(), "no certificate that can be read"),
        (|cloud| cloud.state().certificate = key_text("rsa2048.pem"), "no certificate that can be read"),
        (|cloud| cloud.state().key = "s3cret".to_owned(), "private key of the metadata service cannot be used"),
        (|cloud| cloud.state().key = key_text("rsa4096.pem"), "do not belong together"),
        (|cloud| cloud.state().certificate = certificate("rsa3072.pem", ""), "names no tenancy"),
        (|cloud| cloud.state().certificate = certificate("rsa3072.pem", "a/b\""), "names no tenancy"),
    ];
    for (spoil, reason) in cases {
        let cloud = Cloud::new();
        spoil(&cloud);
        let said = refusal(on(&cloud)).await;
        assert!(said.contains(reason) && !said.contains("s3cret"), "{said}");
        assert!(cloud.state().federation.is_empty());
    }
}

#[tokio::test]
async fn a_region_that_is_known_by_its_key_alone_is_a_region() {
    let cloud = Cloud::new();
    cloud.state().has_region_info = false;
    let principal = on(&cloud).build().expect("sound endpoints");
    assert_eq!(principal.region().await.expect("a region"), "us-phoenix-1");
    let stated = on(&cloud).region("eu-frankfurt-1").build().expect("sound endpoints");
    assert_eq!(stated.region().await.expect("a region"), "eu-frankfurt-1");
}

#[tokio::test]
async fn a_machine_that_is_no_instance_says_so() {
    let script = ScriptedTransport::new().fault(Broken::Refused).fault(Broken::Refused).fault(Broken::Refused);
    let clock = ManualClock::automatic();
    let principal = InstancePrincipal::builder().transport(script.clone()).clock(clock).build().expect("sound");
    let error = principal.region().await.expect_err("nobody is there");
    assert!(
        error.to_string().contains("the metadata service (http://169.254.169.254/opc/v2/instance/regionInfo)"),
        "{error}"
    );
    assert_eq!(script.remaining(), 0);
    for url in ["http://example.com/opc/v2", "ftp://169.254.169.254", "169.254.169.254"] {
        InstancePrincipal::builder().metadata_endpoint(url).build().expect_err("it is no such url");
    }
}

#[tokio::test]
async fn the_older_fingerprint_is_there_for_those_who_know_no_other() {
    let cloud = Cloud::new();
    let principal = on(&cloud).fingerprint(CertificateFingerprint::Sha1).build().expect("sound endpoints");
    answer(&principal, None).await.expect("a key");
    let complaints = cloud.state().complaints.join("\n");
    assert!(complaints.contains(&format!("the key id is {TENANCY}/fed-x509/")), "{complaints}");
    assert!(complaints.contains("the algorithm is"), "{complaints}");
    let fingerprint = complaints.lines().next().and_then(|line| line.rsplit('/').next()).expect("a fingerprint");
    let is_upper = |part: &str| part.len() == 2 && part == part.to_uppercase();
    assert!(fingerprint.split(':').count() == 20 && fingerprint.split(':').all(is_upper), "{fingerprint}");
}

#[tokio::test]
async fn two_hundred_callers_share_a_failure_as_well() {
    let cloud = Cloud::new();
    cloud.state().faults.push_back(Fault::Status(400, "{\"code\":\"InvalidParameter\"}"));
    let principal = on(&cloud).build().expect("sound endpoints");
    let mut callers = tokio::task::JoinSet::new();
    for _ in 0..200 {
        let principal = principal.clone();
        callers.spawn(async move { answer(&principal, None).await.expect_err("a refusal").to_string() });
    }
    let said = callers.join_all().await;
    assert!(said.iter().all(|said| said.contains("400 Bad Request, InvalidParameter")), "{said:?}");
    assert_eq!(cloud.state().federation.len(), 1);
    answer(&principal, None).await.expect("those who come later are not told of it");
}

#[tokio::test]
async fn whatever_a_server_does_is_an_error_in_time() {
    for fault in [
        Broken::Dns,
        Broken::StalledHeaders,
        Broken::StalledBody { after: "{".into() },
        Broken::ClosedBeforeHeaders,
        Broken::NotHttp,
        Broken::CutBody { after: "{".into() },
        Broken::OversizedBody,
        Broken::EndlessBody,
        Broken::EmptyBody,
        Broken::Html,
        Broken::BadGateway,
    ] {
        let script = ScriptedTransport::new().fault(fault.clone());
        let clock = ManualClock::automatic();
        let builder = InstancePrincipal::builder().transport(script).clock(clock.clone());
        let principal = builder.tries(1, Duration::from_secs(10)).build().expect("sound endpoints");
        let error = principal.region().await.expect_err("there is no region");
        assert!(error.to_string().contains("the metadata service"), "{fault:?}: {error}");
        assert!(clock.elapsed() <= Duration::from_secs(10), "{fault:?}");
    }
}
