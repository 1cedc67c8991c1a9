//! One request, signed by either side, and what differs then.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use cdexhub::runtime::oci::sign;
use cdexhub::runtime::{BoxFuture, CredentialsError, Signer, SigningKey};
use http::{HeaderMap, Request};
use serde_json::{Value, json};

use super::library::Library;

/// A request that is to be signed.
#[derive(Clone)]
pub(super) struct Unsigned {
    pub(super) profile: &'static str,
    pub(super) method: &'static str,
    pub(super) url: String,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
    pub(super) now: SystemTime,
}

/// The same as our signer leaves it.
pub(super) struct Signed {
    target: String,
    headers: HeaderMap,
    message: String,
    region: String,
}

/// Keeps what it is given to sign.
#[derive(Debug)]
struct Listening {
    signer: Arc<dyn Signer>,
    heard: Mutex<Vec<u8>>,
}

impl Signer for Listening {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CredentialsError>> {
        message.clone_into(&mut self.heard.lock().expect("no other thread has it"));
        self.signer.sign(message)
    }
}

impl Unsigned {
    pub(super) async fn sign(&self, library: &Library) -> Signed {
        let key = library.credentials(self.profile).signing_key();
        let listening = Arc::new(Listening { signer: Arc::clone(key.signer()), heard: Mutex::default() });
        let key = SigningKey::new(key.id().clone(), Arc::clone(&listening) as Arc<dyn Signer>);
        let mut request = Request::builder().method(self.method).uri(&self.url);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let mut request = request.body(&self.body).expect("a sound request");
        sign(&mut request, &key, self.now).await.expect("a signature");
        let heard = listening.heard.lock().expect("no other thread has it").clone();
        Signed {
            target: request.uri().path_and_query().expect("a target").to_string(),
            headers: request.headers().clone(),
            message: String::from_utf8(heard).expect("all of it is ASCII"),
            region: library.profile(self.profile).region().expect("it is stated").to_owned(),
        }
    }

    /// What the vendor's library is asked: to sign the same at the same time, with the target as the library prepares it,
    /// or as it is.
    pub(super) fn question(&self, signed: &Signed, prepared: bool) -> Value {
        let mut headers: serde_json::Map<String, Value> =
            self.headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        headers.insert("date".to_owned(), json!(signed.header("date")));
        json!({
            "profile": self.profile,
            "method": self.method,
            "url": self.url,
            "headers": headers,
            "body": base64(&self.body),
            "prepared": prepared,
        })
    }
}

impl Signed {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("a text"))
    }

    /// Where the vendor's answer is not what ours is. The order of the parameters of `authorization` is free.
    pub(super) fn differences(&self, answer: &Value) -> Vec<String> {
        let text = |pointer: &str| answer.pointer(pointer).and_then(Value::as_str);
        let mut differences = Vec::new();
        let mut compare = |what: &str, same: bool| {
            if !same {
                differences.push(what.to_owned());
            }
        };
        compare("target", text("/target") == Some(&self.target));
        compare("message", text("/message") == Some(&self.message));
        compare("region", text("/region") == Some(&self.region));
        let authorization = self.header("authorization").expect("it is signed");
        let theirs = parameters(text("/headers/authorization").expect("it is signed"));
        compare("authorization", theirs == parameters(authorization));
        for name in signed_headers(authorization) {
            compare(&name, text(&format!("/headers/{name}")) == self.header(&name));
        }
        differences
    }
}

/// The parameters of an `authorization` header.
pub(super) fn parameters(header: &str) -> BTreeSet<String> {
    let parameters = header.strip_prefix("Signature ").expect("the scheme");
    parameters.split("\",").map(|parameter| parameter.trim_end_matches('"').to_owned()).collect()
}

/// The headers that a signature names, without `(request-target)`.
fn signed_headers(authorization: &str) -> Vec<String> {
    let parameters = parameters(authorization);
    let named = parameters.iter().find_map(|parameter| parameter.strip_prefix("headers=\"")).expect("it names them");
    named.split(' ').filter(|name| !name.starts_with('(')).map(ToOwned::to_owned).collect()
}

fn base64(bytes: &[u8]) -> Value {
    json!(cdexhub::runtime::Base64::from(bytes.to_vec()))
}
