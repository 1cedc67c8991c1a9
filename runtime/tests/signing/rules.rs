//! What is signed of a request, and what is refused.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::{Request, Uri};
use trueform_runtime::oci::{self, FixedKey};
use trueform_runtime::testing::ScriptedTransport;
use trueform_runtime::{
    Credential, CredentialRequest, Credentials, Error, Pipeline, SecurityKind, SecurityScheme, SigningKey,
};

use crate::operation::{Get, SERVICE, Segment, Sent};
use crate::{Remote, SIGNATURE, signing_key, time_of_the_vectors};

/// The base64 of `b"signed"`.
const SIGNED: &str = "c2lnbmVk";

fn remote(id: &str) -> SigningKey {
    SigningKey::new(id, Arc::new(Remote(Ok(b"signed"))))
}

fn request(method: &str, uri: &str) -> http::request::Builder {
    Request::builder().method(method).uri(uri)
}

async fn sign(request: http::request::Builder, body: &str) -> Result<http::HeaderMap, String> {
    let mut request = request.body(body.to_owned()).expect("a request");
    let signed = oci::sign(&mut request, &remote("id"), time_of_the_vectors()).await;
    let written = request.headers().contains_key("authorization");
    signed.map(|()| request.headers().clone()).map_err(|error| {
        assert!(!written || error.to_string().contains("already"), "{error}");
        error.to_string()
    })
}

#[tokio::test]
async fn methods_without_content_sign_three_things() {
    for method in ["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"] {
        let headers = sign(request(method, "https://example.com/"), "ignored").await.expect("a signature");
        let expected = format!(
            "Signature version=\"1\",headers=\"date (request-target) host\",keyId=\"id\",algorithm=\"rsa-sha256\",\
             signature=\"{SIGNED}\""
        );
        assert_eq!(headers["authorization"], expected, "{method}");
        assert_eq!(headers["date"], "Thu, 05 Jan 2023 21:31:40 GMT");
        let mut names: Vec<&str> = headers.keys().map(http::HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["authorization", "date", "host"]);
    }
}

