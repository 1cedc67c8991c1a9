//! The rules of what is signed, byte for byte as the signer gets it.

use std::sync::{Arc, Mutex};

use http::{HeaderMap, Request};
use trueform_runtime::testing::ScriptedTransport;
use trueform_runtime::{
    BoxFuture, CredentialsError, Pipeline, SignedHeaders, Signer, SigningKey, Value,
    oci::{self, FixedKey, Signing},
};

use crate::operation::{Post, SERVICE, Segment, Sent};
use crate::time_of_the_vectors;

/// Keeps what it is to sign.
#[derive(Debug, Default)]
struct Witness(Mutex<Vec<String>>);

impl Signer for Witness {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CredentialsError>> {
        self.0.lock().expect("no panic").push(String::from_utf8(message.to_vec()).expect("text"));
        Box::pin(async { Ok(b"signed".to_vec()) })
    }
}

/// What is signed of a request, and its headers afterwards.
async fn signed(
    request: http::request::Builder,
    body: &str,
    change: impl FnOnce(SigningKey) -> SigningKey,
) -> Result<(String, HeaderMap), String> {
    let witness = Arc::new(Witness::default());
    let key = change(SigningKey::new("id", Arc::clone(&witness) as Arc<dyn Signer>));
    let mut request = request.body(body.to_owned()).expect("a request");
    oci::sign(&mut request, &key, time_of_the_vectors()).await.map_err(|error| error.to_string())?;
    let message = witness.0.lock().expect("no panic").remove(0);
    Ok((message, request.headers().clone()))
}

fn put() -> http::request::Builder {
    Request::put("https://objectstorage.example.com/n/a/b/c/o/d%2Fe?x=1").header("content-type", "image/png")
}

const DATE: &str = "date: Thu, 05 Jan 2023 21:31:40 GMT";
const PUT_TARGET: &str = "(request-target): put /n/a/b/c/o/d%2Fe?x=1";

#[tokio::test]
async fn a_put_to_object_storage_signs_no_content() {
    let (message, headers) =
        signed(put(), "bytes", |key| key.signing(SignedHeaders::WITHOUT_CONTENT)).await.expect("a signature");
    assert_eq!(message, format!("{DATE}\n{PUT_TARGET}\nhost: objectstorage.example.com"));
    let list = "headers=\"date (request-target) host\"";
    assert!(headers["authorization"].to_str().expect("text").contains(list));
    assert!(!headers.contains_key("x-content-sha256") && !headers.contains_key("content-length"));
    assert_eq!(headers["content-type"], "image/png");
}

#[tokio::test]
async fn a_federation_call_signs_no_host() {
    let post = || Request::post("https://auth.example.com/v1/x509");
    let (message, headers) =
        signed(post(), "{}", |key| key.signing(SignedHeaders::FEDERATION)).await.expect("a signature");
    assert_eq!(
        message,
        format!(
            "{DATE}\n(request-target): post /v1/x509\ncontent-length: 2\ncontent-type: application/json\n\
             x-content-sha256: RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="
        )
    );
    assert_eq!(headers["host"], "auth.example.com");
    let get = Request::get("https://auth.example.com/");
    let (message, _) = signed(get, "", |key| key.signing(SignedHeaders::FEDERATION)).await.expect("a signature");
    assert_eq!(message, format!("{DATE}\n(request-target): get /"));
}

