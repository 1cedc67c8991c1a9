//! The rows of paths, operations, and what they send and receive.

use super::row::Value::{Any, Boolean, List, Map, Object, Referable, Text, Words};
use super::row::{Keyword, Kind, Value, may, must, ought, unhonoured};

const OPERATION_OBJECT: Value = Object(Kind::Operation);
const SERVERS: Value = List(&Object(Kind::Server));
const OWN_SERVERS: &str = "the servers of the whole document are used";

pub(super) const PATH_ITEM: &[Keyword] = &[
    may("summary", Text),
    may("description", Text),
    may("get", OPERATION_OBJECT),
    may("put", OPERATION_OBJECT),
    may("post", OPERATION_OBJECT),
    may("delete", OPERATION_OBJECT),
    may("options", OPERATION_OBJECT),
    may("head", OPERATION_OBJECT),
    may("patch", OPERATION_OBJECT),
    may("trace", OPERATION_OBJECT),
    unhonoured("servers", SERVERS, OWN_SERVERS),
    may("parameters", List(&Referable(Kind::Parameter))),
];

pub(super) const OPERATION: &[Keyword] = &[
    may("tags", List(&Text)),
    may("summary", Text),
    may("description", Text),
    may("externalDocs", Object(Kind::ExternalDocumentation)),
    may("operationId", Text),
    may("parameters", List(&Referable(Kind::Parameter))),
    may("requestBody", Referable(Kind::RequestBody)),
    ought("responses", Object(Kind::Responses), "", "no reply is documented"),
    unhonoured("callbacks", Map(&Referable(Kind::Callback)), "nothing is generated for callbacks"),
    may("deprecated", Boolean),
    may("security", List(&Object(Kind::SecurityRequirement))),
    unhonoured("servers", SERVERS, OWN_SERVERS),
];

pub(super) const STYLES: &[&str] =
    &["matrix", "label", "form", "simple", "spaceDelimited", "pipeDelimited", "deepObject"];

pub(super) const PARAMETER: &[Keyword] = &[
    must("name", Text),
    must("in", Words(&["path", "query", "header", "cookie"])),
    may("description", Text),
    may("required", Boolean),
    may("deprecated", Boolean),
    may("allowEmptyValue", Boolean),
    may("style", Words(STYLES)),
    may("explode", Boolean),
    may("allowReserved", Boolean),
    may("schema", Referable(Kind::Schema)),
    may("example", Any),
    may("examples", Map(&Referable(Kind::Example))),
    may("content", Map(&Object(Kind::MediaType))),
];

pub(super) const REQUEST_BODY: &[Keyword] = &[
    may("description", Text),
    ought("content", Map(&Object(Kind::MediaType)), "", "the body has no media type"),
    may("required", Boolean),
];

pub(super) const MEDIA_TYPE: &[Keyword] = &[
    may("schema", Referable(Kind::Schema)),
    may("example", Any),
    may("examples", Map(&Referable(Kind::Example))),
    unhonoured("encoding", Map(&Object(Kind::Encoding)), "each part is encoded as its type asks for"),
];

pub(super) const ENCODING: &[Keyword] = &[
    may("contentType", Text),
    may("headers", Map(&Referable(Kind::Header))),
    may("style", Words(STYLES)),
    may("explode", Boolean),
    may("allowReserved", Boolean),
];

pub(super) const RESPONSES: &[Keyword] = &[may("default", Referable(Kind::Response))];

pub(super) const RESPONSE: &[Keyword] = &[
    ought("description", Text, "", "nothing is said of it in the docs"),
    may("headers", Map(&Referable(Kind::Header))),
    may("content", Map(&Object(Kind::MediaType))),
    unhonoured("links", Map(&Referable(Kind::Link)), "nothing is generated for links"),
];

pub(super) const EXAMPLE: &[Keyword] =
    &[may("summary", Text), may("description", Text), may("value", Any), may("externalValue", Text)];

pub(super) const LINK: &[Keyword] = &[
    may("operationRef", Text),
    may("operationId", Text),
    may("parameters", Map(&Any)),
    may("requestBody", Any),
    may("description", Text),
    may("server", Object(Kind::Server)),
];

/// `openapiv3` has no room for `explode` of a header, so what is lost there is said here.
pub(super) const HEADER: &[Keyword] = &[
    may("description", Text),
    may("required", Boolean),
    may("deprecated", Boolean),
    unhonoured("allowEmptyValue", Boolean, "it has no meaning for a header"),
    may("style", Words(STYLES)),
    unhonoured("explode", Boolean, "the header is read as if it said `explode: false`"),
    unhonoured("allowReserved", Boolean, "it has no meaning for a header"),
    may("schema", Referable(Kind::Schema)),
    may("example", Any),
    may("examples", Map(&Referable(Kind::Example))),
    may("content", Map(&Object(Kind::MediaType))),
];