#[tokio::test]
async fn methods_with_content_sign_it_even_when_it_is_empty() {
    for method in ["POST", "PUT", "PATCH"] {
        let headers = sign(request(method, "https://example.com/"), "").await.expect("a signature");
        let list = "headers=\"date (request-target) host content-length content-type x-content-sha256\"";
        assert!(headers["authorization"].to_str().expect("text").contains(list), "{method}");
        assert_eq!(headers["content-length"], "0");
        assert_eq!(headers["content-type"], "application/json");
        assert_eq!(headers["x-content-sha256"], "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
    let stated = request("POST", "https://example.com/")
        .header("content-type", "text/plain")
        .header("content-length", "77")
        .header("x-content-sha256", "another's");
    let headers = sign(stated, "abc").await.expect("a signature");
    assert_eq!(headers["content-type"], "text/plain");
    assert_eq!(headers["content-length"], "3");
    assert_eq!(headers["x-content-sha256"], "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

#[tokio::test]
async fn the_host_is_that_of_the_request_else_of_the_uri() {
    for (uri, host) in [
        ("https://Example.com/a", "example.com"),
        ("https://example.com:443/", "example.com"),
        ("http://example.com:443/", "example.com:443"),
        ("http://example.com:80/", "example.com"),
        ("https://user:secret@example.com:8443/", "example.com:8443"),
        ("http://[::1]:8080/", "[::1]:8080"),
    ] {
        assert_eq!(sign(request("GET", uri), "").await.expect("a signature")["host"], host, "{uri}");
    }
    let own = request("GET", "https://example.com/").header("host", "other.example.com");
    assert_eq!(sign(own, "").await.expect("a signature")["host"], "other.example.com");
    let none = sign(request("GET", "/path"), "").await.expect_err("there is no host");
    assert_eq!(none, "the request must have one header host, which is signed, and has none or several");
}

#[tokio::test]
async fn what_cannot_be_signed_is_refused() {
    let uri = "https://example.com/";
    let already = sign(request("GET", uri).header("authorization", "Bearer x"), "").await.expect_err("a refusal");
    assert_eq!(already, "another scheme of the same call has written the header authorization already");
    let several = request("POST", uri).header("content-type", "a/b").header("content-type", "c/d");
    let several = sign(several, "").await.expect_err("a refusal");
    assert!(several.contains("one header content-type"), "{several}");
    let chunked = sign(request("POST", uri).header("transfer-encoding", "chunked"), "").await.expect_err("a refusal");
    assert!(chunked.contains("transfer-encoding"), "{chunked}");
    for method in ["CONNECT", "PURGE"] {
        let refused = sign(request(method, uri), "").await.expect_err("a refusal");
        assert_eq!(refused, format!("there is no rule how to sign a request with the method {method}"));
    }
    for id in ["", "a\"b", "a\\b", "a\nb", "a\u{e9}b"] {
        let mut request = request("GET", uri).body("").expect("a request");
        let error = oci::sign(&mut request, &remote(id), time_of_the_vectors()).await.expect_err("a refusal");
        assert!(error.to_string().contains("identifier of the signing key"), "{error}");
        assert!(id.is_empty() || !error.to_string().contains(id));
    }
    let failing = SigningKey::new("id", Arc::new(Remote(Err("the vault is sealed"))));
    let mut unsigned = request("GET", uri).body("").expect("a request");
    let error = oci::sign(&mut unsigned, &failing, time_of_the_vectors()).await.expect_err("a refusal");
    assert_eq!(error.to_string(), "the vault is sealed");
    assert!(!unsigned.headers().contains_key("authorization"));
    let beyond = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000_000);
    let mut late = request("GET", uri).body("").expect("a request");
    let error = oci::sign(&mut late, &remote("id"), beyond).await.expect_err("a refusal");
    assert!(error.to_string().contains("clock"), "{error}");
}

#[tokio::test]
async fn the_date_is_made_anew_at_each_signature() {
    let mut request = request("GET", "https://example.com/").header("date", "yesterday").body("").expect("a request");
    for (seconds, date) in [(0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT")] {
        request.headers_mut().remove("authorization");
        let now = SystemTime::UNIX_EPOCH + Duration::from_millis(seconds * 1000 + 999);
        oci::sign(&mut request, &remote("id"), now).await.expect("a signature");
        assert_eq!(request.headers()["date"], date);
    }
}

static BEARER: SecurityScheme = SecurityScheme { name: "token", kind: SecurityKind::Http("bearer") };
static OTHER: SecurityScheme = SecurityScheme { name: "other", kind: SecurityKind::Http("signature") };

#[tokio::test]
async fn only_signature_schemes_are_answered() {
    let credentials = FixedKey::new(remote("id"));
    let asked = async |credentials: &FixedKey, scheme| {
        credentials.credential(CredentialRequest::new(scheme)).await.expect("no error").is_some()
    };
    assert!(asked(&credentials, &SIGNATURE).await);
    assert!(asked(&credentials, &OTHER).await);
    assert!(!asked(&credentials, &BEARER).await);
    let credentials = credentials.for_scheme("other");
    assert!(!asked(&credentials, &SIGNATURE).await);
    assert!(asked(&credentials, &OTHER).await);
}

#[tokio::test]
async fn the_same_key_is_handed_out_as_the_same_credential() {
    let key = signing_key();
    assert_eq!(Credential::Signature(key.clone()), Credential::Signature(key.clone()));
    assert_ne!(Credential::Signature(key), Credential::Signature(signing_key()));
}

#[tokio::test]
async fn a_client_whose_key_cannot_sign_sends_nothing() {
    let transport = ScriptedTransport::new();
    let failing = SigningKey::new("id", Arc::new(Remote(Err("the vault is sealed"))));
    let pipeline = Pipeline::builder(&SERVICE)
        .transport(transport.clone())
        .credentials(FixedKey::new(failing))
        .build()
        .expect("sound settings");
    let mut request = Sent::<Get>::new(&pipeline);
    request.path.push(Segment::Literal("/"));
    let error = request.send().await.expect_err("a refusal");
    assert!(matches!(error, Error::Refused(_)));
    assert_eq!(error.to_string(), "Sent: not sent: the credentials for requestSignature: the vault is sealed");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn the_target_is_what_is_sent_for_every_uri() {
    // Without a path, `/` is sent; a `?` with nothing behind it is sent as well.
    for (uri, target) in [
        ("https://example.com", "/"),
        ("https://example.com?a=b", "/?a=b"),
        ("https://example.com/?", "/?"),
        ("https://example.com/a//b/../c;d=%2f?x=%20&y=a+b", "/a//b/../c;d=%2f?x=%20&y=a+b"),
    ] {
        let seen = crate::verifier::Heard::target_of(&uri.parse::<Uri>().expect("a uri"));
        assert_eq!(seen, target);
        let mut request = request("GET", uri).body("").expect("a request");
        oci::sign(&mut request, &signing_key(), time_of_the_vectors()).await.expect("a signature");
        crate::verifier::Heard::of_request(&request, target).verify().expect("the signature is of this target");
    }
}
