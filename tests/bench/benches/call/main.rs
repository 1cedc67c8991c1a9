//! A call over loopback, against the same call written by hand on the same HTTP library.
//!
//! Server and clients share one thread: what a call costs is then what both sides do, and not how long the system takes to
//! wake another thread, which would hide the difference.

mod by_hand;
mod server;
#[path = "../work_request.rs"]
mod work_request;

use std::error::Error;

use bench::{Contender, compare, is_asked_for};
use cdexhub::Client;
use cdexhub::runtime::AuthorizationHeader;

const ROUNDS: usize = 2_001;

/// An id and a header of the length that real ones have.
const ID: &str = "ocid1.workrequest.oc1.us-chicago-1.aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffff";
const AUTHORIZATION: &str = "Signature version=\"1\",headers=\"(request-target) date host\",keyId=\"tenancy/user/\
                             fingerprint\",algorithm=\"rsa-sha256\",signature=\"aaaaaaaabbbbbbbbccccccccdddddddd\"";

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    if !is_asked_for("call") {
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let text = work_request::text();
    let title = format!("a call over loopback that gets these {} bytes", text.len());
    let address = runtime.block_on(server::start(text))?;
    let base = format!("http://{address}");

    let pooled = by_hand::Pooled::new(&base);
    let mut single = runtime.block_on(by_hand::Single::new(&address.to_string()))?;
    let client = Client::builder().endpoint(base).credentials(AuthorizationHeader::new(AUTHORIZATION)).build()?;
    runtime.block_on(async {
        let [(_, pooled), (_, single)] =
            [pooled.get_work_request(ID, AUTHORIZATION).await?, single.get_work_request(ID, AUTHORIZATION).await?];
        let ours = client.get_work_request(ID).await?;
        assert!(ours.violations().is_empty());
        let resources = [pooled.resources.len(), single.resources.len(), ours.resources.len()];
        assert_eq!(resources, [work_request::RESOURCES; 3]);
        Ok::<_, Box<dyn Error + Send + Sync>>(())
    })?;

    let contenders = vec![
        Contender::new("by hand, the client of hyper-util", |times| {
            runtime.block_on(async {
                for _ in 0..times {
                    let done = pooled.get_work_request(ID, AUTHORIZATION).await;
                    drop(std::hint::black_box(done.expect("the server answers")));
                }
            });
        }),
        Contender::new("by hand, one connection of hyper", |times| {
            runtime.block_on(async {
                for _ in 0..times {
                    let done = single.get_work_request(ID, AUTHORIZATION).await;
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
    println!("{}", compare(&title, ROUNDS, contenders));
    Ok(())
}
