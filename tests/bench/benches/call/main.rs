//! A call over loopback, against the same call written by hand on the same HTTP library.
//!
//! Server and clients share one thread: what a call costs is then what both sides do, and not how long the system takes to
//! wake another thread, which would hide the difference.

mod by_hand;
mod server;
#[path = "../signature_by_hand.rs"]
mod signature_by_hand;
#[path = "../work_request.rs"]
mod work_request;

use std::error::Error;

use bench::{Contender, compare, is_asked_for};
use by_hand::{Authorization, Pooled, Single};
use cdexhub::Client;
use cdexhub::runtime::oci::{FixedKey, PrivateKey};
use cdexhub::runtime::{AuthorizationHeader, Credentials, SigningKey};
use signature_by_hand::{KEY_ID, Key};
use tokio::runtime::Runtime;

const ROUNDS: usize = 2_001;

/// A signature alone takes as long as several calls.
const SIGNED_ROUNDS: usize = 501;

/// An id and a header of the length that real ones have.
const ID: &str = "ocid1.workrequest.oc1.us-chicago-1.aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffff";
const AUTHORIZATION: &str = "Signature version=\"1\",headers=\"(request-target) date host\",keyId=\"tenancy/user/\
                             fingerprint\",algorithm=\"rsa-sha256\",signature=\"aaaaaaaabbbbbbbbccccccccdddddddd\"";

type Failure = Box<dyn Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    if !is_asked_for("call") {
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let text = work_request::text();
    let title = format!("a call over loopback that gets these {} bytes", text.len());
    let host = runtime.block_on(server::start(text))?.to_string();

    let fixed = AuthorizationHeader::new(AUTHORIZATION);
    println!("{}", compared(&title, ROUNDS, &runtime, &host, Authorization::Fixed(AUTHORIZATION), fixed)?);

    let key = Key::new()?;
    let pem = include_bytes!("../../../../runtime/tests/signing/keys/rsa2048.pem");
    let ours = FixedKey::new(SigningKey::new(KEY_ID, std::sync::Arc::new(PrivateKey::from_pem(pem, None)?)));
    let title = format!("{title}, signed with RSA-2048");
    println!("{}", compared(&title, SIGNED_ROUNDS, &runtime, &host, Authorization::Signature(&key), ours)?);
    Ok(())
}

/// All of them, authorised in the same way.
fn compared(
    title: &str,
    rounds: usize,
    runtime: &Runtime,
    host: &str,
    authorization: Authorization<'_>,
    credentials: impl Credentials,
) -> Result<String, Failure> {
    let pooled = Pooled::new(host);
    let mut single = runtime.block_on(Single::new(host))?;
    let client = Client::builder().endpoint(format!("http://{host}")).credentials(credentials).build()?;
    runtime.block_on(async {
        let [(_, pooled), (_, single)] =
            [pooled.get_work_request(ID, authorization).await?, single.get_work_request(ID, authorization).await?];
        let ours = client.get_work_request(ID).await?;
        assert!(ours.violations().is_empty());
        let resources = [pooled.resources.len(), single.resources.len(), ours.resources.len()];
        assert_eq!(resources, [work_request::RESOURCES; 3]);
        Ok::<_, Failure>(())
    })?;

    let contenders = vec![
        Contender::new("by hand, the client of hyper-util", |times| {
            runtime.block_on(async {
                for _ in 0..times {
                    let done = pooled.get_work_request(ID, authorization).await;
                    drop(std::hint::black_box(done.expect("the server answers")));
                }
            });
        }),
        Contender::new("by hand, one connection of hyper", |times| {
            runtime.block_on(async {
                for _ in 0..times {
                    let done = single.get_work_request(ID, authorization).await;
                    drop(std::hint::black_box(done.expect("the server answers")));
                }
            });
        }),
        Contender::new("cdexhub", |times| {
            runtime.block_on(async {
                for _ in 0..times {
                    let done = client.get_work_request(ID).await;
                    drop(std::hint::black_box(done.expect("the server answers")));
                }
            });
        }),
    ];
    Ok(compare(title, rounds, contenders))
}
