//! What becomes of each fault: the client against the mock on a real socket, and over the scripted transport.
//!
//! `cargo test -p tests --test it faults -- --nocapture` prints the table.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::future::Future;
use std::time::Duration;

use crate::check;
use cdexhub::operations::{GetWorkRequestError, GetWorkRequestResponse};
use cdexhub::runtime::testing::{Fault, ManualClock, ScriptedTransport};
use cdexhub::runtime::{AuthorizationHeader, Error, Received, RetryPolicy};
use cdexhub::{Client, ClientBuilder};
use xtask::mock::{Fault as MockFault, Mock, Options, cdexhub as document};

type Outcome = Result<GetWorkRequestResponse, Error<GetWorkRequestError>>;

const SECRET: &str = "c2VjcmV0";

/// Less than what an endless body would fill, and more than any sound one has.
const BODY_LIMIT: usize = 1 << 20;

/// What a fault came to.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    /// What kind of outcome it is, and what a program can do about it.
    class: String,
    /// What of the reply is kept.
    kept: String,
    /// What a person reads.
    message: String,
}

#[test]
fn each_fault_has_an_outcome_that_says_what_happened_and_keeps_what_came() {
    let table = guarded(async {
        let mock = Mock::start(document().expect("the document is sound"), Options::default()).await;
        let mock = mock.expect("loopback can be listened on");
        let sound = client(builder().endpoint(mock.url())).get_work_request("ocid1.workrequest.demo.succeeds");
        let sound = sound.opc_request_id("ticket").await.expect("the mock knows this id");
        let mut table = String::new();
        for fault in MockFault::all() {
            let over_socket = over_socket(&mock, fault).await;
            let scripted = Fault::all().find(|scripted| scripted.name() == fault.name());
            let scripted = match scripted {
                Some(scripted) => Some(told(&play(scripted, sound.received()).await)),
                None => None,
            };
            if let Some(scripted) = &scripted {
                assert_eq!(over_socket.class, scripted.class, "{}: {over_socket:?} {scripted:?}", fault.name());
            }
            add(&mut table, &fault.name(), &fault.about(), Some(&over_socket), scripted.as_ref());
        }
        for fault in Fault::all().filter(|fault| MockFault::named(fault.name()).is_none()) {
            let scripted = told(&play(fault.clone(), sound.received()).await);
            add(&mut table, fault.name(), &fault.to_string(), None, Some(&scripted));
        }
        table
    });
    println!("{table}");
    insta::assert_snapshot!(table);
}

#[test]
fn mock_and_testing_transport_have_the_same_names_for_the_same_faults() {
    let mut alone = Vec::new();
    for fault in Fault::all() {
        match MockFault::named(fault.name()) {
            Some(same) => assert_eq!(same.about(), fault.to_string(), "{}", fault.name()),
            None => alone.push(fault.name()),
        }
    }
    assert_eq!(alone, ["dns", "resolver", "tls", "connect-timeout"], "what a server on loopback cannot do");
    let names: Vec<&str> = Fault::all().map(|fault| fault.name()).collect();
    let beyond: Vec<String> = MockFault::all().map(MockFault::name).filter(|name| !names.contains(&&**name)).collect();
    let expected = [
        "broken-header",
        "conflicting-lengths",
        "length-too-long",
        "cut-chunks",
        "interim-replies",
        "http-1.0",
        "redirect-301",
        "redirect-302",
        "redirect-308",
    ];
    assert_eq!(beyond, expected, "what transports do not tell apart, or do not tell");
}

/// Runs it on a runtime whose time passes when nothing else can happen, so that every wait ends at once. A thread that
/// runs in circles is waited for in real time.
fn guarded<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    check::guarded(Duration::from_secs(120), || {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().start_paused(true).build().expect("a runtime can be started");
        let day = Duration::from_secs(24 * 60 * 60);
        runtime.block_on(async { tokio::time::timeout(day, work).await.expect("nothing hangs") })
    })
}

