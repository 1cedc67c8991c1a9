//! What is said about a document, and what comes of it.

mod fixups;
mod texts;

use super::{Document, parse};
use crate::diagnostic::{Report, render};
use crate::source::{On, Pointer, Source, Sources, locate};

fn sources(text: &str) -> Sources {
    Sources { document: Source { name: "a.yaml".to_owned(), text: text.to_owned() }, settings: None }
}

/// Parses a text and says what was reported: `line:column severity code: message / help`.
fn run(text: &str) -> (Option<Document>, Vec<String>) {
    let sources = sources(text);
    let mut report = Report::default();
    let document = parse(&sources, &mut report);
    assert_eq!(document.is_none(), report.has_errors());
    let said = render::json(&report, &sources);
    let said = said.lines().map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        let text = |key: &str| value[key].as_str().unwrap_or("-").to_owned();
        let (line, column) = (&value["line"], &value["column"]);
        format!("{line}:{column} {} {}: {} / {}", text("severity"), text("code"), text("message"), text("help"))
    });
    (document, said.collect())
}

/// Parses a text in which only what is expected is wrong.
fn check(text: &str, expected: &[&str]) {
    assert_eq!(run(text).1, expected);
}

/// The line and column of a pointer of the fixed-up tree.
fn position(document: &Document, text: &str, pointer: &str, on: On) -> (usize, usize) {
    let place = document.place(&Pointer::from_text(pointer), on);
    let span = locate(&sources(text), &[place])[0];
    (span.line, span.column)
}

/// A document whose `components/schemas` are these lines.
fn with_schemas(lines: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{title: a, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{lines}")
}

fn schema<'document>(document: &'document Document, name: &str) -> &'document openapiv3::Schema {
    let components = document.openapi.components.as_ref().expect("there are components");
    match components.schemas.get(name) {
        Some(openapiv3::ReferenceOr::Item(schema)) => schema,
        other => panic!("{name} is {other:?}"),
    }
}

#[test]
fn every_mistake_is_said_in_one_run() {
    let text = "openapi: 3.0.3
paths:
  /pets:
    get:
      operationId: 7
      sumary: all
      parameters:
        - {name: limit, in: qery, schema: {type: intger}}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Pt'
        '2000': {description: no}
      responses: {}
components:
  schemas:
    Pet:
      type: object
      type: string
      minLength: -1
";
    check(
        text,
        &[
            "1:1 warning absent-member: an OpenAPI document must have `info`, and this one has not / the API has no name and no version",
            "5:20 warning unquoted-text: `7` is no string as it stands / it is taken as the string \"7\"; quotes would say so",
            "6:7 warning unknown-keyword: `sumary` is no keyword of an operation / did you mean `summary`?",
            "8:29 error unknown-word: `qery` is nothing that `in` takes / did you mean `query`?",
            "8:50 error unknown-type: `intger` is nothing that `type` takes / did you mean `integer`?",
            "15:23 error dangling-reference: nothing stands at `#/components/schemas/Pt` / did you mean `#/components/schemas/Pet`?",
            "16:9 warning unknown-status: `2000` is no status / nothing is generated for it; a status is written as `404`, a range as `4XX`, and all others as `default`",
            "17:7 error duplicate-key: the key `responses` stands in this object before / keep one of the two; the first is what was checked",
            "22:7 error duplicate-key: the key `type` stands in this object before / keep one of the two; the first is what was checked",
            "23:18 error wrong-type: this is an integer, where an integer of at least 0 is expected / -",
        ],
    );
}

#[test]
fn other_versions_are_named() {
    let help = "documents of OpenAPI 3.0 are supported (3.0.0 to 3.0.4)";
    for (text, said) in [
        (
            "openapi: 3.1.0\nfoo: 1\n",
            format!(
                "1:10 error unsupported-version: this is a document of OpenAPI 3.1.0, which is not supported / {help}"
            ),
        ),
        (
            "{\"swagger\": \"2.0\"}",
            format!(
                "1:13 error unsupported-version: this is a document of Swagger 2.0, which is not supported / {help}"
            ),
        ),
        (
            "openapi: 3.2\n",
            format!(
                "1:10 error unsupported-version: this is a document of OpenAPI 3.2, which is not supported / {help}"
            ),
        ),
    ] {
        check(text, &[&said]);
    }
}

