//! The same request has the same signature.

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use super::library::{Library, PROFILES};
use super::random::Random;
use super::signed::{Signed, Unsigned};

/// How many requests of random content are signed, by all profiles and with all methods.
const RANDOM: usize = 600;

/// How many queries the vendor's library encodes itself.
const QUERIES: usize = 100;

/// 2026-01-02T03:04:05Z.
fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_323_045)
}

fn get(url: &str) -> Unsigned {
    Unsigned {
        profile: "DEFAULT",
        method: "GET",
        url: url.to_owned(),
        headers: Vec::new(),
        body: Vec::new(),
        now: noon(),
    }
}

fn post(body: &[u8]) -> Unsigned {
    Unsigned { method: "POST", body: body.to_vec(), ..get("https://example.com/20180828/things?a=b") }
}

async fn sign_all(library: &Library, requests: &[Unsigned]) -> Vec<Signed> {
    let mut all = Vec::new();
    for request in requests {
        all.push(request.sign(library).await);
    }
    all
}

#[tokio::test]
#[expect(clippy::print_stderr, reason = "figures are for whoever runs it")]
async fn random_requests_are_signed_alike() {
    let Some(library) = Library::installed() else { return };
    let mut random = Random::new(5);
    let requests: Vec<Unsigned> = (0..RANDOM).map(|_| random.request()).collect();
    let signed = sign_all(&library, &requests).await;
    let questions: Vec<Value> =
        requests.iter().zip(&signed).map(|(request, signed)| request.question(signed, true)).collect();
    let answers = library.answers("sign", &questions).await;
    for ((signed, question), answer) in signed.iter().zip(&questions).zip(&answers) {
        let differences = signed.differences(answer);
        assert!(differences.is_empty(), "{differences:?} of {question} in {answer}");
    }
    // Of each profile and each method there are some, and of bodies with and without content.
    for profile in PROFILES {
        assert!(requests.iter().filter(|request| request.profile == profile).count() > RANDOM / 20, "{profile}");
    }
    let empty = |request: &&Unsigned| request.body.is_empty() && ["POST", "PUT", "PATCH"].contains(&request.method);
    assert!(requests.iter().filter(empty).count() > RANDOM / 20);
    eprintln!("witnesses: {RANDOM} of {RANDOM} random requests are signed as the vendor's library signs them");
}

/// Each is another request than the one that is signed; a comparison that finds no difference proves nothing.
#[tokio::test]
async fn another_request_is_signed_otherwise() {
    let Some(library) = Library::installed() else { return };
    let request = post(b"{}");
    let signed = request.sign(&library).await;
    let asked = |change: &dyn Fn(&mut Unsigned)| {
        let mut other = request.clone();
        change(&mut other);
        other.question(&signed, true)
    };
    let mut at_another_time = request.question(&signed, true);
    at_another_time["headers"]["date"] = json!("Fri, 02 Jan 2026 03:04:06 GMT");
    let cases: [(Value, &[&str]); 8] = [
        (asked(&|_| ()), &[]),
        (asked(&|other| other.profile = "SESSION"), &["authorization"]),
        (asked(&|other| other.profile = "OTHER"), &["region", "authorization"]),
        (asked(&|other| other.method = "PUT"), &["message", "authorization"]),
        (asked(&|other| other.url.push('c')), &["target", "message", "authorization"]),
        (asked(&|other| other.body = b"[]".to_vec()), &["message", "authorization", "x-content-sha256"]),
        (
            asked(&|other| other.headers.push(("content-type", "text/plain".to_owned()))),
            &["message", "authorization", "content-type"],
        ),
        (at_another_time, &["message", "authorization", "date"]),
    ];
    let questions = cases.each_ref().map(|(question, _)| question.clone());
    let answers = library.answers("sign", &questions).await;
    for ((question, expected), answer) in cases.iter().zip(&answers) {
        assert_eq!(signed.differences(answer), *expected, "{question}");
    }
}

