//! What a document could say besides.

use super::edit::{object, text};
use super::silence::may_say_null;
use crate::parse::keywords::Kind;
use crate::parse::node::{Members, Node};

/// What a schema stands at, as far as that says which keywords have a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A property, with whether `readOnly` or `writeOnly` would change what may be sent or received: what is never sent
    /// cannot be kept from being sent, and what may be absent may be absent.
    Property { read_only: bool, write_only: bool },
    /// The value of a header, which is text.
    Header,
    /// The value of a parameter, or the key of a map: both are text.
    Parameter,
    /// A body that is no JSON: its bytes are its value.
    Raw,
    /// A member of `allOf`, which cannot take what the others do not.
    Part,
    /// Anything else.
    Other,
}

/// The members that could be added to an object, none of which it has.
pub(super) fn members(kind: Kind, of: &Members, role: Role) -> Vec<(&'static str, Node)> {
    // What stands beside a reference is ignored, but in a schema.
    if of.holds("$ref") && kind != Kind::Schema {
        return Vec::new();
    }
    let mut all = match kind {
        Kind::Document => vec![
            ("servers", list(object([("url", text("https://fact.example"))]))),
            ("tags", list(object([("name", text("fact"))]))),
            ("security", security(of)),
            ("externalDocs", object([("url", text("https://fact.example"))])),
        ],
        Kind::Info => vec![
            ("description", text("A fact.")),
            ("termsOfService", text("https://fact.example")),
            ("contact", object([("name", text("Fact"))])),
            ("license", object([("name", text("MIT"))])),
        ],
        Kind::Server | Kind::SecurityScheme | Kind::Tag => vec![("description", text("A fact."))],
        Kind::ServerVariable => {
            let default = of.get("default").cloned();
            vec![
                ("description", text("A fact.")),
                ("enum", Node::List(default.into_iter().chain([text("fact")]).collect())),
            ]
        }
        Kind::PathItem => vec![
            ("summary", text("A fact.")),
            ("description", text("A fact.")),
            ("parameters", list(query_parameter())),
            ("servers", list(object([("url", text("https://fact.example"))]))),
        ],
        Kind::MediaType => vec![("example", text("fact"))],
        Kind::Operation => operation(),
        Kind::Parameter => parameter(of),
        Kind::Header => vec![
            ("description", text("A fact.")),
            ("required", Node::Boolean(true)),
            ("deprecated", Node::Boolean(true)),
        ],
        Kind::RequestBody => vec![("description", text("A fact.")), ("required", Node::Boolean(true))],
        Kind::Response => vec![
            ("headers", object([("x-fact", header())])),
            ("content", object([("text/plain", object([("schema", object([("type", text("string"))]))]))])),
        ],
        Kind::Schema => schema(of, role),
        _ => Vec::new(),
    };
    let no_paths = of.get("paths").and_then(Node::as_map).is_none_or(Members::is_empty);
    all.retain(|(key, node)| {
        let asks_nothing = no_paths || node.as_list().is_some_and(<[Node]>::is_empty);
        let says_nothing = kind == Kind::Document && *key == "security" && asks_nothing;
        !says_nothing && !of.holds(key)
    });
    all
}

/// What could be added to an object whose keys are data, under a key of its own.
pub(super) fn entry(kind: Kind, key: &str) -> Option<(&'static str, Node)> {
    Some(match (kind, key) {
        (Kind::Components, "schemas") => ("FactAdded", object([("type", text("object"))])),
        (Kind::Components, "securitySchemes") => {
            ("factAdded", object([("type", text("http")), ("scheme", text("bearer"))]))
        }
        (Kind::Schema, "properties") => ("factAdded", object([("type", text("string"))])),
        (Kind::Responses, _) => ("418", object([("description", text("A fact."))])),
        (_, "headers") => ("x-fact", header()),
        (_, "content") => ("text/plain", object([("schema", object([("type", text("string"))]))])),
        (Kind::Paths, _) => {
            let replies = object([("204", object([("description", text("A fact."))]))]);
            let operation = object([("operationId", text("factAdded")), ("responses", replies)]);
            ("/factAdded", object([("get", operation)]))
        }
        _ => return None,
    })
}

/// What could be added to an array.
pub(super) fn item(kind: Kind, key: &str, items: &[Node]) -> Option<Node> {
    Some(match (kind, key) {
        (Kind::Document, "servers") => object([("url", text("https://fact.example"))]),
        (Kind::Document, "tags") => object([("name", text("fact"))]),
        // Without any other alternative, it says that nothing is asked for, as an empty list does.
        (Kind::Document | Kind::Operation, "security") if !items.is_empty() => object([]),
        (Kind::Operation, "tags") => text("fact"),
        (Kind::Operation | Kind::PathItem, "parameters") => query_parameter(),
        (Kind::Schema | Kind::ServerVariable, "enum") => match items.last()? {
            Node::Text(_) => text("FACT_ADDED"),
            Node::Integer(value) => Node::Integer(value.saturating_add(1_001)),
            Node::Float(value) => Node::Float(value + 1_000.25),
            _ => return None,
        },
        _ => return None,
    })
}