#[tokio::test]
async fn a_delegation_token_is_signed_wherever_it_is_sent() {
    let target = "(request-target): get /\nhost: example.com";
    let get = || Request::get("https://example.com/");
    // Of the key, or of whoever made the request.
    let (message, headers) = signed(get(), "", |key| key.delegating("obo")).await.expect("a signature");
    assert_eq!(message, format!("{DATE}\n{target}\nopc-obo-token: obo"));
    assert!(headers["opc-obo-token"].is_sensitive());
    let list = "headers=\"date (request-target) host opc-obo-token\"";
    assert!(headers["authorization"].to_str().expect("text").contains(list));
    let stated = get().header("opc-obo-token", "obo");
    assert_eq!(signed(stated, "", |key| key).await.expect("a signature").0, message);
    // Before what is said of the content, and under every rule.
    let delegated = |key: SigningKey| key.delegating("obo");
    let (message, _) = signed(put(), "", delegated).await.expect("a signature");
    let before = format!("{DATE}\n{PUT_TARGET}\nhost: objectstorage.example.com\nopc-obo-token: obo");
    let content =
        "content-length: 0\ncontent-type: image/png\nx-content-sha256: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    assert_eq!(message, format!("{before}\n{content}"));
    let without = signed(put(), "", |key| key.delegating("obo").signing(SignedHeaders::WITHOUT_CONTENT)).await;
    assert_eq!(without.expect("a signature").0, before);
    // Once, where the rule has it anyway.
    let own = SignedHeaders::new(&["opc-obo-token", "date", "(request-target)"], &[]);
    let (message, _) = signed(get(), "", |key| key.delegating("obo").signing(own)).await.expect("a signature");
    assert_eq!(message, format!("opc-obo-token: obo\n{DATE}\n(request-target): get /"));
}

#[tokio::test]
async fn two_delegation_tokens_are_refused() {
    let other = Request::get("https://example.com/").header("opc-obo-token", "s3cret-1");
    let error = signed(other, "", |key| key.delegating("s3cret-2")).await.expect_err("a refusal");
    assert!(error.contains("another opc-obo-token") && !error.contains("s3cret"), "{error}");
    for unfit in ["", "s3cret\n"] {
        let get = Request::get("https://example.com/");
        let error = signed(get, "", |key| key.delegating(unfit)).await.expect_err("a refusal");
        assert!(error.contains("cannot stand in a header") && !error.contains("s3cret"), "{error}");
    }
}

#[tokio::test]
async fn a_stream_is_signed_by_what_it_states() {
    struct Stream;
    let witness = Arc::new(Witness::default());
    let key = SigningKey::new("id", Arc::clone(&witness) as Arc<dyn Signer>);
    let mut silent = put().body(Stream).expect("a request");
    let error = oci::sign_unread(&mut silent, &key, time_of_the_vectors()).await.expect_err("a refusal");
    assert!(error.to_string().contains("one header content-length"), "{error}");
    let stated = put().header("content-length", "7").header("x-content-sha256", "hash");
    let mut stated = stated.body(Stream).expect("a request");
    oci::sign_unread(&mut stated, &key, time_of_the_vectors()).await.expect("a signature");
    let mut chunked = put().header("transfer-encoding", "chunked").body(Stream).expect("a request");
    oci::sign_unread(&mut chunked, &key, time_of_the_vectors()).await.expect_err("its length is signed");
    let without = key.clone().signing(SignedHeaders::WITHOUT_CONTENT);
    assert_ne!(without, key, "what is signed is a part of a key");
    assert_ne!(key.clone().delegating("obo"), key);
    let mut chunked = put().header("transfer-encoding", "chunked").body(Stream).expect("a request");
    oci::sign_unread(&mut chunked, &without, time_of_the_vectors()).await.expect("a signature");
    let before = format!("{DATE}\n{PUT_TARGET}\nhost: objectstorage.example.com");
    let content = "\ncontent-length: 7\ncontent-type: image/png\nx-content-sha256: hash";
    assert_eq!(*witness.0.lock().expect("no panic"), [format!("{before}{content}"), before]);
}

#[tokio::test]
async fn a_client_signs_by_the_rule_of_its_credentials() {
    let transport = ScriptedTransport::new().json(200, &Value::Null);
    let key = SigningKey::new("id", Arc::new(Witness::default()));
    let pipeline = Pipeline::builder(&SERVICE)
        .transport(transport.clone())
        .credentials(Signing::new(FixedKey::new(key.delegating("obo")), SignedHeaders::WITHOUT_CONTENT))
        .build()
        .expect("sound settings");
    let mut request = Sent::<Post>::new(&pipeline);
    request.path.push(Segment::Literal("/"));
    request.send().await.expect("a reply");
    let request = transport.requests().remove(0);
    assert_eq!(request.header_text("opc-obo-token"), Some("obo"));
    let list = "headers=\"date (request-target) host opc-obo-token\"";
    assert!(request.header_text("authorization").expect("it is signed").contains(list));
    assert_eq!(request.header_text("x-content-sha256"), None);
}
