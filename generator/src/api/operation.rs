//! Operations: what can be asked, and what comes back.

use super::{Docs, Literal, TypeId};
use crate::source::Pointer;

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`, or, where the document states none, the verb and the path.
    pub id: String,
    /// The method.
    pub verb: Verb,
    /// The path template as the document writes it.
    pub template: String,
    /// The path, in parts.
    pub path: Vec<Segment>,
    /// The parameters, in the order of the document: those of the operation, then those of the path item.
    pub parameters: Vec<Parameter>,
    /// The request body.
    pub body: Option<Body>,
    /// The replies, in the order of the document.
    pub replies: Vec<Reply>,
    /// The ways to authorise a call: any one of these, each of which asks for all of its members. An empty member
    /// means that no credentials are needed; no member at all that the document says nothing.
    pub security: Vec<Vec<Requirement>>,
    /// `tags`.
    pub tags: Vec<String>,
    /// What the document says about it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// `x-polling`.
    pub polling: Option<Polling>,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// The method of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the method of its name")]
pub enum Verb {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Verb {
    /// The method on the wire, for example `GET`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text that is sent as it stands, for example `/20180828/workRequests/`.
    Literal(String),
    /// The value of the path parameter with this index in [`Operation::parameters`].
    Parameter(usize),
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire: String,
    /// Where it travels.
    pub location: ParameterIn,
    /// Its type.
    pub ty: TypeId,
    /// Whether a call must state it; always true in a path.
    pub required: bool,
    /// How a list or an object is written.
    pub style: Style,
    /// What the document says about it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// `default` of its schema.
    pub default: Option<Literal>,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterIn {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// As a header.
    Header,
}

/// How a list or an object is written into a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Values separated by commas (`style: simple`; `style: form, explode: false`).
    Commas,
    /// The name once for each value (`style: form, explode: true`).
    Repeated,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whether a call must state it.
    pub required: bool,
    /// What is sent. Where the document offers several media types, the one that is honoured.
    pub content: Content,
    /// What the document says about it.
    pub docs: Docs,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// A body of one media type.
#[derive(Clone, Debug)]
pub struct Content {
    /// The media type as the document writes it.
    pub media: String,
    /// What it carries.
    pub carries: Carries,
}

/// What a body carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// JSON of this type.
    Json(TypeId),
    /// Text.
    Text,
    /// Bytes, also where the media type is not yet understood.
    Bytes,
}

/// A documented reply.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Which statuses it stands for.
    pub status: Status,
    /// Its headers, in the order of the document.
    pub headers: Vec<Header>,
    /// Its body, where it has one.
    pub content: Option<Content>,
    /// What the document says about it.
    pub docs: Docs,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// Which statuses a reply stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred of them: `4XX` is `Range(4)`.
    Range(u16),
    /// All that are not documented otherwise.
    Default,
}

/// A header of a reply.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its name on the wire.
    pub wire: String,
    /// Its type.
    pub ty: TypeId,
    /// `required`.
    pub required: bool,
    /// What the document says about it.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its url, with `{variables}`.
    pub url: String,
    /// What the document says about it.
    pub docs: Docs,
    /// Its variables, in the order of the document.
    pub variables: Vec<ServerVariable>,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// A variable of a server's url.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Its name between the braces.
    pub wire: String,
    /// Its value where the caller gives none.
    pub default: String,
    /// The values that the document allows; empty where it allows any.
    pub values: Vec<String>,
    /// What the document says about it.
    pub docs: Docs,
}

/// A way to authorise a call, as the document declares it.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Its key in `components/securitySchemes`.
    pub name: String,
    /// How it works.
    pub kind: SecurityKind,
    /// What the document says about it.
    pub docs: Docs,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// How a security scheme works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecurityKind {
    /// `type: http`: the scheme's name in lower case, for example `bearer`, `basic` or `signature`.
    Http(String),
    /// `type: apiKey`.
    ApiKey(ApiKeyIn, String),
    /// `type: oauth2` or `openIdConnect`: a bearer token that the caller comes by elsewhere.
    Token,
}

/// Where an API key travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyIn {
    /// In a header.
    Header,
    /// In the query.
    Query,
    /// In a cookie.
    Cookie,
}

/// What one alternative of [`Operation::security`] asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The index of the scheme in [`Api::schemes`](super::Api::schemes).
    pub scheme: usize,
    /// The scopes that it asks for.
    pub scopes: Vec<String>,
}

/// How the end of long-running work shows in an operation's replies (`x-polling`).
#[derive(Clone, Debug)]
pub struct Polling {
    /// The waiters, in the order of the document.
    pub waiters: Vec<Waiter>,
    /// Where it stands in the document.
    pub at: Pointer,
}

/// One thing that a caller can wait for.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// Its name.
    pub name: String,
    /// The JSON pointer, within the body of a reply, of the state.
    pub state: String,
    /// The JSON pointer of the progress in percent.
    pub progress: Option<String>,
    /// The header that says when to ask again.
    pub delay_header: Option<String>,
    /// What each value of the state means; values that are not listed mean that the work goes on.
    pub outcomes: Vec<(String, Outcome)>,
    /// All values of the state that the document states; none where it states none.
    pub states: Vec<String>,
}

/// What a value of the state means to a waiter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The work is done.
    Success,
    /// The work has ended without success.
    Failure,
    /// The work was canceled.
    Canceled,
    /// A person must act before it goes on.
    Attention,
}
