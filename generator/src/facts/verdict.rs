//! What became of a change.

use std::collections::BTreeMap;

use super::{Change, Fact};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::outcome::{Files, Outcome};

/// What became of a change of one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The generated code is another; for what is said to people alone, the documentation is.
    Honoured,
    /// Only the documentation is another.
    Documented,
    /// Nothing or only the documentation is another, and a diagnostic says that the fact is not honoured, or the settings
    /// choose a type that stands in.
    Reported,
    /// The changed document has an error.
    Rejected,
    /// Neither the files nor the diagnostics know of it.
    Silent,
}

/// The diagnostics that say of a whole part of the document that it is not honoured, and so of everything in it. Any other
/// speaks of its own place alone.
const OF_ALL_WITHIN: &[&str] = &[
    "all-of",
    "conditions",
    "content-beside-schema",
    "content-of-header",
    "content-of-parameter",
    "content-type-header",
    "content-without-body",
    "cookie",
    "default",
    "discriminator",
    "enumerated-twice",
    "enumeration",
    "enumeration-words",
    "header-twice",
    "ignored-sibling",
    "long-example",
    "media-type",
    "misplaced-keyword",
    "misplaced-member",
    "newer-keyword",
    "no-content",
    "no-media-type",
    "no-status",
    "not",
    "not-honoured",
    "other-media-type",
    "outside-reference",
    "parameter-twice",
    "property-names",
    "query-permission",
    "reserved-header",
    "retry-after",
    "schema-of-text",
    "style",
    "undeclared-server-variable",
    "unknown-keyword",
    "unknown-status",
    "too-many-alternatives",
    "unused-component",
    "unused-variable",
];

/// What the change of a fact made of an outcome.
pub(super) fn judge(fact: &Fact, before: &Outcome, after: &Outcome) -> Verdict {
    let Some(files) = &after.files else {
        return Verdict::Rejected;
    };
    let old = before.files.as_ref();
    if old.is_some_and(|old| if fact.prose { old != files } else { !same_code(old, files) }) {
        return Verdict::Honoured;
    }
    let covered = match fact.change {
        Change::Removed => &before.report,
        Change::Added | Change::Changed | Change::Renamed => &after.report,
    };
    if covers(covered, fact) || sentences(&before.report) != sentences(&after.report) {
        return Verdict::Reported;
    }
    if old == Some(files) { Verdict::Silent } else { Verdict::Documented }
}

/// Whether two sets of files are the same but for what people read.
fn same_code(old: &Files, new: &Files) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|((path, old), (other, new))| {
            path == other && (old == new || is_document(path) || code(path, old).eq(code(path, new)))
        })
}

fn is_document(path: &str) -> bool {
    path.rsplit('.').next() == Some("md")
}

/// The lines of a file that are no documentation, without the blanks that a shorter or longer sentence leaves.
fn code<'text>(path: &str, text: &'text str) -> impl Iterator<Item = &'text str> {
    let is_manifest = path.ends_with("Cargo.toml");
    let lines = text.lines().map(str::trim);
    let is_words = move |line: &&str| line.starts_with("//") || (is_manifest && line.starts_with("description"));
    lines.filter(move |line| !is_words(line))
}

/// Whether a warning stands at the fact, or says of a part that holds it that nothing in it is honoured.
fn covers(report: &Report, fact: &Fact) -> bool {
    let at = fact.pointer.as_str();
    report.diagnostics().iter().any(|diagnostic| {
        let place = diagnostic.place.pointer.as_str();
        let within = at.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'));
        (place == at && diagnostic.severity == Severity::Warning)
            || ((place == at || within) && OF_ALL_WITHIN.contains(&diagnostic.code))
    })
}

/// What a report says, wherever it says it: items that move up have the same said of them elsewhere.
fn sentences(report: &Report) -> BTreeMap<(&str, &str, Option<&str>), usize> {
    let mut sentences = BTreeMap::new();
    for Diagnostic { code, message, help, .. } in report.diagnostics() {
        *sentences.entry((*code, message.as_str(), help.as_deref())).or_default() += 1;
    }
    sentences
}
