//! What a signature costs beside that of ring, which is most of it.

mod signature_by_hand;

use std::error::Error;
use std::future::{self, Future};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::SystemTime;

use bench::{Contender, compare, is_asked_for};
use bytes::Bytes;
use cdexhub::runtime::oci::{self, PrivateKey};
use cdexhub::runtime::transport::BoxFuture;
use cdexhub::runtime::{CredentialsError, Signer, SigningKey};
use hyper::header::AUTHORIZATION;
use hyper::{Method, Request};
use ring::digest::{SHA256, digest};
use signature_by_hand::{KEY_ID, Key, authorize};

const HOST: &str = "cdexhub.us-chicago-1.oci.oraclecloud.com";
const TARGET: &str =
    "/20180828/workRequests/ocid1.workrequest.oc1.us-chicago-1.aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffff";

/// Of the body that is signed with a POST.
const BODY: usize = 4 * 1024;

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    if !is_asked_for("sign") {
        return Ok(());
    }
    let key = Key::new()?;
    let pem = include_bytes!("../../../runtime/tests/signing/keys/rsa2048.pem");
    let private: Arc<dyn Signer> = Arc::new(PrivateKey::from_pem(pem, None)?);
    let [real, free] = [private, Arc::new(Free) as Arc<dyn Signer>].map(|signer| SigningKey::new(KEY_ID, signer));
    let mut get = request(Method::GET, Bytes::new())?;
    let mut post = request(Method::POST, vec![b'x'; BODY].into())?;
    let message = format!("date: Thu, 05 Jan 2014 21:31:40 GMT\n(request-target): get {TARGET}\nhost: {HOST}");
    let mut by_hand = get.clone();

    println!(
        "{}",
        compare(
            "a signature of a GET, RSA-2048",
            501,
            vec![
                Contender::once("ring alone, the same bytes", || key.sign(message.as_bytes()).expect("ring signs")),
                Contender::once("by hand", || {
                    authorize(by_hand.headers_mut(), ["get", TARGET, HOST], |message| key.sign(message))
                        .expect("ring signs");
                }),
                Contender::once("cdexhub", || sign(&mut get, &real)),
            ]
        )
    );
    println!(
        "{}",
        compare(
            "the same without RSA",
            2_001,
            vec![
                Contender::once("by hand", || {
                    authorize(by_hand.headers_mut(), ["get", TARGET, HOST], |_| Ok(vec![0xA5; 256]))
                        .expect("nothing is wrong");
                }),
                Contender::once("cdexhub, GET", || sign(&mut get, &free)),
                Contender::once("cdexhub, POST of 4 KiB", || sign(&mut post, &free)),
                Contender::once("SHA-256 of these 4 KiB alone", || digest(&SHA256, &[b'x'; BODY])),
            ]
        )
    );
    Ok(())
}

/// A signer that takes no time.
#[derive(Debug)]
struct Free;

impl Signer for Free {
    fn sign<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CredentialsError>> {
        Box::pin(future::ready(Ok(vec![0xA5; 256])))
    }
}

fn request(method: Method, body: Bytes) -> Result<Request<Bytes>, Failure> {
    let request = Request::builder().method(method).uri(format!("https://{HOST}{TARGET}"));
    let request =
        request.header("host", HOST).header("accept", "application/json").header("content-type", "application/json");
    Ok(request
        .header("user-agent", "cdexhub/0.1.0")
        .header("opc-request-id", "0000000000000000000000000-1")
        .body(body)?)
}

/// Signs as the pipeline does, which makes each attempt's request anew.
fn sign(request: &mut Request<Bytes>, key: &SigningKey) {
    request.headers_mut().remove(AUTHORIZATION);
    let signed = pin!(oci::sign(request, key, SystemTime::now())).poll(&mut Context::from_waker(Waker::noop()));
    assert!(matches!(signed, Poll::Ready(Ok(()))), "the key is at hand");
}