/// A requirement of a scheme that the document declares; without one, nothing is asked for.
fn security(document: &Members) -> Node {
    let schemes = document.get("components").and_then(|components| components.step("securitySchemes"));
    let scheme = schemes.and_then(Node::as_map).and_then(|schemes| schemes.keys().next().map(str::to_owned));
    Node::List(scheme.map(|scheme| object([(scheme.as_str(), Node::List(Vec::new()))])).into_iter().collect())
}

fn operation() -> Vec<(&'static str, Node)> {
    vec![
        ("summary", text("A fact.")),
        ("description", text("A fact.")),
        ("externalDocs", object([("url", text("https://fact.example"))])),
        ("tags", list(text("fact"))),
        ("parameters", list(query_parameter())),
        ("requestBody", object([("content", object([("application/json", object([("schema", object([]))]))]))])),
        ("deprecated", Node::Boolean(true)),
        ("security", list(object([]))),
        ("servers", list(object([("url", text("https://fact.example"))]))),
    ]
}

fn parameter(of: &Members) -> Vec<(&'static str, Node)> {
    let mut all = vec![("description", text("A fact.")), ("deprecated", Node::Boolean(true))];
    if of.text("in") != Some("path") {
        all.push(("required", Node::Boolean(true)));
    }
    all
}

fn schema(of: &Members, role: Role) -> Vec<(&'static str, Node)> {
    let yes = || Node::Boolean(true);
    let mut all = vec![("description", text("A fact."))];
    // No text is null.
    if !matches!(role, Role::Header | Role::Parameter) && may_say_null(of, role) {
        all.push(("nullable", yes()));
    }
    if of.holds("$ref") {
        return all;
    }
    // Headers and parameters have one of their own.
    if !matches!(role, Role::Header | Role::Parameter) {
        all.push(("deprecated", yes()));
    }
    all.push(("title", text("A fact")));
    all.push(("externalDocs", object([("url", text("https://fact.example"))])));
    if let Role::Property { read_only, write_only } = role {
        all.extend(read_only.then(|| ("readOnly", yes())));
        all.extend(write_only.then(|| ("writeOnly", yes())));
    }
    all.extend(of_type(of));
    all
}

/// The bounds, the default and the format that a type takes.
fn of_type(of: &Members) -> Vec<(&'static str, Node)> {
    let whole = Node::Integer;
    match of.text("type") {
        Some("string") => match of.get("enum").and_then(Node::as_list) {
            Some(values) => values.first().map(|first| ("default", first.clone())).into_iter().collect(),
            None if of.text("format") == Some("date-time") => vec![("default", text("2026-01-02T03:04:05Z"))],
            None if of.holds("format") => {
                vec![("minLength", whole(1)), ("maxLength", whole(999)), ("pattern", text("^.*$"))]
            }
            None => vec![
                ("minLength", whole(2)),
                ("maxLength", whole(999)),
                ("pattern", text("^fact$")),
                ("format", text("date-time")),
                ("enum", Node::List(vec![text("FACT"), text("OTHER_FACT")])),
                ("default", text("fact")),
                ("example", text("fact")),
            ],
        },
        Some("integer") => vec![
            ("minimum", whole(-5)),
            ("maximum", whole(999_999)),
            ("multipleOf", whole(3)),
            ("format", text("int32")),
            ("default", whole(6)),
            ("example", whole(7)),
        ],
        Some("number") => vec![
            ("minimum", Node::Float(-5.5)),
            ("maximum", Node::Float(99_999.5)),
            ("multipleOf", Node::Float(0.25)),
            ("default", Node::Float(1.5)),
            ("example", Node::Float(2.5)),
        ],
        Some("boolean") => vec![("default", Node::Boolean(true))],
        Some("array") => vec![
            ("minItems", whole(1)),
            ("maxItems", whole(99)),
            ("uniqueItems", Node::Boolean(true)),
            ("default", Node::List(Vec::new())),
        ],
        Some("object") => vec![
            ("minProperties", whole(1)),
            ("maxProperties", whole(99)),
            ("additionalProperties", object([("type", text("integer"))])),
        ],
        _ => Vec::new(),
    }
}

fn query_parameter() -> Node {
    object([("name", text("factAdded")), ("in", text("query")), ("schema", object([("type", text("string"))]))])
}

fn header() -> Node {
    object([("schema", object([("type", text("string"))]))])
}

fn list(item: Node) -> Node {
    Node::List(vec![item])
}
