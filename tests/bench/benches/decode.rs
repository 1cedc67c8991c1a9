//! Reading a full work request, and holding it against its bounds, against what serde derives alone.

mod work_request;

use bench::{Contender, compare, is_asked_for};
use cdexhub::models;
use work_request::{RESOURCES, WorkRequest};

const ROUNDS: usize = 2_001;

fn main() {
    if !is_asked_for("decode") {
        return;
    }
    let text = work_request::text();
    let body = text.as_bytes();
    let plain = || serde_json::from_slice::<WorkRequest>(body).expect("the struct fits the text");
    let ours = || serde_json::from_slice::<models::WorkRequest>(body).expect("the model fits the text");
    assert_eq!([plain().resources.len(), ours().resources.len()], [RESOURCES; 2]);
    let contenders = vec![
        Contender::once("serde derive of a struct by hand", plain),
        Contender::once("cdexhub: decode", ours),
        Contender::once("cdexhub: decode and validate", || {
            let work = ours();
            work.validate().expect("every bound holds");
            work
        }),
    ];
    let title = format!("decode a work request of {RESOURCES} resources, {} bytes", body.len());
    println!("{}", compare(&title, ROUNDS, contenders));
}
