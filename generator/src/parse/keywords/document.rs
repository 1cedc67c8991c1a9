//! The rows of what stands around paths and schemas.

use super::row::Value::{List, Map, Object, Referable, Text, Words};
use super::row::{Keyword, Kind, may, must, newer, ought, unhonoured};

pub(super) const DOCUMENT: &[Keyword] = &[
    must("openapi", Text),
    ought("info", Object(Kind::Info), "", "the API has no name and no version"),
    may("servers", List(&Object(Kind::Server))),
    ought("paths", Object(Kind::Paths), "", "there is no operation"),
    may("components", Object(Kind::Components)),
    may("security", List(&Object(Kind::SecurityRequirement))),
    may("tags", List(&Object(Kind::Tag))),
    may("externalDocs", Object(Kind::ExternalDocumentation)),
    newer("webhooks", "nothing is generated for them"),
    newer("jsonSchemaDialect", "schemas are read as those of OpenAPI 3.0"),
];

pub(super) const INFO: &[Keyword] = &[
    ought("title", Text, "Untitled", "it is taken as \"Untitled\""),
    may("description", Text),
    may("termsOfService", Text),
    may("contact", Object(Kind::Contact)),
    may("license", Object(Kind::License)),
    ought("version", Text, "0", "it is taken as \"0\""),
    newer("summary", "it is left out of the docs; `description` is not"),
];

pub(super) const CONTACT: &[Keyword] = &[may("name", Text), may("url", Text), may("email", Text)];

pub(super) const LICENSE: &[Keyword] = &[
    ought("name", Text, "", "the licence has no name in the docs"),
    may("url", Text),
    newer("identifier", "it is left out of the docs; `name` is not"),
];

pub(super) const SERVER: &[Keyword] =
    &[must("url", Text), may("description", Text), may("variables", Map(&Object(Kind::ServerVariable)))];

pub(super) const SERVER_VARIABLE: &[Keyword] =
    &[may("enum", List(&Text)), must("default", Text), may("description", Text)];

pub(super) const COMPONENTS: &[Keyword] = &[
    may("schemas", Map(&Referable(Kind::Schema))),
    may("responses", Map(&Referable(Kind::Response))),
    may("parameters", Map(&Referable(Kind::Parameter))),
    may("examples", Map(&Referable(Kind::Example))),
    may("requestBodies", Map(&Referable(Kind::RequestBody))),
    may("headers", Map(&Referable(Kind::Header))),
    may("securitySchemes", Map(&Referable(Kind::SecurityScheme))),
    unhonoured("links", Map(&Referable(Kind::Link)), "nothing is generated for links"),
    unhonoured("callbacks", Map(&Referable(Kind::Callback)), "nothing is generated for callbacks"),
    newer("pathItems", "nothing is generated for them"),
];

pub(super) const TAG: &[Keyword] =
    &[must("name", Text), may("description", Text), may("externalDocs", Object(Kind::ExternalDocumentation))];

pub(super) const EXTERNAL_DOCUMENTATION: &[Keyword] = &[may("description", Text), must("url", Text)];

/// What `type` asks for beside this is in `check::conditions`.
pub(super) const SECURITY_SCHEME: &[Keyword] = &[
    must("type", Words(&["apiKey", "http", "oauth2", "openIdConnect"])),
    may("description", Text),
    may("name", Text),
    may("in", Words(&["query", "header", "cookie"])),
    may("scheme", Text),
    may("bearerFormat", Text),
    may("flows", Object(Kind::OauthFlows)),
    may("openIdConnectUrl", Text),
];

pub(super) const OAUTH_FLOWS: &[Keyword] = &[
    may("implicit", Object(Kind::ImplicitFlow)),
    may("password", Object(Kind::TokenFlow)),
    may("clientCredentials", Object(Kind::TokenFlow)),
    may("authorizationCode", Object(Kind::CodeFlow)),
];

const NO_ADDRESS: &str = "tokens are yours to bring, so nothing asks for it";
const SCOPES: Keyword = ought("scopes", Map(&Text), "", "the flow has no scopes");

pub(super) const IMPLICIT_FLOW: &[Keyword] =
    &[ought("authorizationUrl", Text, "", NO_ADDRESS), may("refreshUrl", Text), SCOPES];

pub(super) const TOKEN_FLOW: &[Keyword] = &[ought("tokenUrl", Text, "", NO_ADDRESS), may("refreshUrl", Text), SCOPES];

pub(super) const CODE_FLOW: &[Keyword] = &[
    ought("authorizationUrl", Text, "", NO_ADDRESS),
    ought("tokenUrl", Text, "", NO_ADDRESS),
    may("refreshUrl", Text),
    SCOPES,
];
