//! The one table of what each kind of OpenAPI 3.0 object may hold.
//!
//! A keyword that trueform never honours, whatever its context, says so here (`Standing::Unhonoured`), and the check
//! reports it. What is honoured in some contexts only is [`Standing::Taken`], and `lower` reports it where it is not:
//! `oneOf`, `anyOf`, `not`, `discriminator`, `uniqueItems`, bounds, patterns, `readOnly`, `writeOnly`, `default`,
//! `example` and `examples`, `externalDocs`, media types, `content` of parameters, `style`, `explode`, `allowReserved`,
//! `allowEmptyValue`, `in: cookie`, security schemes and their flows.

mod document;
mod operation;
mod schema;

/// A kind of object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
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
pub(super) enum Value {
    /// Any JSON value.
    Any,
    /// A string.
    Text,
    /// A string, which documents often leave unquoted where it looks like a number.
    UnquotedText,
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
pub(super) enum Standing {
    /// It is honoured, or `lower` says where it is not.
    Taken,
    /// It never is; this stands in instead.
    Unhonoured(&'static str),
    /// It belongs to OpenAPI 3.1; this stands in instead.
    Newer(&'static str),
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keyword {
    pub(super) name: &'static str,
    pub(super) value: Value,
    pub(super) required: bool,
    pub(super) standing: Standing,
}

const fn may(name: &'static str, value: Value) -> Keyword {
    Keyword { name, value, required: false, standing: Standing::Taken }
}

const fn must(name: &'static str, value: Value) -> Keyword {
    Keyword { name, value, required: true, standing: Standing::Taken }
}

const fn unhonoured(name: &'static str, value: Value, instead: &'static str) -> Keyword {
    Keyword { name, value, required: false, standing: Standing::Unhonoured(instead) }
}

const fn newer(name: &'static str, instead: &'static str) -> Keyword {
    Keyword { name, value: Value::Any, required: false, standing: Standing::Newer(instead) }
}

impl Keyword {
    /// The row of a keyword.
    pub(super) fn of(kind: Kind, name: &str) -> Option<&'static Keyword> {
        kind.keywords().iter().find(|keyword| keyword.name == name)
    }
}

impl Kind {
    /// The keywords of the kind, apart from keys that are data and from `x-` keys.
    pub(super) fn keywords(self) -> &'static [Keyword] {
        match self {
            Self::Document => document::DOCUMENT,
            Self::Info => document::INFO,
            Self::Contact => document::CONTACT,
            Self::License => document::LICENSE,
            Self::Server => document::SERVER,
            Self::ServerVariable => document::SERVER_VARIABLE,
            Self::Components => document::COMPONENTS,
            Self::Paths | Self::Callback | Self::SecurityRequirement => &[],
            Self::Tag => document::TAG,
            Self::ExternalDocumentation => document::EXTERNAL_DOCUMENTATION,
            Self::SecurityScheme => document::SECURITY_SCHEME,
            Self::OauthFlows => document::OAUTH_FLOWS,
            Self::ImplicitFlow => document::IMPLICIT_FLOW,
            Self::TokenFlow => document::TOKEN_FLOW,
            Self::CodeFlow => document::CODE_FLOW,
            Self::PathItem => operation::PATH_ITEM,
            Self::Operation => operation::OPERATION,
            Self::Parameter => operation::PARAMETER,
            Self::RequestBody => operation::REQUEST_BODY,
            Self::MediaType => operation::MEDIA_TYPE,
            Self::Encoding => operation::ENCODING,
            Self::Responses => operation::RESPONSES,
            Self::Response => operation::RESPONSE,
            Self::Example => operation::EXAMPLE,
            Self::Link => operation::LINK,
            Self::Header => operation::HEADER,
            Self::Schema => schema::SCHEMA,
            Self::Discriminator => schema::DISCRIMINATOR,
            Self::Xml => schema::XML,
        }
    }

    /// What stands under the keys that are data, where the kind has such keys.
    pub(super) fn others(self) -> Option<&'static Value> {
        match self {
            Self::Paths | Self::Callback => Some(&Value::Referable(Kind::PathItem)),
            Self::Responses => Some(&Value::Referable(Kind::Response)),
            Self::SecurityRequirement => Some(&Value::List(&Value::Text)),
            _ => None,
        }
    }

    /// What stands under a key.
    pub(super) fn value_of(self, key: &str) -> Option<&'static Value> {
        match Keyword::of(self, key) {
            Some(keyword) => Some(&keyword.value),
            None if key == PROPERTY_NAMES => Some(&Value::Referable(Kind::Schema)),
            None if key.starts_with("x-") => None,
            None => self.others(),
        }
    }

    /// The member of `components` that holds objects of this kind, for `openapiv3` to refer to.
    pub(super) fn section(self) -> Option<&'static str> {
        match self {
            Self::Schema => Some("schemas"),
            Self::Response => Some("responses"),
            Self::Parameter => Some("parameters"),
            Self::Example => Some("examples"),
            Self::RequestBody => Some("requestBodies"),
            Self::Header => Some("headers"),
            Self::SecurityScheme => Some("securitySchemes"),
            Self::Link => Some("links"),
            Self::Callback => Some("callbacks"),
            _ => None,
        }
    }

    /// What a reader calls it, with its article.
    pub(super) fn what(self) -> &'static str {
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
    pub(super) fn what(&self) -> String {
        match self {
            Self::Any => "any value".to_owned(),
            Self::Text | Self::UnquotedText => "a string".to_owned(),
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

/// The schema of the keys of a map, as `propertyNames` of OpenAPI 3.1.
const PROPERTY_NAMES: &str = "x-propertyNames";

/// The vendor extensions that `lower` reads.
pub(super) const EXTENSIONS: &[&str] =
    &[PROPERTY_NAMES, "x-polling", "x-rust-name", "x-enum-varnames", "x-enum-descriptions", "x-nullable"];
