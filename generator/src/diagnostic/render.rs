//! Diagnostics as text for people, and as JSON lines for programs.

mod excerpt;
mod fold;
mod paint;
mod visible;

use std::fmt::Write as _;

use super::{Diagnostic, Report, Severity};
use crate::source::{Place, Source, SourceId, Sources, Span, locate};
use excerpt::excerpt;
use fold::{Folded, fold};
use paint::Paint;
use visible::printable;

/// How a text for people looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// ANSI escapes, for a terminal.
    pub colour: bool,
    /// Every diagnostic in full, however many are alike.
    pub verbose: bool,
}

/// A diagnostic, and where it is in its text.
type Located<'report> = (Span, &'report Diagnostic);

/// All diagnostics of a report, for a person at a terminal: in the order of their places, errors last, where they are seen.
///
/// Each says `severity[code]: message` and ` --> file:line:column`, shows the line, and ends with its JSON pointer and
/// with what stands in or the way out. Many alike fold into one, with their count, what each of them says and where the
/// next ones are.
pub fn text(report: &Report, sources: &Sources, style: Style) -> String {
    let paint = Paint { colour: style.colour };
    let mut located = located(report, sources);
    located.sort_by_key(|(_, diagnostic)| diagnostic.severity == Severity::Error);
    let shown = if style.verbose { located.into_iter().map(fold::alone).collect() } else { fold(&located) };
    let mut text = String::new();
    for (diagnostic, folded) in &shown {
        one(&mut text, *diagnostic, source(sources, diagnostic.1.place.source), paint);
        if let Some(folded) = folded {
            more(&mut text, *diagnostic, folded, paint);
        }
        text.push('\n');
    }
    text
}

/// All diagnostics of a report in the order of their places, one JSON object a line:
/// `{"severity","code","pointer","file","line","column","message","help"}`. Nothing is folded; `help` may be `null`.
pub fn json(report: &Report, sources: &Sources) -> String {
    let mut text = String::new();
    for (span, diagnostic) in located(report, sources) {
        let field = |text: &str| serde_json::Value::from(text).to_string();
        let _ = writeln!(
            text,
            r#"{{"severity":"{}","code":"{}","pointer":{},"file":{},"line":{},"column":{},"message":{},"help":{}}}"#,
            diagnostic.severity.word(),
            diagnostic.code,
            field(diagnostic.place.pointer.as_str()),
            field(&source(sources, diagnostic.place.source).name),
            span.line,
            span.column,
            field(&diagnostic.message),
            diagnostic.help.as_deref().map_or_else(|| "null".to_owned(), field),
        );
    }
    text
}

/// The diagnostics with their spans, by file, line and column, and otherwise as they were found.
fn located<'report>(report: &'report Report, sources: &Sources) -> Vec<Located<'report>> {
    let diagnostics = report.diagnostics();
    if diagnostics.is_empty() {
        return Vec::new();
    }
    let places: Vec<Place> = diagnostics.iter().map(|diagnostic| diagnostic.place.clone()).collect();
    let mut located: Vec<Located<'report>> = locate(sources, &places).into_iter().zip(diagnostics).collect();
    located.sort_by_key(|(span, diagnostic)| (diagnostic.place.source, span.start));
    located
}

fn source(sources: &Sources, id: SourceId) -> &Source {
    match (id, &sources.settings) {
        (SourceId::Settings, Some(settings)) => settings,
        _ => &sources.document,
    }
}

fn one(text: &mut String, (span, diagnostic): Located<'_>, source: &Source, paint: Paint) {
    let head = paint.severity(diagnostic.severity, &format!("{}[{}]", diagnostic.severity.word(), diagnostic.code));
    let _ = writeln!(text, "{head}{}", paint.bold(&format!(": {}", printable(&diagnostic.message))));
    let number = span.line.to_string();
    let margin = margin(span);
    let name = printable(&source.name);
    let _ = writeln!(text, "{margin}{} {name}:{}:{}", paint.frame("-->"), span.line, span.column);
    let shown = excerpt(&source.text, span);
    let bar = paint.frame("|");
    let _ = writeln!(text, "{margin} {bar}");
    let line = if shown.line.is_empty() { String::new() } else { format!(" {}", shown.line) };
    let _ = writeln!(text, "{} {bar}{line}", paint.frame(&number));
    let carets = paint.severity(diagnostic.severity, &"^".repeat(shown.width));
    let _ = writeln!(text, "{margin} {bar} {}{carets}", " ".repeat(shown.indent));
    let mut fact = |word: &str, fact: &str| {
        let _ = writeln!(text, "{margin} {} {}: {}", paint.frame("="), paint.bold(word), printable(fact));
    };
    let pointer = diagnostic.place.pointer.as_str();
    if !pointer.is_empty() {
        fact("at", pointer);
    }
    if let Some(help) = &diagnostic.help {
        fact("help", help);
    }
}

/// What is folded into the diagnostic before.
fn more(text: &mut String, (span, diagnostic): Located<'_>, folded: &Folded<'_>, paint: Paint) {
    let margin = margin(span);
    let head = paint.bold(&format!("and {} more like it", folded.count));
    let _ = write!(text, "{margin} {} {head}, which `--verbose` shows: ", paint.frame("="));
    if let Some(saying) = folded.same(diagnostic) {
        let _ = writeln!(text, "{}", saying.places());
        return;
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    for saying in &folded.sayings {
        let help = saying.help.filter(|help| diagnostic.help.as_deref() != Some(help));
        let help = help.map(|help| format!(" ({})", printable(help))).unwrap_or_default();
        let _ = writeln!(text, "{margin}   - {}{help}: {}", printable(saying.message), saying.places());
    }
    if folded.unsaid > 0 {
        let _ = writeln!(text, "{margin}   - and {} others", folded.unsaid);
    }
}

fn margin(span: Span) -> String {
    " ".repeat(span.line.to_string().len())
}

impl Severity {
    /// The word for it.
    fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

#[cfg(test)]
mod tests;
