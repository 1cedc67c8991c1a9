//! What `--explain` says: every code has an explanation, and what it shows is so.

use std::collections::BTreeSet;
use std::fs;

use trueform::diagnostic::explanation::{Explanation, explanations, read};

use crate::check::{root, run, sources};
use crate::mistakes::mistakes;

/// Codes without a document that has them, each with the reason.
const NOT_SHOWN: &[(&str, &str)] = &[
    ("malformed", "no document is known that has it"),
    ("deep-references", "five hundred schemas would be a wall; the case `broken_deep_references.yaml` has them"),
    ("too-deep", "sixty schemas within each other would be a wall; the case `broken_too_deep.yaml` has them"),
];

/// A document and settings that an explanation shows.
#[derive(Default)]
struct Fragment {
    document: String,
    settings: Option<String>,
    is_shown: bool,
}

/// The fragments of an explanation whose fences say `word`.
fn fragment(explanation: &Explanation, word: &str) -> Fragment {
    let mut fragment = Fragment::default();
    let mut is_whole = false;
    for fenced in explanation.text.split("```").skip(1).step_by(2) {
        let (info, text) = fenced.split_once('\n').expect("a fence has lines");
        let words: Vec<&str> = info.split(' ').collect();
        assert!(["erroneous", "mended", "sketch"].contains(&words[1]), "{}: {info}", explanation.code);
        if words[1] != word {
            continue;
        }
        fragment.is_shown = true;
        match words[0] {
            "yaml" => fragment.document.push_str(text),
            "toml" => fragment.settings = Some(text.to_owned()),
            other => panic!("{}: a fragment in {other}", explanation.code),
        }
        is_whole |= words.contains(&"whole");
    }
    if !is_whole {
        let document = fragment.document.clone();
        let holds = |key: &str| document.lines().any(|line| line.starts_with(key));
        let needed = [("openapi:", "3.0.3"), ("info:", "{title: Sample, version: '1'}"), ("paths:", "{}")];
        for (key, value) in needed.iter().rev().filter(|(key, _)| !holds(key)) {
            fragment.document.insert_str(0, &format!("{key} {value}\n"));
        }
    }
    fragment
}

fn codes(fragment: &Fragment) -> BTreeSet<&'static str> {
    let report = run(&sources(&fragment.document, fragment.settings.as_deref())).report;
    report.diagnostics().iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn every_code_is_explained_once() {
    let made: BTreeSet<String> = mistakes().into_iter().map(|mistake| mistake.code).collect();
    let explained: Vec<String> = explanations().map(|explanation| explanation.code.to_owned()).collect();
    let once: BTreeSet<String> = explained.iter().cloned().collect();
    assert_eq!(once.len(), explained.len(), "a code is explained twice");
    let without: Vec<&String> = made.difference(&once).collect();
    assert!(without.is_empty(), "codes without an explanation: {without:?}");
    let stale: Vec<&String> = once.difference(&made).collect();
    assert!(stale.is_empty(), "explanations of codes that there are not: {stale:?}");
}

#[test]
fn what_is_shown_as_erroneous_has_the_code_and_what_is_shown_as_mended_says_nothing() {
    let mut wrong = Vec::new();
    for explanation in explanations() {
        let erroneous = fragment(&explanation, "erroneous");
        let mended = fragment(&explanation, "mended");
        let code = explanation.code;
        if NOT_SHOWN.iter().any(|(hidden, _)| *hidden == code) {
            assert!(!erroneous.is_shown, "{code} is shown all the same");
        } else if !erroneous.is_shown || !mended.is_shown {
            wrong.push(format!("{code}: nothing is shown as erroneous, or as mended"));
        } else if codes(&erroneous) != BTreeSet::from([code]) {
            wrong.push(format!("{code}: the erroneous fragment has {:?}", codes(&erroneous)));
        }
        if mended.is_shown && !codes(&mended).is_empty() {
            wrong.push(format!("{code}: the mended fragment has {:?}", codes(&mended)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn explanations_begin_with_one_sentence() {
    for explanation in explanations() {
        let summary = explanation.summary;
        assert!(summary.ends_with('.') || summary.ends_with("`."), "{}: {summary}", explanation.code);
        assert!(summary.chars().count() <= 100, "{}: {summary}", explanation.code);
        let (_, behind) = explanation.text.split_once('\n').expect("there is more than a summary");
        assert!(behind.starts_with('\n'), "{}: the summary is a paragraph of its own", explanation.code);
    }
}

#[test]
fn what_stops_a_command_is_explained_too() {
    let path = |path: &str| fs::read_to_string(root().join(path)).expect("a source can be read");
    let explained = path("xtask/src/explain/commands.md");
    let explained: BTreeSet<&str> =
        read(Box::leak(explained.into_boxed_str())).map(|explanation| explanation.code).collect();
    let failures = path("xtask/src/failure.rs");
    let mut made: BTreeSet<&str> = failures
        .split("Self::new(Exit::")
        .skip(1)
        .map(|call| call.split('"').nth(1).expect("the code is the first text of a call"))
        .collect();
    assert!(made.len() > 12, "only {} failures were found", made.len());
    // Said by `Console::stale`, which makes no failure.
    made.insert("stale");
    assert_eq!(explained, made);
}