fn builder() -> ClientBuilder {
    let signature = format!(r#"Signature version="1",keyId="k",algorithm="rsa-sha256",signature="{SECRET}""#);
    // Each fault by itself; what comes of several attempts is in the fault matrix.
    let once = Client::builder().retry(RetryPolicy::never());
    once.credentials(AuthorizationHeader::new(signature)).body_limit(BODY_LIMIT)
}

fn client(builder: ClientBuilder) -> Client {
    builder.build().expect("the settings are sound")
}

/// The fault on a real socket. The client must be of use afterwards.
async fn over_socket(mock: &Mock, fault: MockFault) -> Told {
    if fault == MockFault::Refused {
        let options = Options { fault: Some(fault), ..Options::default() };
        let mock = Mock::start(document().expect("the document is sound"), options).await;
        let mock = mock.expect("loopback can be listened on");
        let client = client(builder().endpoint(mock.url()));
        return told(&client.get_work_request("id").opc_request_id("ticket").await).at(&mock.address().to_string());
    }
    let client = client(builder().endpoint(mock.url()));
    let asked = mock.requests().len();
    let id = format!("ocid1.workrequest.demo.{}", fault.name());
    let told = told(&client.get_work_request(id).opc_request_id("ticket").await).at(&mock.address().to_string());
    assert_eq!(mock.requests().len(), asked + 1, "{}: sent once, and no redirect is followed", fault.name());
    let next = client.get_work_request("ocid1.workrequest.demo.succeeds").await;
    assert!(next.is_ok(), "{}: the next call suffers: {next:?}", fault.name());
    told
}

/// The fault in the script, with the reply that the mock gives where nothing goes wrong.
async fn play(fault: Fault, sound: &Received) -> Outcome {
    let whole = sound.body();
    let half = || whole.slice(..whole.len() / 2);
    let fault = match fault {
        Fault::LengthTooShort { .. } => Fault::LengthTooShort { after: half() },
        Fault::ResetInBody { .. } => Fault::ResetInBody { after: half() },
        Fault::CutBody { .. } => Fault::CutBody { after: half() },
        Fault::StalledBody { .. } => Fault::StalledBody { after: half() },
        Fault::MalformedBody { .. } => Fault::MalformedBody { after: half() },
        fault => fault,
    };
    let headers = ["content-type", "etag", "retry-after", "opc-request-id"];
    let headers: Vec<(&str, &str)> =
        headers.into_iter().filter_map(|name| Some((name, sound.header_text(name)?))).collect();
    let transport = ScriptedTransport::new().faulty(fault, 200, &headers, whole.clone());
    let builder = builder().endpoint("https://service.test").transport(transport).clock(ManualClock::automatic());
    client(builder).get_work_request("id").opc_request_id("ticket").await
}

fn told(outcome: &Outcome) -> Told {
    let error = match outcome {
        Ok(reply) => {
            let broken: Vec<String> = reply.violations().iter().map(ToString::to_string).collect();
            let message = if broken.is_empty() { "sound".to_owned() } else { broken.join("; ") };
            return Told { class: "a reply".to_owned(), kept: kept(reply.received()), message };
        }
        Err(error) => error,
    };
    let message = error.to_string();
    assert!(!message.contains(char::is_control) && message.chars().count() < 700, "one line, and short: {message}");
    let mut all = format!("{message} {error:?} {error:#?}");
    let mut source = StdError::source(error);
    while let Some(cause) = source {
        let _ = write!(all, " {cause} {cause:?}");
        source = cause.source();
    }
    for secret in [SECRET, "rsa-sha256", "keyId"] {
        assert!(!all.contains(secret), "{secret} shows: {all}");
    }
    Told { class: class(error), kept: error.received().map_or("nothing came".to_owned(), kept), message }
}

fn class(error: &Error<GetWorkRequestError>) -> String {
    let mut class = match error {
        Error::Transport(failure) => format!("transport: {:?}", failure.kind()),
        Error::Undecodable(_) => "undecodable".to_owned(),
        Error::Unexpected(_) => "unexpected".to_owned(),
        other => panic!("no fault becomes {other:?}"),
    };
    for (holds, word) in [(error.is_timeout(), "a timeout"), (error.is_retryable(), "retryable")] {
        if holds {
            class.push_str(", ");
            class.push_str(word);
        }
    }
    class
}

fn kept(received: &Received) -> String {
    let id = if received.request_id().is_some() { "the request id" } else { "no request id" };
    let headers = received.headers().len();
    format!("{}, {headers} headers, {id}, {} bytes", received.status().as_u16(), received.body().len())
}

impl Told {
    /// The same with what changes from run to run named.
    fn at(mut self, host: &str) -> Self {
        self.message = self.message.replace(host, "HOST");
        self
    }
}

fn add(table: &mut String, name: &str, about: &str, over_socket: Option<&Told>, scripted: Option<&Told>) {
    let _ = writeln!(table, "{name}: {about}");
    for (transport, told) in [("socket", over_socket), ("scripted", scripted)] {
        let _ = match told {
            None => writeln!(table, "  {transport:<9} -"),
            Some(Told { class, kept, message }) => {
                writeln!(table, "  {transport:<9} {class}\n{:12}kept: {kept}\n{:12}{message}", "", "")
            }
        };
    }
}
