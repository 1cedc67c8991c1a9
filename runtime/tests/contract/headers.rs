//! Headers that go with every call of a client.

use trueform_runtime::testing::{RecordedRequest, ScriptedTransport};
use trueform_runtime::{BearerToken, BuildError, Pipeline, PipelineBuilder, Security, Service};

use crate::client::{Client, GetWork, SERVICE, SERVICE_FACTS, builder, work};

async fn sent(
    client: impl FnOnce(PipelineBuilder) -> PipelineBuilder,
    call: impl FnOnce(GetWork) -> GetWork,
) -> RecordedRequest {
    let transport = ScriptedTransport::new().json(200, &work(0));
    let pipeline = client(builder(&transport)).build().expect("sound settings");
    call(Client { pipeline }.get_work("w")).await.expect("a reply");
    transport.requests().remove(0)
}

fn refusal(builder: PipelineBuilder) -> BuildError {
    builder.build().expect_err("a refusal")
}

#[tokio::test]
async fn the_call_wins_over_the_parameter_and_the_parameter_over_the_client() {
    let client = |builder: PipelineBuilder| builder.header("X-Note", "client").header("x-team", "blue");
    let request = sent(client, |call| call).await;
    assert_eq!((request.header_text("x-note"), request.header_text("x-team")), (Some("client"), Some("blue")));
    let parameter = |mut call: GetWork| {
        call.note = Some("parameter".to_owned());
        call
    };
    assert_eq!(sent(client, parameter).await.header_text("x-note"), Some("parameter"));
    let own = |call| parameter(call).customize().header("x-note", "call").into_request();
    assert_eq!(sent(client, own).await.header_text("x-note"), Some("call"));
    // Of two, the last; and over what the client would send by itself.
    let client = |builder: PipelineBuilder| {
        let builder = builder.header("x-note", "first").header("x-note", "last");
        builder.header("accept", "application/vnd.x+json").header("user-agent", "me/1").header("opc-client-info", "me")
    };
    let request = sent(client, |call| call).await;
    let found = ["x-note", "accept", "user-agent", "opc-client-info"].map(|name| request.header_text(name).unwrap());
    assert_eq!(found, ["last", "application/vnd.x+json", "me/1", "me"]);
}

#[test]
fn what_is_the_clients_own_is_refused() {
    let transport = ScriptedTransport::new();
    for (name, reason) in [
        ("Host", "belongs to the connection"),
        ("content-length", "belongs to the connection"),
        ("transfer-encoding", "belongs to the connection"),
        ("connection", "belongs to the connection"),
        ("proxy-authorization", "belongs to the connection"),
        ("Date", "a signature writes it"),
        ("x-content-sha256", "a signature writes it"),
        ("(request-target)", "a signature writes it"),
        ("authorization", "the security scheme token writes it"),
        ("X-Key", "the security scheme headerKey writes it"),
        ("opc-retry-token", "each call has a key of its own"),
        ("a b", "invalid HTTP header name"),
    ] {
        let error = refusal(builder(&transport).header(name, "s3cret"));
        assert!(error.to_string().starts_with(&format!("the header {name}: ")), "{error}");
        assert!(error.to_string().contains(reason), "{name}: {error}");
        assert!(!format!("{error:?}").contains("s3cret"));
    }
    for value in ["a\nb", " a", "\u{e9}"] {
        assert!(matches!(refusal(builder(&transport).header("x-a", value)), BuildError::Header { .. }), "{value}");
    }
}

#[tokio::test]
async fn where_nothing_else_writes_it_a_client_may_state_its_authorization() {
    static UNSTATED: Service = Service { security: Security::Unstated(&[]), ..SERVICE_FACTS };
    let with = || Pipeline::builder(&UNSTATED).header("authorization", "Own s3cret");
    assert!(with().build().is_ok());
    let error = refusal(with().credentials(BearerToken::new("t")));
    assert!(error.to_string().contains("the credentials of the client write it"), "{error}");
}

#[test]
fn their_values_are_not_shown() {
    let builder = Pipeline::builder(&SERVICE).header("x-key-of-mine", "s3cret");
    let shown = format!("{builder:?} {:?}", builder.clone().build().unwrap());
    assert!(shown.contains("x-key-of-mine") && !shown.contains("s3cret"), "{shown}");
}
