//! The published vectors, byte for byte.

use http::Request;
use trueform_runtime::oci::{self, FixedKey, PrivateKey};
use trueform_runtime::testing::{RecordedRequest, ScriptedTransport};
use trueform_runtime::{Bytes, Pipeline, Secret, SigningKey, Value};

use crate::operation::{Get, Post, Put, SERVICE, Segment, Sent, Stopped, Verb};
use crate::time_of_the_vectors;

fn file() -> Value {
    serde_json::from_str(include_str!("vectors.json")).expect("the vectors are JSON")
}

fn text<'value>(value: &'value Value, pointer: &str) -> &'value str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("there is no text at {pointer}"))
}

fn pem(label: &str, headers: &str, base64: &str) -> String {
    let lines: Vec<&str> =
        base64.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).expect("base64")).collect();
    format!("-----BEGIN {label}-----\n{headers}{}\n-----END {label}-----\nOCI_API_KEY\n", lines.join("\n"))
}

fn private_key(file: &Value) -> PrivateKey {
    let pem = pem("PRIVATE KEY", "", text(file, "/keys/pkcs8_der_base64"));
    PrivateKey::from_pem(pem.as_bytes(), None).expect("a sound key")
}

fn signing_key(file: &Value, vector: &Value) -> SigningKey {
    let key = private_key(file);
    let key = if text(vector, "/key_id").starts_with("ST$") {
        key.into_session_key(&Secret::from(text(file, "/session_token")))
    } else {
        key.into_api_key(text(file, "/tenancy"), text(file, "/user"))
    };
    assert_eq!(key.id().reveal(), text(vector, "/key_id"));
    key
}

/// The parameters of an `authorization` header, in the order of their names.
fn parameters(header: &str) -> Vec<String> {
    let mut parameters: Vec<String> = header
        .strip_prefix("Signature ")
        .expect("the scheme")
        .split("\",")
        .map(|part| part.trim_end_matches('"').into())
        .collect();
    parameters.sort_unstable();
    parameters
}

fn assert_signed(vector: &Value, authorization: &str, header: impl Fn(&str) -> Option<String>) {
    let name = text(vector, "/name");
    assert_eq!(authorization, text(vector, "/authorization_go_style"), "{name}");
    assert_eq!(parameters(authorization), parameters(text(vector, "/authorization_python")), "{name}");
    let signed = text(vector, "/headers_list");
    for (header_name, value) in vector["wire_headers_after_signing"].as_object().expect("headers") {
        // The vendor's client states a content type for GET too, where it is neither signed nor of use.
        if header_name == "content-type" && !signed.contains("content-type") {
            continue;
        }
        assert_eq!(header(header_name).as_deref(), value.as_str(), "{name}: {header_name}");
    }
}

#[tokio::test]
async fn by_hand() {
    let file = file();
    let vectors = file["vectors"].as_array().expect("vectors");
    assert_eq!(vectors.len(), 6);
    for vector in vectors {
        let (method, target) = text(vector, "/request_target").split_once(' ').expect("a method and a target");
        let uri = format!("https://{}{target}", text(vector, "/host"));
        let body = vector["input"]["body"].as_str().unwrap_or_default().to_owned();
        let mut request = Request::builder().method(method.to_uppercase().as_str()).uri(uri);
        for (name, value) in vector["input"]["headers"].as_object().expect("headers") {
            request = request.header(name, value.as_str().expect("a text"));
        }
        let mut request = request.body(Bytes::from(body)).expect("a request");
        oci::sign(&mut request, &signing_key(&file, vector), time_of_the_vectors()).await.expect("a signature");
        let headers = request.headers();
        assert!(headers["authorization"].is_sensitive());
        let header = |name: &str| headers.get(name).map(|value| value.to_str().expect("text").to_owned());
        assert_signed(vector, &header("authorization").expect("it is signed"), header);
    }
}

