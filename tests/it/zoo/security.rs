//! Which credentials go where, of several ways to authorise a call.

use trueform_runtime::testing::ScriptedTransport;
use trueform_runtime::{ApiKey, AuthorizationHeader, BasicAuth, BearerToken, Credentials, Error};

use super::{builder, client};

macro_rules! sent {
    ($credentials:expr, |$client:ident| $request:expr) => {{
        let transport = ScriptedTransport::new().reply(204, &[], "").reply(204, &[], "");
        let $client = with(&transport, $credentials);
        let _ = $request.send().await;
        transport.requests().into_iter().next()
    }};
}

fn with(transport: &ScriptedTransport, credentials: impl Credentials) -> zoo::Client {
    builder(transport).credentials(credentials).build().expect("it is sound")
}

#[tokio::test]
async fn a_bearer_token_is_the_first_choice() {
    let asked = sent!(BearerToken::new("t"), |client| client.get_photo("x")).expect("it is sent");
    assert_eq!((asked.header_text("authorization"), asked.header_text("x-key")), (Some("Bearer t"), None));
    assert_eq!(asked.target(), "/photos/x");
}

#[tokio::test]
async fn two_keys_are_the_second() {
    let asked = sent!(ApiKey::new("k y"), |client| client.get_photo("x")).expect("it is sent");
    assert_eq!((asked.header_text("authorization"), asked.header_text("x-key")), (None, Some("k y")));
    assert_eq!(asked.target(), "/photos/x?secret=k%20y");
    assert!(format!("{asked:?}").len() > 1);
}

#[tokio::test]
async fn half_of_an_alternative_is_none() {
    let transport = ScriptedTransport::new();
    let client = with(&transport, ApiKey::new("k").for_scheme("key"));
    let error = client.patch_photo("x").await.unwrap_err();
    assert!(matches!(error, Error::Refused(_)) && transport.requests().is_empty());
    assert!(error.to_string().contains("secret"), "{error}");
}

#[tokio::test]
async fn what_asks_for_nothing_gets_nothing() {
    let asked = sent!(BearerToken::new("t"), |client| client.self_()).expect("it is sent");
    assert_eq!(asked.header_text("authorization"), None);
}

#[tokio::test]
async fn basic_and_signatures() {
    let asked = sent!(BasicAuth::new("me", "pw"), |client| client.send_text("x")).expect("it is sent");
    assert_eq!(asked.header_text("authorization"), Some("Basic bWU6cHc="));
    let asked = sent!(AuthorizationHeader::new("Signature x"), |client| client.put_notes()).expect("it is sent");
    assert_eq!(asked.header_text("authorization"), Some("Signature x"));
    let asked = sent!(BasicAuth::new("me", "pw"), |client| client.put_notes()).expect("it may go without");
    assert_eq!(asked.header_text("authorization"), None);
    assert!(sent!(BasicAuth::new("me", "pw"), |client| client.delete_photo("x")).is_none(), "it asks for a token");
}

#[tokio::test]
async fn no_credentials_are_no_reason_to_stop() {
    let transport = ScriptedTransport::new().reply(204, &[], "");
    client(&transport).delete_photo("x").await.expect("it is sent");
    assert_eq!(transport.requests()[0].header_text("authorization"), None);
}

#[tokio::test]
async fn two_keys_of_different_schemes_are_told_apart() {
    let transport = ScriptedTransport::new().reply(204, &[], "");
    let builder = builder(&transport).credentials_for(&zoo::security::SECRET, ApiKey::new("two"));
    let client = builder.credentials_for(&zoo::security::KEY, ApiKey::new("one")).build().expect("it is sound");
    let _ = client.get_photo("x").send().await;
    let asked = transport.requests().remove(0);
    assert_eq!((asked.header_text("x-key"), asked.target()), (Some("one"), "/photos/x?secret=two"));
}

#[test]
fn a_scheme_that_the_document_has_not_is_an_error_that_lists_those_that_it_has() {
    let error = builder(&ScriptedTransport::new()).credentials(ApiKey::new("k").for_scheme("kye")).build().unwrap_err();
    let shown = error.to_string();
    assert!(shown.contains("\"kye\"") && shown.contains("key (an API key in the header X-Key)"), "{shown}");
}
