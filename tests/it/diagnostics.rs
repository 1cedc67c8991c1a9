//! What is said of broken documents: each complaint at its own place, all of one document in one run.

use trueform::diagnostic::{self, Severity};

use crate::check::{run, said, sources};

/// The complaints of a document, one line each: severity, code, line and column.
fn places(document: &str) -> Vec<String> {
    let sources = sources(document, None);
    let report = run(&sources).report;
    diagnostic::render::json(&report, &sources)
        .lines()
        .map(|line| {
            let one: serde_json::Value = serde_json::from_str(line).expect("each line is a JSON object");
            let keys: Vec<&String> = one.as_object().expect("an object").keys().collect();
            assert_eq!(keys.len(), 8, "{keys:?}");
            let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
            format!("{} {} {}:{}", text("severity"), text("code"), one["line"], one["column"])
        })
        .collect()
}

#[test]
fn everything_wrong_with_a_document_is_said_at_once() {
    let document = "\
openapi: 3.0.3
paths:
  /pets:
    get:
      colour: red
      responses:
        '200':
          description: Done.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Nobody'
components:
  schemas:
    Pet:
      type: objekt
      properties:
        name: {type: string}
        name: {type: integer}
";
    assert_eq!(
        places(document),
        [
            "error missing-member 1:1",
            "warning unknown-keyword 5:7",
            "error dangling-reference 12:23",
            "error unknown-type 16:13",
            "error duplicate-key 19:9",
        ]
    );
    assert!(run(&sources(document, None)).files.is_none(), "nothing is written");
}

#[test]
fn a_text_that_cannot_be_read_is_said_at_its_place() {
    assert_eq!(places("openapi: 3.0.3\ninfo:\n\ttitle: Sample\n"), ["error unreadable-text 3:1"]);
}

#[test]
fn a_warning_writes_all_the_same() {
    let document = "openapi: 3.0.3\ninfo: {title: Sample, version: '1'}\npaths: {}\ncolour: red\n";
    let outcome = run(&sources(document, None));
    assert_eq!(outcome.report.diagnostics()[0].severity, Severity::Warning);
    assert!(outcome.files.is_some());
}

#[test]
fn settings_are_held_to_their_keys() {
    let document = "openapi: 3.0.3\ninfo: {title: Sample, version: '1'}\npaths: {}\n";
    let said = said(&sources(document, Some("[service]\nrequest-id = \"x\"\n")));
    assert!(said.contains("settings.toml:2:1"), "{said}");
    assert!(said.contains("request_id"), "the way out is named: {said}");
}