async fn sent<V: Verb>(file: &Value, vector: &Value, change: impl FnOnce(&mut Sent<V>)) -> RecordedRequest {
    let transport = ScriptedTransport::new().json(200, &Value::Null);
    let pipeline = Pipeline::builder(&SERVICE)
        .transport(transport.clone())
        .clock(Stopped(time_of_the_vectors()))
        .credentials(FixedKey::new(signing_key(file, vector)))
        .build()
        .expect("sound settings");
    let mut request = Sent::<V>::new(&pipeline);
    change(&mut request);
    request.send().await.expect("a reply");
    transport.requests().remove(0)
}

#[tokio::test]
async fn through_a_client() {
    const ID: &str = "ocid1.cdexhubworkrequest.oc1.us-chicago-1.aaaaaaaathrowawayworkrequest00000000000000000000000";
    let file = file();
    let work_request = |request: &mut Sent<Get>| {
        request.path = vec![Segment::Literal("/20180828/workRequests/"), Segment::Value(ID.to_owned())];
    };
    let agreement = || vec![Segment::Literal("/20180828/dataSharingAgreements/"), Segment::Value(ID.to_owned())];
    let mut left = 0;
    for vector in file["vectors"].as_array().expect("vectors") {
        let body = vector["input"]["body"].as_str().unwrap_or_default();
        let request = match text(vector, "/name") {
            "get_work_request_api_key" | "get_session_token" => sent(&file, vector, work_request).await,
            "put_json_body_api_key" => {
                let change = |request: &mut Sent<Put>| {
                    request.path = agreement();
                    request.body = Some(("application/json", body.into()));
                    *request = request.clone().header("if-match", "etag-1");
                };
                sent(&file, vector, change).await
            }
            "post_empty_body_api_key" => {
                let change = |request: &mut Sent<Post>| {
                    request.path = agreement();
                    request.path.push(Segment::Literal("/actions/changeCompartment"));
                };
                sent(&file, vector, change).await
            }
            "get_percent_encoded_path_api_key" => {
                let change = |request: &mut Sent<Get>| {
                    request.path = vec![Segment::Literal("/20180828/workRequests/"), Segment::Value("a b/c:d".into())];
                };
                sent(&file, vector, change).await
            }
            // A space in a query is `+` here, and `%20` as clients of ours write it: no request of theirs has this target.
            "get_with_query_api_key" => {
                left += 1;
                continue;
            }
            other => panic!("no operation makes the request {other}"),
        };
        let header = |name: &str| request.header_text(name).map(ToOwned::to_owned);
        assert_signed(vector, &header("authorization").expect("it is signed"), header);
    }
    assert_eq!(left, 1);
}

#[test]
fn every_form_of_the_key_is_the_same_key() {
    let file = file();
    let passphrase = Secret::from(text(&file, "/keys/passphrase"));
    let headers: Vec<&str> = file["keys"]["pkcs1_legacy_encrypted_aes128cbc"]["headers"]
        .as_array()
        .expect("headers")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let headers = format!("{}\n\n", headers.join("\n"));
    let legacy = text(&file, "/keys/pkcs1_legacy_encrypted_aes128cbc/base64");
    let pbes2 = text(&file, "/keys/pkcs8_encrypted_pbes2_aes256cbc_der_base64");
    let plain = [
        pem("PRIVATE KEY", "", text(&file, "/keys/pkcs8_der_base64")),
        pem("RSA PRIVATE KEY", "", text(&file, "/keys/pkcs1_der_base64")),
    ];
    let encrypted = [pem("ENCRYPTED PRIVATE KEY", "", pbes2), pem("RSA PRIVATE KEY", &headers, legacy)];
    let fingerprint = text(&file, "/fingerprint");
    for pem in &plain {
        assert_eq!(PrivateKey::from_pem(pem.as_bytes(), None).expect("a sound key").fingerprint(), fingerprint);
    }
    for pem in &encrypted {
        let key = PrivateKey::from_pem(pem.as_bytes(), Some(&passphrase));
        #[cfg(feature = "encrypted-keys")]
        assert_eq!(key.expect("a sound key").fingerprint(), fingerprint);
        #[cfg(not(feature = "encrypted-keys"))]
        assert_eq!(key.expect_err("no such feature"), trueform_runtime::oci::KeyError::FeatureMissing);
    }
}
