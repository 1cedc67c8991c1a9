//! The platform: a metadata service, a federation service, a cluster, and a service that takes signed requests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::{HeaderMap, Request, Response};
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair, PKCS_RSA_SHA256};
use ring::digest::{SHA256, digest};
use ring::rsa;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use serde_json::{Value, json};
use trueform_runtime::{Body, BoxFuture, Transport, TransportError, jiff};

use crate::key_text;

pub(crate) const TENANCY: &str = "ocid1.tenancy.oc1..aaaa";

/// 2026-01-01T00:00:00Z, the beginning of clocks that are moved by hand.
pub(crate) const START: u64 = 1_767_225_600;

/// What the federation service replies instead of a token.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    Status(u16, &'static str),
    Text(&'static str),
}

/// Clones are the same platform.
#[derive(Clone, Debug)]
pub(crate) struct Cloud(Arc<Mutex<State>>);

#[derive(Debug)]
pub(crate) struct State {
    /// Seconds since 1970, as the platform has them.
    pub(crate) now: u64,
    /// How long a token is good, in seconds.
    pub(crate) lifetime: u64,
    pub(crate) certificate: String,
    pub(crate) key: String,
    /// What the metadata service is asked for, in order.
    pub(crate) metadata: Vec<String>,
    /// The bodies of the calls for tokens.
    pub(crate) federation: Vec<Value>,
    pub(crate) faults: VecDeque<Fault>,
    pub(crate) has_region_info: bool,
    pub(crate) tells_time: bool,
    /// Tokens with the public key that each was issued for, in PKCS#1.
    issued: Vec<(String, Vec<u8>)>,
    pub(crate) revoked: Vec<String>,
    /// What is wrong with what was asked.
    pub(crate) complaints: Vec<String>,
}

/// A request as the platform sees it.
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    fn parameter(&self, name: &str) -> String {
        let authorization = self.header("authorization");
        let start = authorization.find(&format!("{name}=\"")).map(|at| at + name.len() + 2);
        start.map_or_else(String::new, |start| authorization[start..].split('"').next().expect("a text").to_owned())
    }

    fn is_signed_by(&self, public: &[u8]) -> bool {
        let lines: Vec<String> = self
            .parameter("headers")
            .split(' ')
            .map(|name| match name {
                "(request-target)" => format!("{name}: {} {}", self.method.to_ascii_lowercase(), self.target),
                name => format!("{name}: {}", self.header(name)),
            })
            .collect();
        let signature = STANDARD.decode(self.parameter("signature")).expect("base64");
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public)
            .verify(lines.join("\n").as_bytes(), &signature)
            .is_ok()
    }
}

/// A certificate of a tenancy, for a key of the folder.
pub(crate) fn certificate(key: &str, tenancy: &str) -> String {
    let key = KeyPair::from_pem_and_sign_algo(&key_text(key), &PKCS_RSA_SHA256).expect("an RSA key");
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, "ocid1.instance.oc1..aaaa");
    name.push(DnType::OrganizationalUnitName, format!("opc-tenant:{tenancy}"));
    let mut parameters = CertificateParams::new(Vec::new()).expect("sound parameters");
    parameters.distinguished_name = name;
    parameters.self_signed(&key).expect("a certificate").pem()
}

pub(crate) fn der(pem: &str) -> Vec<u8> {
    let lines: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    STANDARD.decode(lines).expect("base64")
}

fn public_key(pem: &str) -> Vec<u8> {
    rsa::KeyPair::from_pkcs8(&der(pem)).expect("an RSA key").public().as_ref().to_vec()
}

/// A token like those of the platform, which nobody verifies.
pub(crate) fn token(claims: &Value) -> String {
    let encode = |text: String| URL_SAFE_NO_PAD.encode(text);
    format!("{}.{}.s3cret-t0ken", encode("{\"alg\":\"RS256\"}".to_owned()), encode(claims.to_string()))
}

impl Cloud {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(State {
            now: START,
            lifetime: 1200,
            certificate: certificate("rsa3072.pem", TENANCY),
            key: key_text("rsa3072.pem"),
            metadata: Vec::new(),
            federation: Vec::new(),
            faults: VecDeque::new(),
            has_region_info: true,
            tells_time: true,
            issued: Vec::new(),
            revoked: Vec::new(),
            complaints: Vec::new(),
        })))
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no panic")
    }

    /// What the platform replies: status and body.
    pub(crate) fn reply(&self, asked: &Asked) -> (u16, String) {
        let mut state = self.state();
        match asked.target.as_str() {
            target if target.starts_with("/opc/v2") => state.metadata(asked),
            "/v1/x509" => state.federate(asked),
            "/resourcePrincipalSessionTokens" => state.serve_pod(asked),
            _ => state.serve(asked),
        }
    }

    /// When that is, as the header `date` has it.
    pub(crate) fn date(&self) -> Option<String> {
        let state = self.state();
        let now = jiff::Timestamp::from_second(i64::try_from(state.now).expect("a time")).expect("a time");
        let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&now).expect("a date");
        state.tells_time.then_some(date)
    }
}

impl State {
    fn metadata(&mut self, asked: &Asked) -> (u16, String) {
        self.metadata.push(asked.target.clone());
        if asked.header("authorization") != "Bearer Oracle" {
            self.complaints.push("the metadata service was asked without its header".to_owned());
            return (401, String::new());
        }
        match asked.target.trim_start_matches("/opc/v2") {
            "/instance/regionInfo" if self.has_region_info => (
                200,
                json!({
                    "realmKey": "oc1", "realmDomainComponent": "oraclecloud.com", "regionKey": "ORD",
                    "regionIdentifier": "us-chicago-1",
                })
                .to_string(),
            ),
            "/instance/region" => (200, "phx\n".to_owned()),
            "/identity/cert.pem" => (200, self.certificate.clone()),
            "/identity/key.pem" => (200, self.key.clone()),
            "/identity/intermediate.pem" => (200, certificate("rsa4096.pem", "intermediate")),
            _ => (404, "not there".to_owned()),
        }
    }

