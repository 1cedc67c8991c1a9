//! What the mock can do wrong, on demand.

use clap::ValueEnum;

/// What goes wrong with a reply. Its name on the command line is that of the variant in kebab case.
///
/// The testing transport of the runtime calls the same faults by the same names, as far as a transport can tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Fault {
    /// Nobody listens there
    Refused,
    /// The connection is closed before the head of the reply
    ClosedBeforeHeaders,
    /// The connection is reset before the head of the reply
    ResetBeforeHeaders,
    /// The head of the reply never comes
    StalledHeaders,
    /// What comes is not HTTP
    NotHttp,
    /// The head of the reply is larger than any client reads
    OversizedHeaders,
    /// A header holds a byte that no header may hold
    BrokenHeader,
    /// The head of the reply states a length that cannot be read
    WrongLength,
    /// The head of the reply states two lengths that differ
    ConflictingLengths,
    /// The body is longer than the length that the head states
    LengthTooShort,
    /// The body is shorter than the length that the head states, and the connection stays open
    LengthTooLong,
    /// The connection is reset within the body
    ResetInBody,
    /// The connection is closed within the body
    CutBody,
    /// The connection is closed within a body that comes in chunks
    CutChunks,
    /// The rest of the body never comes
    StalledBody,
    /// What comes is not a body of HTTP/1.1
    MalformedBody,
    /// There is no body
    EmptyBody,
    /// The head announces a body of a terabyte
    OversizedBody,
    /// The body has no end
    EndlessBody,
    /// The body calls itself `text/plain`
    WrongContentType,
    /// A page in HTML comes in place of the body
    Html,
    /// A gateway answers in place of the service: 502, and a page in HTML
    BadGateway,
    /// The body is compressed, although nobody asked for that
    UnaskedGzip,
    /// Headers that may come once come twice, and differ
    DuplicateHeaders,
    /// Interim replies, 100, 102 and 103, come before the reply
    InterimReplies,
    /// The server switches to a protocol that nobody asked for: 101
    SwitchedProtocols,
    /// The reply is of HTTP/1.0, and its body ends with the connection
    #[value(name = "http-1.0")]
    Http10,
    /// The reply is elsewhere, for good: 301
    #[value(name = "redirect-301")]
    Redirect301,
    /// The reply is elsewhere: 302
    #[value(name = "redirect-302")]
    Redirect302,
    /// The reply is elsewhere: 307
    #[value(name = "redirect-307")]
    Redirect307,
    /// The reply is elsewhere, for good: 308
    #[value(name = "redirect-308")]
    Redirect308,
}

impl Fault {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::value_variants().iter().copied()
    }

    /// The fault of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::from_str(name, false).ok()
    }

    /// Its name, for example `cut-body`.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// What it does, in a sentence without a full stop.
    pub fn about(self) -> String {
        let about = self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        about.unwrap_or_default()
    }
}
