//! What was measured, for people and for programs.

use std::fmt::Write;
use std::time::Duration;

use serde_json::json;
use trueform::facts::{Change, Fact, Verdict};
use trueform::source::{On, Place, SourceId, Sources, Span, locate};

use super::measure::Measured;
use crate::arguments::{FactsArguments, VerdictName};
use crate::console::{Console, MessageFormat};

const VERDICTS: [(Verdict, VerdictName, &str); 5] = [
    (Verdict::Honoured, VerdictName::Honoured, "honoured"),
    (Verdict::Documented, VerdictName::Documented, "documented"),
    (Verdict::Reported, VerdictName::Reported, "reported"),
    (Verdict::Rejected, VerdictName::Rejected, "rejected"),
    (Verdict::Silent, VerdictName::Silent, "silent"),
];

const CHANGES: [(Change, &str); 4] = [
    (Change::Changed, "changed"),
    (Change::Renamed, "renamed"),
    (Change::Removed, "removed"),
    (Change::Added, "added"),
];

/// Prints what was measured of a document.
pub(super) fn print(
    arguments: &FactsArguments,
    sources: &Sources,
    measured: &Measured<'_>,
    took: Duration,
    console: &mut Console<'_>,
) {
    let line = summary(&sources.document.name, measured, took);
    match arguments.format {
        MessageFormat::Json => {
            console.result(&objects(arguments, sources, measured));
            console.summary(&line);
        }
        MessageFormat::Text => {
            console.result(&list(arguments, sources, measured));
            console.result(&table(measured));
            console.summary(&line);
        }
    }
}

/// For example `spec/cdexhub.yaml: 812 facts: 790 honoured (97.5 % of those not rejected), …`.
fn summary(name: &str, measured: &Measured<'_>, took: Duration) -> String {
    let changed = measured.verdicts.len();
    let of = if changed == measured.facts { String::new() } else { format!(" of {}", measured.facts) };
    let counts: Vec<String> = VERDICTS
        .iter()
        .map(|(verdict, _, word)| match verdict {
            Verdict::Honoured => {
                format!("{} {word} ({:.1} % of those not rejected)", measured.count(*verdict), measured.honoured())
            }
            _ => format!("{} {word}", measured.count(*verdict)),
        })
        .collect();
    format!("{name}: {changed}{of} facts: {} ({:.1} s)", counts.join(", "), took.as_secs_f64())
}

/// One row for each way to change a fact.
fn table(measured: &Measured<'_>) -> String {
    let mut text = format!("{:>8}", "");
    for (_, _, word) in VERDICTS {
        let _ = write!(text, " {word:>10}");
    }
    text.push('\n');
    for (change, word) in CHANGES {
        let _ = write!(text, "{word:>8}");
        for (verdict, _, _) in VERDICTS {
            let met = |(fact, each): &&(&Fact, Verdict)| fact.change() == change && *each == verdict;
            let _ = write!(text, " {:>10}", measured.verdicts.iter().filter(met).count());
        }
        text.push('\n');
    }
    text
}

/// The facts to be listed, a line each: those that are dropped in silence, and the verdicts of `--list`.
fn list(arguments: &FactsArguments, sources: &Sources, measured: &Measured<'_>) -> String {
    let mut text = String::new();
    for (fact, verdict, span) in located(arguments, sources, measured) {
        let (name, pointer) = (&sources.document.name, fact.pointer());
        let (line, column) = (span.line, span.column);
        let _ = writeln!(text, "{}: {name}:{line}:{column}: {} {pointer}", word(verdict), way(fact));
    }
    text
}

/// One JSON object a line for each fact that was changed, or of the verdicts of `--list`.
fn objects(arguments: &FactsArguments, sources: &Sources, measured: &Measured<'_>) -> String {
    let mut text = String::new();
    for (fact, verdict, span) in located(arguments, sources, measured) {
        let object = json!({
            "verdict": word(verdict),
            "change": way(fact),
            "pointer": fact.pointer().as_str(),
            "file": sources.document.name,
            "line": span.line,
            "column": span.column,
        });
        let _ = writeln!(text, "{object}");
    }
    text
}

fn located<'facts>(
    arguments: &FactsArguments,
    sources: &Sources,
    measured: &Measured<'facts>,
) -> Vec<(&'facts Fact, Verdict, Span)> {
    let all = arguments.format == MessageFormat::Json && arguments.list.is_empty();
    let asked = |verdict: Verdict| {
        all || verdict == Verdict::Silent
            || VERDICTS.iter().any(|(each, name, _)| *each == verdict && arguments.list.contains(name))
    };
    let chosen: Vec<_> = measured.verdicts.iter().filter(|(_, verdict)| asked(*verdict)).collect();
    let place = |fact: &Fact| {
        let on = if fact.change() == Change::Changed { On::Value } else { On::Key };
        Place { source: SourceId::Document, pointer: fact.pointer().clone(), on }
    };
    let places: Vec<Place> = chosen.iter().map(|(fact, _)| place(fact)).collect();
    let spans = locate(sources, &places);
    chosen.into_iter().zip(spans).map(|((fact, verdict), span)| (*fact, *verdict, span)).collect()
}

fn word(verdict: Verdict) -> &'static str {
    VERDICTS.iter().find(|(each, _, _)| *each == verdict).map_or("", |(_, _, word)| word)
}

fn way(fact: &Fact) -> &'static str {
    CHANGES.iter().find(|(each, _)| *each == fact.change()).map_or("", |(_, word)| word)
}