#[test]
fn what_is_never_honoured_is_said_at_its_key() {
    let text = with_schemas("    A: {type: object, xml: {name: a}, x-a: 1, x-b: 2, x-rust-name: B}\n    B: {x-a: 2}\n");
    check(
        &text,
        &[
            "6:23 warning not-honoured: `xml` is not honoured / XML bodies are taken as bytes",
            "6:39 note unknown-extensions: 3 vendor extensions are not read: x-a (2), x-b (1) / nothing is generated from what they say",
        ],
    );
}

#[test]
fn references_are_followed_to_their_end() {
    let text = with_schemas(
        "    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/A'}
    C: {$ref: 'other.yaml#/C'}
    D: {$ref: '#/info'}
    E: {$ref: '#components/schemas/D'}
    F: {type: object, properties: {$ref: {type: string}}}
",
    );
    check(
        &text,
        &[
            "6:15 error circular-reference: `#/components/schemas/B` leads back to itself and to nothing else / let one of them say what it is",
            "7:15 error circular-reference: `#/components/schemas/A` leads back to itself and to nothing else / let one of them say what it is",
            "8:15 warning outside-reference: `other.yaml#/C` leads out of this document, which is not followed / any value is taken; bundle the documents into one first to have it",
            "9:15 error wrong-reference: `#/info` is an info object, where a schema is expected / -",
            "10:15 error dangling-reference: nothing stands at `#components/schemas/D` / did you mean `#/components/schemas/D`?",
        ],
    );
}

#[test]
fn members_ask_for_others() {
    let text = "openapi: 3.0.3
info: {title: a, version: '1'}
paths:
  /a/{b}:
    parameters:
      - {name: b, in: path, schema: {}}
      - {name: c, in: query}
components:
  securitySchemes:
    key: {type: apiKey, name: k}
    basic: {type: http, scheme: basic, in: header}
  schemas: {A: {enum: [], x-polling: 1}}
";
    check(
        text,
        &[
            "6:23 warning optional-in-path: a parameter in the path must say `required: true` / it is required all the same",
            "7:9 warning absent-member: a parameter must have `schema`, and this one has not / it is taken as a string",
            "10:5 error missing-member: a security scheme must have `in`, and this one has not / -",
            "11:40 warning misplaced-member: `in` has no meaning for a security scheme of type `http` / it has no effect",
            "12:17 warning empty-enumeration: `enum` lists no value / any value of the type is taken",
            "12:27 note unknown-extensions: 1 vendor extension is not read: x-polling (1) / nothing is generated from what they say",
        ],
    );
}

#[test]
fn what_openapiv3_refuses_is_found_at_its_smallest() {
    use super::node::{Members, Node};
    let text = |text: &str| Node::Text(text.to_owned());
    let map = |members: Vec<(&str, Node)>| {
        Node::Map(Members::from_read(members.into_iter().map(|(key, node)| (key.to_owned(), node)).collect()).0)
    };
    // The check would not let this pass, so the tree is made by hand.
    let bad = |what: &str| map(vec![("name", text(what)), ("in", text("nowhere")), ("schema", map(vec![]))]);
    let schema = map(vec![("minLength", text("one"))]);
    let responses = map(vec![("default", map(vec![("description", Node::Null)]))]);
    let get = map(vec![("parameters", Node::List(vec![bad("a"), bad("b")])), ("responses", responses)]);
    let tree = map(vec![
        ("paths", map(vec![("/a", map(vec![("get", get)]))])),
        ("components", map(vec![("schemas", map(vec![("A", schema)]))])),
    ]);
    let source = sources("").document;
    let mut origins = super::origin::Origins::default();
    let mut report = Report::default();
    let refusal = super::deserialize::openapi(&tree).expect_err("it has no info");
    super::refusal::report(&tree, &refusal, &mut super::pass::Pass::new(&source, &mut origins, &mut report));
    let pointers: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.place.pointer.as_str()).collect();
    let expected = [
        "/paths/~1a/get/parameters/0",
        "/paths/~1a/get/parameters/1",
        "/paths/~1a/get/responses/default",
        "/components/schemas/A",
    ];
    assert_eq!(pointers, expected);
}
