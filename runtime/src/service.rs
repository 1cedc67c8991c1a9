//! What is true of a whole service: generated code states it once, as constants.

/// A service and its conventions. All calls of a client refer to one of these.
#[derive(Debug)]
pub struct Service {
    /// The name of the client, for its `user-agent`.
    pub name: &'static str,
    /// The version of the client, for its `user-agent`.
    pub version: &'static str,
    /// Where the service runs; the first is called unless the client is given an endpoint.
    pub servers: &'static [Server],
    /// The header that carries the identifier of a request, in both directions, in lower case.
    pub request_id: Option<&'static str>,
    /// The request header that makes a request repeatable whose method is not, in lower case: the service does the work of
    /// several requests with the same key once.
    pub idempotency_key: Option<&'static str>,
    /// The JSON pointer to the code of an error, in the body of an error reply.
    pub error_code: Option<&'static str>,
    /// The JSON pointer to the message of an error, in the body of an error reply.
    pub error_message: Option<&'static str>,
    /// Headers that go with every request: name in lower case, and value.
    pub headers: &'static [(&'static str, &'static str)],
    /// Codes of errors after which the same request may succeed, beside the statuses that say so by themselves.
    pub retryable: &'static [RetryableCode],
    /// Where help on an error stands: a url with `{status}` and `{code}` (in lower case) to be filled in.
    pub help: Option<&'static str>,
    /// What the document says of authorising calls, all operations together.
    pub security: Security,
}

/// What a document says of authorising calls, all operations together. Credentials are held against it when a client is
/// built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// No operation says anything of it, so that credentials go with every call: those for one of these schemes, which the
    /// document declares all the same; where it declares none, in the header `authorization`.
    Unstated(&'static [&'static SecurityScheme]),
    /// The schemes that operations ask for. Empty where all of them say that they need none.
    Stated(&'static [&'static SecurityScheme]),
}

/// A server of the document.
#[derive(Debug)]
pub struct Server {
    /// The url, with `{name}` where a variable stands.
    pub url: &'static str,
    /// The variables of the url.
    pub variables: &'static [ServerVariable],
}

/// A variable in the url of a server.
#[derive(Debug)]
pub struct ServerVariable {
    /// The name between the braces.
    pub name: &'static str,
    /// The value where a client states none.
    pub default: &'static str,
    /// The values that are allowed; all of them where this is empty.
    pub values: &'static [&'static str],
}

/// Codes that make an error of one status worth another try.
#[derive(Debug)]
pub struct RetryableCode {
    /// The status of the reply.
    pub status: u16,
    /// The codes, spelled as the service spells them.
    pub codes: &'static [&'static str],
}

/// A way to authorise calls, as the document declares it.
#[derive(Debug, PartialEq, Eq)]
pub struct SecurityScheme {
    /// The name in the document.
    pub name: &'static str,
    /// What is sent.
    pub kind: SecurityKind,
}

/// What a security scheme sends with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecurityKind {
    /// An `authorization` header of this scheme (`bearer`, `basic`, `signature`), in lower case.
    Http(&'static str),
    /// A secret at a named place.
    ApiKey {
        /// The part of the request that the key stands in.
        location: ApiKeyIn,
        /// The name of the header, parameter or cookie.
        name: &'static str,
    },
    /// A bearer token of OAuth 2.0 or `OpenID` Connect; how to come by it is the caller's business.
    Token,
}

/// The part of a request that an API key stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyIn {
    /// A header.
    Header,
    /// A parameter of the query.
    Query,
    /// A cookie.
    Cookie,
}

/// One scheme of one alternative that authorises an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The scheme.
    pub scheme: &'static SecurityScheme,
    /// The scopes that a token of the scheme must have.
    pub scopes: &'static [&'static str],
}

impl Requirement {
    /// A requirement of this scheme with these scopes.
    pub const fn new(scheme: &'static SecurityScheme, scopes: &'static [&'static str]) -> Self {
        Self { scheme, scopes }
    }
}
