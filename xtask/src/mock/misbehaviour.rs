//! From a fault to what is written to the socket in place of the reply.

use super::gzip;
use super::reply::Reply;
use crate::fault::Fault;

/// One thing that happens on a connection. After the last one, it is closed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// These bytes are written.
    Write(Vec<u8>),
    /// These bytes are written again and again, until the caller leaves.
    Repeat(Vec<u8>),
    /// Nothing happens until the caller leaves.
    Stall,
    /// The connection is reset.
    Reset,
}

/// A place where nobody is.
const ELSEWHERE: &str = "https://elsewhere.invalid/";

/// What gateways and login pages send.
const PAGE: &str = "<!DOCTYPE html>\n<html>\n<head><title>Not what you asked for</title></head>\n\
    <body><h1>Please wait</h1></body>\n</html>\n";

const INTERIM: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n\
    HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";

/// What happens on the connection in place of this reply.
pub(super) fn steps(fault: Fault, reply: &Reply) -> Vec<Step> {
    match fault {
        // A connection is there already: to refuse is the business of the listener.
        Fault::Refused | Fault::ClosedBeforeHeaders => Vec::new(),
        Fault::ResetBeforeHeaders => vec![Step::Reset],
        Fault::StalledHeaders => vec![Step::Stall],
        Fault::NotHttp => vec![Step::Write(b"SSH-2.0-OpenSSH_9.9\r\n".to_vec())],
        Fault::SwitchedProtocols => {
            let head = b"HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n";
            vec![Step::Write(head.to_vec()), Step::Stall]
        }
        Fault::OversizedHeaders => vec![sound(reply).with("x-padding", &"a".repeat(1 << 20)).written()],
        Fault::BrokenHeader => vec![sound(reply).with("x-broken", "a\0b").written()],
        Fault::DuplicateHeaders => vec![sound(reply).duplicated().written()],
        Fault::InterimReplies => vec![Step::Write(INTERIM.to_vec()), sound(reply).written()],
        Fault::Http10 => vec![Message { version: "1.0", length: Length::None, ..sound(reply) }.written()],
        Fault::WrongLength
        | Fault::ConflictingLengths
        | Fault::LengthTooShort
        | Fault::LengthTooLong
        | Fault::ResetInBody
        | Fault::CutBody
        | Fault::CutChunks
        | Fault::StalledBody
        | Fault::MalformedBody
        | Fault::OversizedBody
        | Fault::EndlessBody => framing(fault, sound(reply)),
        Fault::EmptyBody
        | Fault::WrongContentType
        | Fault::Html
        | Fault::BadGateway
        | Fault::UnaskedGzip
        | Fault::Redirect301
        | Fault::Redirect302
        | Fault::Redirect307
        | Fault::Redirect308 => vec![replaced(fault, sound(reply)).written()],
    }
}

/// Sound HTTP, but not the reply that is due.
fn replaced(fault: Fault, sound: Message) -> Message {
    let elsewhere = |status| Message { status, body: Vec::new(), ..sound.clone() }.with("location", ELSEWHERE);
    match fault {
        Fault::EmptyBody => Message { body: Vec::new(), ..sound },
        Fault::WrongContentType => sound.without("content-type").with("content-type", "text/plain"),
        Fault::BadGateway => Message { status: 502, headers: Vec::new(), ..sound }.page(),
        Fault::UnaskedGzip => Message { body: gzip::stored(&sound.body), ..sound }.with("content-encoding", "gzip"),
        Fault::Redirect301 => elsewhere(301),
        Fault::Redirect302 => elsewhere(302),
        Fault::Redirect307 => elsewhere(307),
        Fault::Redirect308 => elsewhere(308),
        _ => sound.page(),
    }
}