    fn federate(&mut self, asked: &Asked) -> (u16, String) {
        let body: Value = serde_json::from_slice(&asked.body).expect("JSON");
        self.federation.push(body.clone());
        if let Some(fault) = self.faults.pop_front() {
            return match fault {
                Fault::Status(status, body) => (status, body.to_owned()),
                Fault::Text(text) => (200, text.to_owned()),
            };
        }
        let leaf = STANDARD.decode(body["certificate"].as_str().expect("a certificate")).expect("base64");
        let hash: Vec<String> = digest(&SHA256, &leaf).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        for (what, expected, found) in [
            ("certificate", der(&self.certificate), leaf),
            ("key id", format!("{TENANCY}/fed-x509-sha256/{}", hash.join(":")).into(), asked.parameter("keyId").into()),
            (
                "headers",
                b"date (request-target) content-length content-type x-content-sha256".to_vec(),
                asked.parameter("headers").into(),
            ),
            ("purpose", b"DEFAULT".to_vec(), body["purpose"].as_str().unwrap_or_default().into()),
            ("algorithm", b"SHA256".to_vec(), body["fingerprintAlgorithm"].as_str().unwrap_or_default().into()),
            ("hash", STANDARD.encode(digest(&SHA256, &asked.body)).into(), asked.header("x-content-sha256").into()),
        ] {
            if expected != found {
                self.complaints.push(format!("the {what} is {}", String::from_utf8_lossy(&found)));
            }
        }
        if !asked.is_signed_by(&public_key(&self.key)) {
            self.complaints.push("it is not signed with the key of the certificate".to_owned());
        }
        assert_eq!(body["intermediateCertificates"].as_array().expect("a list").len(), 1);
        let token = self.issue(body["publicKey"].as_str().expect("a key"));
        (200, json!({ "token": token }).to_string())
    }

    fn serve_pod(&mut self, asked: &Asked) -> (u16, String) {
        let body: Value = serde_json::from_slice(&asked.body).expect("JSON");
        self.federation.push(body.clone());
        if let Some(Fault::Status(status, body)) = self.faults.pop_front() {
            return (status, body.to_owned());
        }
        if asked.header("authorization") != "Bearer pod-t0ken" {
            return (401, String::new());
        }
        let token = self.issue(body["podKey"].as_str().expect("a key"));
        (200, format!("\"{}\"", STANDARD.encode(json!({ "token": format!("ST${token}") }).to_string())))
    }

    fn issue(&mut self, key: &str) -> String {
        let claims = json!({ "iat": self.now, "exp": self.now + self.lifetime, "number": self.issued.len() });
        let token = token(&claims);
        // What is before the key in PKCS#1, in a `SubjectPublicKeyInfo` for RSA of 2048 bits.
        let public = STANDARD.decode(key).expect("base64").split_off(24);
        self.issued.push((token.clone(), public));
        token
    }

    /// Takes requests that are signed by the holder of a token.
    fn serve(&mut self, asked: &Asked) -> (u16, String) {
        let id = asked.parameter("keyId");
        let token = id.strip_prefix("ST$").unwrap_or_default();
        let Some((_, public)) = self.issued.iter().find(|(issued, _)| issued == token) else {
            self.complaints.push("there is no such token".to_owned());
            return (401, "{}".to_owned());
        };
        if !asked.is_signed_by(public) {
            self.complaints.push("it is not signed with the key of the session".to_owned());
        }
        if self.revoked.iter().any(|revoked| revoked == token) {
            return (401, json!({ "code": "NotAuthenticated", "message": "revoked" }).to_string());
        }
        (
            200,
            json!({ "by": token, "obo": asked.header("opc-obo-token"), "signed": asked.parameter("headers") })
                .to_string(),
        )
    }
}

/// The platform without a network.
impl Transport for Cloud {
    fn send(&self, request: Request<Body>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let asked = Asked {
                method: parts.method.to_string(),
                target: parts.uri.path_and_query().expect("a path").to_string(),
                headers: parts.headers,
                body: body.as_bytes().map(|bytes| bytes.to_vec()).unwrap_or_default(),
            };
            let (status, body) = self.reply(&asked);
            let mut reply = Response::builder().status(status).header("content-type", "application/json");
            if let Some(date) = self.date() {
                reply = reply.header("date", date);
            }
            // As a network does, so that others get their turn.
            tokio::task::yield_now().await;
            Ok(reply.body(Body::from(body)).expect("a reply"))
        })
    }
}

/// The time of the platform, and the other one moved by so much.
pub(crate) fn pass(cloud: &Cloud, clock: &trueform_runtime::testing::ManualClock, seconds: u64) {
    cloud.state().now += seconds;
    clock.advance(Duration::from_secs(seconds));
}

/// A clock that is wrong by so many seconds.
#[derive(Clone, Debug)]
pub(crate) struct Wrong(pub(crate) trueform_runtime::testing::ManualClock, pub(crate) i64);

impl trueform_runtime::Clock for Wrong {
    fn now(&self) -> SystemTime {
        let difference = Duration::from_secs(self.1.unsigned_abs());
        if self.1 < 0 { self.0.now() - difference } else { self.0.now() + difference }
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }
}
