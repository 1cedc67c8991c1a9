//! What is said of broken documents: each complaint at its own place, all of one document in one run.

use std::collections::BTreeSet;
use std::fs;

use trueform::diagnostic::render::Style;
use trueform::diagnostic::{self, Severity};

use crate::check::{root, run, said, sources};

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
            "warning absent-member 1:1",
            "warning unknown-keyword 5:7",
            "error dangling-reference 12:23",
            "error unknown-type 16:13",
            "error duplicate-key 19:9",
        ]
    );
    assert!(run(&sources(document, None)).files.is_none(), "nothing is written");
}

/// The diagnostics that a text holds, as the members of their JSON.
fn facts_of(text: &str) -> BTreeSet<[String; 8]> {
    let fact = |block: &str| {
        let mut lines = block.lines();
        let (head, message) = lines.next().expect("a head").split_once(": ").expect("a message");
        let (severity, code) = head.split_once('[').expect("a code");
        let place = lines.next().expect("a place").trim_start().strip_prefix("--> ").expect("an arrow");
        let mut place = place.rsplitn(3, ':');
        let (column, line, file) = (place.next(), place.next(), place.next());
        let after = |word: &str| {
            let found = block.lines().find_map(|line| line.trim_start().strip_prefix(word));
            found.unwrap_or_default().to_owned()
        };
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let code = code.trim_end_matches(']').to_owned();
        [
            severity.to_owned(),
            code,
            after("= at: "),
            text(file),
            text(line),
            text(column),
            message.to_owned(),
            after("= help: "),
        ]
    };
    text.split("\n\n").filter(|block| !block.is_empty()).map(fact).collect()
}

/// A text as a terminal gets it: what would take effect there does not.
fn on_a_terminal(text: &str) -> String {
    text.replace('\n', " ").replace('\u{202e}', "\u{fffd}")
}

#[test]
fn text_and_json_say_the_same() {
    let mut said = 0;
    for entry in fs::read_dir(root().join("tests/it/cases")).expect("there are cases") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let document = fs::read_to_string(&path).expect("a case can be read");
        let sources = sources(&document, fs::read_to_string(path.with_extension("toml")).ok().as_deref());
        let report = run(&sources).report;
        let json = diagnostic::render::json(&report, &sources);
        let members = ["severity", "code", "pointer", "file", "line", "column", "message", "help"];
        let in_json: BTreeSet<[String; 8]> = json
            .lines()
            .map(|line| {
                let one: serde_json::Value = serde_json::from_str(line).expect("each line is a JSON object");
                members.map(|member| match &one[member] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => on_a_terminal(text),
                    other => other.to_string(),
                })
            })
            .collect();
        said += in_json.len();
        let in_full = Style { verbose: true, ..Style::default() };
        assert_eq!(facts_of(&diagnostic::render::text(&report, &sources, in_full)), in_json, "{}", path.display());
    }
    assert!(said > 150, "the cases say {said} things only");
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