/// The head is sound, but for the length that it states; the body is not what it announces.
fn framing(fault: Fault, sound: Message) -> Vec<Step> {
    let whole = sound.body.len();
    let half = Message { body: sound.body[..whole / 2].to_vec(), ..sound.clone() };
    let stating =
        |length: String, message: &Message| Message { length: Length::Stated(vec![length]), ..message.clone() };
    let part = stating(whole.to_string(), &half).written();
    let chunked = Message { length: Length::Chunked, body: Vec::new(), ..sound.clone() };
    let chunk = |bytes: &[u8]| Step::Write([format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat());
    match fault {
        Fault::WrongLength => vec![stating("-1".to_owned(), &sound).written()],
        Fault::ConflictingLengths => {
            let length = Length::Stated(vec![whole.to_string(), (whole + 1).to_string()]);
            vec![Message { length, ..sound }.written()]
        }
        Fault::LengthTooShort => vec![stating((whole / 2).to_string(), &sound).open().written(), Step::Stall],
        Fault::LengthTooLong => vec![stating((whole + 100).to_string(), &sound).open().written(), Step::Stall],
        Fault::ResetInBody => vec![part, Step::Reset],
        Fault::StalledBody => vec![part, Step::Stall],
        Fault::CutChunks => vec![chunked.written(), chunk(&half.body)],
        Fault::MalformedBody => vec![chunked.written(), chunk(&half.body), Step::Write(b"no length\r\n".to_vec())],
        Fault::OversizedBody => {
            vec![stating((1_u64 << 40).to_string(), &chunked).written(), Step::Repeat(vec![b' '; 1 << 16])]
        }
        Fault::EndlessBody => {
            let spaces = [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat();
            vec![chunked.written(), Step::Repeat(spaces)]
        }
        _ => vec![part],
    }
}

/// A message of HTTP/1, to be written out.
#[derive(Clone, Debug)]
struct Message {
    version: &'static str,
    status: u16,
    headers: Vec<(String, String)>,
    length: Length,
    /// Whether the connection ends with it.
    closes: bool,
    body: Vec<u8>,
}

/// What a head says about the length of the body.
#[derive(Clone, Debug)]
enum Length {
    /// Nothing.
    None,
    /// What is true.
    True,
    /// Each of these.
    Stated(Vec<String>),
    /// That it comes in chunks.
    Chunked,
}

fn sound(reply: &Reply) -> Message {
    let headers = reply.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let body = reply.body.as_ref().map(|body| body.to_string().into_bytes()).unwrap_or_default();
    let message = Message { version: "1.1", status: reply.status, headers, length: Length::True, closes: true, body };
    if reply.body.is_some() { message.with("content-type", "application/json") } else { message }
}

impl Message {
    fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(key, _)| key != name);
        self
    }

    /// The connection stays open for another request.
    fn open(mut self) -> Self {
        self.closes = false;
        self
    }

    fn page(self) -> Self {
        Self { body: PAGE.as_bytes().to_vec(), ..self }.without("content-type").with("content-type", "text/html")
    }

    /// The second value of each header that has one already differs from the first.
    fn duplicated(mut self) -> Self {
        for (name, second) in [("content-type", "text/html"), ("etag", "another"), ("retry-after", "120")] {
            if self.headers.iter().any(|(key, _)| key == name) {
                self = self.with(name, second);
            }
        }
        self
    }

    fn written(&self) -> Step {
        let lengths = match &self.length {
            Length::None => Vec::new(),
            Length::True => vec![("content-length", self.body.len().to_string())],
            Length::Stated(lengths) => lengths.iter().map(|length| ("content-length", length.clone())).collect(),
            Length::Chunked => vec![("transfer-encoding", "chunked".to_owned())],
        };
        let closing = self.closes.then(|| ("connection", "close".to_owned()));
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let reason = hyper::StatusCode::from_u16(self.status).ok().and_then(|status| status.canonical_reason());
        let mut text = format!("HTTP/{} {} {}\r\n", self.version, self.status, reason.unwrap_or_default());
        for (name, value) in own.chain(lengths).chain(closing) {
            text.extend([name, ": ", &value, "\r\n"]);
        }
        text.push_str("\r\n");
        Step::Write([text.as_bytes(), &self.body].concat())
    }
}
