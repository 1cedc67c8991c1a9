//! Diagnostics as text for people, and as JSON lines for programs.

mod excerpt;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Diagnostic, Report, Severity};
use crate::character::turns_around;
use crate::source::{Place, Source, SourceId, Sources, Span, locate};
use excerpt::excerpt;

/// How many errors of one code are shown in full.
const ERRORS: usize = 40;
/// How many warnings or notes of one code are shown in full.
const OTHERS: usize = 5;

/// All diagnostics of a report in the order of their places, for a person at a terminal.
///
/// Each says `severity[code]: message`, ` --> file:line:column`, shows the line, and ends with what stands in or the
/// way out. Many of one code fold into one line with their count. `colour` adds ANSI escapes.
pub fn text(report: &Report, sources: &Sources, colour: bool) -> String {
    let paint = Paint { colour };
    let mut shown: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    let mut folded: BTreeMap<(Severity, &str), (usize, String)> = BTreeMap::new();
    let mut text = String::new();
    for (span, diagnostic) in located(report, sources) {
        let key = (diagnostic.severity, diagnostic.code);
        let count = shown.entry(key).or_default();
        *count += 1;
        let source = source(sources, diagnostic.place.source);
        if *count <= if diagnostic.severity == Severity::Error { ERRORS } else { OTHERS } {
            one(&mut text, diagnostic, span, source, paint);
        } else {
            let first = || (0, format!("{}:{}:{}", source.name, span.line, span.column));
            folded.entry(key).or_insert_with(first).0 += 1;
        }
    }
    for ((severity, code), (count, first)) in folded {
        let head = paint.severity(severity, &format!("{}[{code}]", severity.word()));
        let _ = writeln!(text, "{head}: {count} more like these, the next at {first}\n");
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
fn located<'report>(report: &'report Report, sources: &Sources) -> Vec<(Span, &'report Diagnostic)> {
    let diagnostics = report.diagnostics();
    if diagnostics.is_empty() {
        return Vec::new();
    }
    let places: Vec<Place> = diagnostics.iter().map(|diagnostic| diagnostic.place.clone()).collect();
    let mut located: Vec<(Span, &Diagnostic)> = locate(sources, &places).into_iter().zip(diagnostics).collect();
    located.sort_by_key(|(span, diagnostic)| (diagnostic.place.source, span.start));
    located
}

fn source(sources: &Sources, id: SourceId) -> &Source {
    match (id, &sources.settings) {
        (SourceId::Settings, Some(settings)) => settings,
        _ => &sources.document,
    }
}

fn one(text: &mut String, diagnostic: &Diagnostic, span: Span, source: &Source, paint: Paint) {
    let head = paint.severity(diagnostic.severity, &format!("{}[{}]", diagnostic.severity.word(), diagnostic.code));
    let _ = writeln!(text, "{head}{}", paint.bold(&format!(": {}", printable(&diagnostic.message))));
    let number = span.line.to_string();
    let margin = " ".repeat(number.len());
    let _ = writeln!(text, "{margin}{} {}:{}:{}", paint.frame("-->"), source.name, span.line, span.column);
    let shown = excerpt(&source.text, span);
    let bar = paint.frame("|");
    let _ = writeln!(text, "{margin} {bar}");
    let _ = writeln!(text, "{} {bar} {}", paint.frame(&number), shown.line);
    let carets = paint.severity(diagnostic.severity, &"^".repeat(shown.width));
    let _ = writeln!(text, "{margin} {bar} {}{carets}", " ".repeat(shown.indent));
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(text, "{margin} {} {}: {}", paint.frame("="), paint.bold("help"), printable(help));
    }
    text.push('\n');
}

/// A text of the document on a terminal: nothing of it takes effect.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| if character.is_control() || turns_around(character) { ' ' } else { character })
        .collect()
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

/// ANSI escapes, where they are wanted.
#[derive(Clone, Copy)]
struct Paint {
    colour: bool,
}

impl Paint {
    fn severity(self, severity: Severity, text: &str) -> String {
        let code = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "1;33",
            Severity::Note => "1;32",
        };
        self.escape(code, text)
    }

    fn bold(self, text: &str) -> String {
        self.escape("1", text)
    }

    fn frame(self, text: &str) -> String {
        self.escape("1;34", text)
    }

    fn escape(self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests;
