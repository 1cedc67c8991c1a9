//! What documents become, as a dump that a person can read.

mod dump;
mod operations;
mod polling;
mod reported;
mod schemas;

use crate::diagnostic::{Report, Severity};
use crate::parse::parse;
use crate::source::{Source, Sources};

use super::lower;

/// The document whose schemas are `schemas`, in YAML; nothing else is in it.
fn schemas(schemas: &str) -> String {
    let indented = indented(schemas, "    ");
    format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{indented}")
}

/// The document whose paths are `paths`, with further sections.
fn paths(paths: &str, rest: &str) -> String {
    let indented = indented(paths, "  ");
    format!("openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n{indented}{rest}")
}

fn indented(text: &str, by: &str) -> String {
    text.lines().flat_map(|line| [by, line, "\n"]).collect()
}

/// Lowers a document, and compares the dump of the API and of what is reported with what is expected.
#[track_caller]
fn check(document: &str, expected: &str) {
    let found = run(document);
    let expected = expected.trim_matches('\n');
    assert!(found == expected, "found:\n{found}\n\nexpected:\n{expected}\n");
}

fn run(document: &str) -> String {
    let mut report = Report::default();
    let document = Source { name: "test.yaml".to_owned(), text: document.to_owned() };
    let sources = Sources { document, settings: None };
    let parsed = parse(&sources, &mut report);
    let api = parsed.as_ref().and_then(|document| lower(document, &mut report));
    let mut lines = api.as_ref().map(dump::lines).unwrap_or_default();
    for diagnostic in report.diagnostics() {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let mut line =
            format!("{severity} {} at {}: {}", diagnostic.code, diagnostic.place.pointer, diagnostic.message);
        if let Some(help) = &diagnostic.help {
            line = format!("{line} ({help})");
        }
        lines.push(line);
    }
    lines.join("\n")
}
