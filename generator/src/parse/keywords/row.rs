//! What a row of the table is made of.

/// A kind of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Document,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Components,
    Paths,
    PathItem,
    Operation,
    ExternalDocumentation,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Callback,
    Example,
    Link,
    Header,
    Tag,
    Schema,
    Discriminator,
    Xml,
    SecurityScheme,
    OauthFlows,
    ImplicitFlow,
    TokenFlow,
    CodeFlow,
    SecurityRequirement,
}

/// What values a keyword takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value {
    /// Any JSON value.
    Any,
    /// A string.
    Text,
    /// One of these strings.
    Words(&'static [&'static str]),
    /// A boolean.
    Boolean,
    /// A number.
    Number,
    /// An integer of at least 0.
    Count,
    /// An array of such values.
    List(&'static Value),
    /// An object with such values under keys that are data.
    Map(&'static Value),
    /// An object of this kind.
    Object(Kind),
    /// An object of this kind, or a reference to one.
    Referable(Kind),
    /// A boolean, or a schema.
    BooleanOrSchema,
}

/// Whether a keyword has an effect.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Standing {
    /// It is honoured, or `lower` says where it is not.
    Taken,
    /// It never is; this stands in instead.
    Unhonoured(&'static str),
    /// It belongs to OpenAPI 3.1; this stands in instead.
    Newer(&'static str),
}

/// Whether a keyword must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It need not.
    Optional,
    /// OpenAPI requires it, and there is something that can stand in for it.
    Expected {
        /// Where it is a text, this one; else the value is empty.
        text: &'static str,
        /// What comes of that.
        instead: &'static str,
    },
    /// Without it the object says nothing.
    Required,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keyword {
    pub(crate) name: &'static str,
    pub(crate) value: Value,
    pub(crate) presence: Presence,
    pub(crate) standing: Standing,
}

pub(super) const fn may(name: &'static str, value: Value) -> Keyword {
    Keyword { name, value, presence: Presence::Optional, standing: Standing::Taken }
}

pub(super) const fn must(name: &'static str, value: Value) -> Keyword {
    Keyword { name, value, presence: Presence::Required, standing: Standing::Taken }
}

/// What documents leave away although they must not.
pub(super) const fn ought(name: &'static str, value: Value, text: &'static str, instead: &'static str) -> Keyword {
    Keyword { name, value, presence: Presence::Expected { text, instead }, standing: Standing::Taken }
}

pub(super) const fn unhonoured(name: &'static str, value: Value, instead: &'static str) -> Keyword {
    Keyword { name, value, presence: Presence::Optional, standing: Standing::Unhonoured(instead) }
}

pub(super) const fn newer(name: &'static str, instead: &'static str) -> Keyword {
    Keyword { name, value: Value::Any, presence: Presence::Optional, standing: Standing::Newer(instead) }
}

impl Kind {
    /// What a reader calls it, with its article.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::Document => "an OpenAPI document",
            Self::Info => "an info object",
            Self::Contact => "a contact",
            Self::License => "a licence",
            Self::Server => "a server",
            Self::ServerVariable => "a server variable",
            Self::Components => "a components object",
            Self::Paths => "a paths object",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::ExternalDocumentation => "an external documentation object",
            Self::Parameter => "a parameter",
            Self::RequestBody => "a request body",
            Self::MediaType => "a media type object",
            Self::Encoding => "an encoding",
            Self::Responses => "a responses object",
            Self::Response => "a response",
            Self::Callback => "a callback",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Header => "a header",
            Self::Tag => "a tag",
            Self::Schema => "a schema",
            Self::Discriminator => "a discriminator",
            Self::Xml => "an xml object",
            Self::SecurityScheme => "a security scheme",
            Self::OauthFlows => "an OAuth flows object",
            Self::ImplicitFlow | Self::TokenFlow | Self::CodeFlow => "an OAuth flow",
            Self::SecurityRequirement => "a security requirement",
        }
    }
}

impl Value {
    /// What it takes, as the end of the sentence "… takes".
    pub(crate) fn what(&self) -> String {
        match self {
            Self::Any => "any value".to_owned(),
            Self::Text => "a string".to_owned(),
            Self::Words(words) => format!("one of `{}`", words.join("`, `")),
            Self::Boolean => "a boolean".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Count => "an integer of at least 0".to_owned(),
            Self::List(_) => "an array".to_owned(),
            Self::Map(_) => "an object".to_owned(),
            Self::Object(kind) | Self::Referable(kind) => kind.what().to_owned(),
            Self::BooleanOrSchema => "a boolean or a schema".to_owned(),
        }
    }
}
