//! The one table of what each kind of OpenAPI 3.0 object may hold.
//!
//! A keyword that trueform never honours, whatever its context, says so here (`Standing::Unhonoured`), and the check
//! reports it. What is honoured in some contexts only is [`Standing::Taken`], and `lower` reports it where it is not:
//! `oneOf`, `anyOf`, `not`, `discriminator`, `uniqueItems`, bounds, patterns, `readOnly`, `writeOnly`, `default`,
//! `example` and `examples`, `externalDocs`, media types, `content` of parameters, `style`, `explode`, `allowReserved`,
//! `allowEmptyValue`, `in: cookie`, security schemes and their flows.

mod document;
mod operation;
mod row;
mod schema;

pub(crate) use row::{Keyword, Kind, Presence, Standing, Value};

impl Keyword {
    /// The row of a keyword.
    pub(crate) fn of(kind: Kind, name: &str) -> Option<&'static Keyword> {
        kind.keywords().iter().find(|keyword| keyword.name == name)
    }
}

impl Kind {
    /// The keywords of the kind, apart from keys that are data and from `x-` keys.
    pub(crate) fn keywords(self) -> &'static [Keyword] {
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
    pub(crate) fn others(self) -> Option<&'static Value> {
        match self {
            Self::Paths | Self::Callback => Some(&Value::Referable(Kind::PathItem)),
            Self::Responses => Some(&Value::Referable(Kind::Response)),
            Self::SecurityRequirement => Some(&Value::List(&Value::Text)),
            _ => None,
        }
    }

    /// What stands under a key.
    pub(crate) fn value_of(self, key: &str) -> Option<&'static Value> {
        match Keyword::of(self, key) {
            Some(keyword) => Some(&keyword.value),
            None if key == PROPERTY_NAMES => Some(&Value::Referable(Kind::Schema)),
            None if key.starts_with("x-") => None,
            None => self.others(),
        }
    }

    /// The member of `components` that holds objects of this kind, for `openapiv3` to refer to.
    pub(crate) fn section(self) -> Option<&'static str> {
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
}

/// The schema of the keys of a map, as `propertyNames` of OpenAPI 3.1.
const PROPERTY_NAMES: &str = "x-propertyNames";

/// What extensions of Kubernetes call a value that is an integer or a string.
pub(crate) const INT_OR_STRING: &str = "x-kubernetes-int-or-string";

/// Whether `lower` reads a vendor extension of such an object.
pub(crate) fn is_read(kind: Kind, key: &str) -> bool {
    match key {
        "x-propertyNames" | "x-enum-varnames" | "x-enum-descriptions" | "x-nullable" | INT_OR_STRING => {
            kind == Kind::Schema
        }
        "x-polling" => kind == Kind::Operation,
        "x-rust-name" => matches!(kind, Kind::Schema | Kind::Operation | Kind::Parameter),
        _ => false,
    }
}