/// The vendor's library rewrites these targets before it signs them, and sends what it has signed. Ours signs and sends what
/// it is given. Given the same target, both sign alike.
#[tokio::test]
async fn a_target_is_signed_as_it_is_given() {
    let Some(library) = Library::installed() else { return };
    let cases = [
        ("/lower%2fcase", "/lower%2Fcase"),
        ("/%7Eunreserved%41", "/~unreservedA"),
        ("/a/./b", "/a/b"),
        ("/a/../b", "/b"),
        ("/a/..%2Fb?c=%7e", "/a/..%2Fb?c=~"),
    ];
    let requests = cases.map(|(given, _)| get(&format!("https://example.com{given}")));
    let signed = sign_all(&library, &requests).await;
    let both = requests.iter().zip(&signed);
    let questions: Vec<Value> =
        both.flat_map(|(request, signed)| [true, false].map(|prepared| request.question(signed, prepared))).collect();
    let answers = library.answers("sign", &questions).await;
    for (((given, rewritten), signed), answers) in cases.iter().zip(&signed).zip(answers.chunks(2)) {
        assert_eq!(answers[0]["target"], *rewritten, "{given}");
        assert_eq!(signed.differences(&answers[0]), ["target", "message", "authorization"], "{given}");
        assert!(signed.differences(&answers[1]).is_empty(), "{given}: {}", answers[1]);
    }
}

/// What is left out, and does not change what the request means.
#[tokio::test]
async fn the_usual_port_and_an_empty_query_are_what_differs() {
    let Some(library) = Library::installed() else { return };
    let stated = ["https://example.com:443/a", "http://example.com:80/a", "https://example.com/a?"];
    let without = ["https://example.com/a", "http://example.com/a", "https://example.com/a"];
    let differences: [&[&str]; 3] = [
        // RFC 9110, section 7.2, and what ours sends: no port that is the scheme's own. The vendor signs and sends it.
        &["message", "authorization", "host"],
        &["message", "authorization", "host"],
        // The vendor does not send the question mark.
        &["target", "message", "authorization"],
    ];
    let requests = stated.map(get);
    let signed = sign_all(&library, &requests).await;
    let same: Vec<Value> =
        requests.iter().zip(&signed).map(|(request, signed)| request.question(signed, true)).collect();
    let answers = library.answers("sign", &same).await;
    for (((signed, answer), expected), url) in signed.iter().zip(&answers).zip(differences).zip(stated) {
        assert_eq!(signed.differences(answer), expected, "{url}");
    }
    let requests = without.map(get);
    let questions: Vec<Value> =
        requests.iter().zip(&signed).map(|(request, signed)| request.question(signed, true)).collect();
    let answers = library.answers("sign", &questions).await;
    for ((signed, answer), url) in signed.iter().zip(&answers).zip(stated).take(2) {
        assert!(signed.differences(answer).is_empty(), "{url}");
    }
}

/// The vendor's library writes `+` for a space in a query; clients of ours never do, but sign it where it is given.
#[tokio::test]
#[expect(clippy::print_stderr, reason = "figures are for whoever runs it")]
async fn a_query_that_the_vendor_encodes_is_signed_alike() {
    let Some(library) = Library::installed() else { return };
    let mut random = Random::new(6);
    let base = "https://cdexhub.us-chicago-1.oci.oraclecloud.com";
    let request = get(&format!("{base}/20180828/things"));
    let any = request.sign(&library).await;
    let values: Vec<[String; 2]> = (0..QUERIES).map(|_| [random.text(), format!("x {}", random.text())]).collect();
    let asked = |[first, second]: &[String; 2]| {
        let mut question = request.question(&any, true);
        question["parameters"] = json!({ "q": first, "r": second });
        question
    };
    let questions: Vec<Value> = values.iter().map(asked).collect();
    let answers = library.answers("sign", &questions).await;
    for (answer, [first, second]) in answers.iter().zip(&values) {
        let target = answer["target"].as_str().expect("a text");
        assert!(target.contains("&r=x+"), "{target}");
        let signed = get(&format!("{base}{target}")).sign(&library).await;
        assert!(signed.differences(answer).is_empty(), "{first:?}, {second:?}: {target}");
    }
    eprintln!("witnesses: {QUERIES} of {QUERIES} queries are signed as the vendor's library encodes and signs them");
}
