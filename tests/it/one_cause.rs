//! What has one cause is said once, however many places it shows in.

use trueform::diagnostic::Severity;

use crate::check::{run, sources};

/// The codes of the errors and warnings about a document with these members, in the order in which they are said.
fn warnings(members: &str) -> Vec<&'static str> {
    let document = format!("openapi: 3.0.3\ninfo: {{title: Sample, version: '1'}}\n{members}");
    let report = run(&sources(&document, None)).report;
    let said = report.diagnostics().iter().filter(|diagnostic| diagnostic.severity != Severity::Note);
    said.map(|diagnostic| diagnostic.code).collect()
}

/// It would be a variable without a parameter, a parameter without a variable, a style, and its `explode`.
#[test]
fn a_template_with_an_operator() {
    let document = "paths:
  /pets/{.id*}:
    get:
      operationId: pet
      parameters: [{name: id, in: path, required: true, style: label, explode: true, schema: {type: object}}]
      responses: {'204': {description: ''}}
";
    assert_eq!(warnings(document), ["style"]);
    assert_eq!(warnings(&document.replace("style: label, ", "").replace("object", "string")), [""; 0]);
    assert_eq!(
        warnings(&document.replace("style: label, explode: true, ", "").replace("{.id*}", "{Id}")),
        ["misspelt-variable"]
    );
    let unlike = document.replace("style: label, explode: true, ", "").replace("{.id*}", "{it}");
    assert_eq!(warnings(&unlike), ["unused-variable", "undeclared-variable"], "these may be two things");
}

#[test]
fn a_scheme_that_nobody_declares() {
    let operation = |id: &str| {
        format!(
            "  /{id}: {{get: {{operationId: {id}, security: [{{key: []}}], responses: {{'204': {{description: ''}}}}}}}}\n"
        )
    };
    assert_eq!(
        warnings(&format!("paths:\n{}{}{}", operation("a"), operation("b"), operation("c"))),
        ["undeclared-scheme"]
    );
}

#[test]
fn an_operation_without_replies() {
    assert_eq!(warnings("paths: {/a: {get: {operationId: a}}}"), ["absent-member"]);
    assert_eq!(warnings("paths: {/a: {get: {operationId: a, responses: {}}}}"), ["no-replies"]);
}

#[test]
fn what_is_in_what_is_not_honoured() {
    let callbacks = "paths:
  /a:
    get:
      operationId: a
      responses: {'204': {description: ''}}
      callbacks: {done: {hook: {post: {requestBody: {content: {text/plain: {encoding: {}, colour: red}}}}}}}
";
    assert_eq!(warnings(callbacks), ["not-honoured"]);
    assert_eq!(warnings(&callbacks.replace("encoding: {}", "schema: {type: strng}")), ["not-honoured", "unknown-type"]);
}

/// Such a schema is two types.
#[test]
fn a_schema_that_is_sent_and_received() {
    let document = "paths:
  /a:
    post:
      operationId: a
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components:
  schemas:
    A:
      type: object
      required: [id]
      properties: {id: {type: string, readOnly: true}, count: {type: integer, nullable: true, default: null}}
";
    let document = format!("openapi: 3.0.3\ninfo: {{title: Sample, version: '1'}}\n{document}");
    let outcome = run(&sources(&document, None));
    let codes: Vec<&str> = outcome.report.diagnostics().iter().map(|said| said.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == "default-in-docs-only").count(), 1, "{codes:?}");
    let files = outcome.files.expect("there are files");
    assert!(files["api.txt"].matches("::count: ").count() == 2, "{}", files["api.txt"]);
}
