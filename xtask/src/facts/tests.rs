use std::fs;

use super::run;
use crate::arguments::{FactsArguments, VerdictName};
use crate::console::{Console, MessageFormat};
use crate::failure::Exit;

const PETS: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components: {schemas: {Name: {type: string, maxLength: 40}}}
";

/// How the command ends on a document, and what it prints.
fn facts(document: &str, arguments: FactsArguments) -> (Exit, String, String) {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let file = folder.path().join("pets.yaml");
    fs::write(&file, document).expect("there is room for a file");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = FactsArguments { files: vec![file], ..arguments };
    let exit = run(&arguments, &mut Console::new(arguments.format, &mut out, &mut err));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
    (exit, text(out), text(err))
}

fn arguments() -> FactsArguments {
    FactsArguments {
        files: Vec::new(),
        sample: None,
        seed: 0,
        jobs: Some(2),
        at_least: None,
        list: Vec::new(),
        config: None,
        format: MessageFormat::Text,
    }
}

#[test]
fn a_document_is_measured() {
    let (exit, out, err) = facts(PETS, arguments());
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let last = out.lines().last().unwrap_or_default();
    assert!(last.contains("pets.yaml: ") && last.contains(" honoured (") && last.contains(", 0 silent ("), "{out}");
    assert!(out.lines().any(|line| line.trim_start().starts_with("removed ")), "{out}");
}

#[test]
fn facts_are_listed_at_their_places() {
    let list = FactsArguments { list: vec![VerdictName::Honoured], ..arguments() };
    let (_, out, _) = facts(PETS, list);
    let line = out.lines().find(|line| line.ends_with("changed /components/schemas/Name/maxLength"));
    assert!(line.is_some_and(|line| line.starts_with("honoured: ") && line.contains("pets.yaml:4:56: ")), "{out}");
}

#[test]
fn json_has_every_fact_in_a_line() {
    let (_, out, err) = facts(PETS, FactsArguments { format: MessageFormat::Json, ..arguments() });
    let objects: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert!(err.contains(&format!(": {} facts: ", objects.len())), "{err}");
    assert!(objects.iter().any(|fact| {
        fact["pointer"] == "/components/schemas/Name/maxLength" && fact["verdict"] == "honoured" && fact["line"] == 4
    }));
}

#[test]
fn a_sample_is_the_same_each_time_and_another_with_another_seed() {
    let sample = |seed| {
        let list = vec![VerdictName::Honoured, VerdictName::Documented, VerdictName::Rejected, VerdictName::Reported];
        let (_, out, _) = facts(PETS, FactsArguments { sample: Some(8), seed, list, ..arguments() });
        let pointers: Vec<String> = out.lines().filter_map(|line| line.split(": ").last().map(str::to_owned)).collect();
        pointers.into_iter().filter(|line| line.contains(" /")).collect::<Vec<_>>()
    };
    assert_eq!(sample(1).len(), 8);
    assert_eq!(sample(1), sample(1));
    assert_ne!(sample(1), sample(2));
}

#[test]
fn too_little_is_a_failure() {
    let (exit, _, _) = facts(PETS, FactsArguments { at_least: Some(100.1), ..arguments() });
    assert_eq!(exit, Exit::Failed);
    let (exit, _, _) = facts(PETS, FactsArguments { at_least: Some(50.0), ..arguments() });
    assert_eq!(exit, Exit::Done);
}

#[test]
fn what_cannot_be_generated_is_not_measured() {
    let (exit, out, err) =
        facts("openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\ntags: [{}]\n", arguments());
    assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
    assert!(err.contains("missing-member") && err.contains("nothing to measure"), "{err}");
    let (exit, _, err) = facts("a: [", arguments());
    assert_eq!(exit, Exit::Failed);
    assert!(err.contains("unreadable-text"), "{err}");
}
