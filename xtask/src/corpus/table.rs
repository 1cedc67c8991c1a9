//! What became of all documents, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use serde_json::json;

use super::row::{Checked, End, Row};
use super::workspace::Workspace;
use crate::arguments::CorpusArguments;
use crate::console::{Console, MessageFormat};
use crate::failure::Exit;
use crate::paths;

/// So many reasons are printed for each document that failed.
const REASONS: usize = 5;

/// Prints the rows, and says whether all is well.
pub(super) fn print(
    arguments: &CorpusArguments,
    rows: &[Row],
    others: usize,
    workspace: Option<&Workspace>,
    console: &mut Console<'_>,
) -> Exit {
    match arguments.format {
        MessageFormat::Json => console.result(&objects(rows)),
        MessageFormat::Text => {
            console.result(&table(rows));
            console.result(&reasons(rows, workspace));
        }
    }
    if let Some(line) = passed_over(rows, others) {
        console.remark(&line);
    }
    let count = |passed| rows.iter().filter(|row| row.passed() == Some(passed)).count();
    let (passed, failed) = (count(true), count(false));
    console.summary(&format!("{passed} passed, {failed} failed"));
    if failed == 0 { Exit::Done } else { Exit::Failed }
}

/// One row for each document that was not passed over.
fn table(rows: &[Row]) -> String {
    let head = ["document", "operations", "types", "errors", "warnings", "notes", "lines", "generated", "result"];
    let mut cells = vec![head.map(str::to_owned)];
    cells.extend(rows.iter().filter(|row| row.passed().is_some()).map(|row| {
        [
            row.document.clone(),
            row.summary.operations.to_string(),
            row.summary.types.to_string(),
            row.said.errors.to_string(),
            row.said.warnings.to_string(),
            row.said.notes.to_string(),
            row.lines.to_string(),
            seconds(row.took),
            result(row),
        ]
    }));
    let width = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut text = String::new();
    for row in &cells {
        // Words to the left, numbers to the right.
        let _ = write!(text, "{:<width$}", row[0], width = widths[0]);
        for (cell, width) in row[1..head.len() - 1].iter().zip(&widths[1..]) {
            let _ = write!(text, "  {cell:>width$}");
        }
        let _ = writeln!(text, "  {}", row[head.len() - 1]);
    }
    text
}

fn seconds(took: Duration) -> String {
    format!("{:.2} s", took.as_secs_f64())
}

/// For example `refused: 3 errors`.
fn result(row: &Row) -> String {
    match &row.end {
        End::PassedOver(why) => format!("passed over: {why}"),
        End::Refused => format!("refused: {}", counted(row.said.errors, "error")),
        End::Stopped(_) => "FAILED: the disk".to_owned(),
        End::Panicked(_) => "FAILED: a panic".to_owned(),
        End::Unexplained(_) => "FAILED: refused without a reason".to_owned(),
        End::Generated => "generated".to_owned(),
        End::Checked(checked) => compiled(checked),
    }
}

fn compiled(checked: &Checked) -> String {
    let when = checked.took.map_or_else(|| "as before".to_owned(), seconds);
    let counts = [(checked.errors.len(), "error"), (checked.warnings.len(), "warning")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(count, noun));
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() { format!("checked, {when}") } else { format!("FAILED: {}, {when}", counts.join(", ")) }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Why documents failed.
fn reasons(rows: &[Row], workspace: Option<&Workspace>) -> String {
    let mut text = String::new();
    for row in rows {
        let reasons = row.reasons();
        if reasons.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{}:", row.document);
        for reason in reasons.iter().take(REASONS) {
            let _ = writeln!(text, "  {reason}");
        }
        let more = reasons.len().saturating_sub(REASONS);
        if let (1.., Some(workspace)) = (more, workspace) {
            let (manifest, package) = (paths::shown(&workspace.manifest()), &row.package);
            let _ = writeln!(text, "  and {more} more: cargo check --manifest-path {manifest} --package {package}");
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// For example `passed over: 1 file that is neither YAML nor JSON, 3 files: no OpenAPI document`.
fn passed_over(rows: &[Row], others: usize) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        if let End::PassedOver(why) = row.end {
            *counts.entry(why).or_default() += 1;
        }
    }
    if others > 0 {
        counts.insert("neither YAML nor JSON by its name", others);
    }
    let counts: Vec<String> =
        counts.into_iter().map(|(why, count)| format!("{} ({why})", counted(count, "file"))).collect();
    (!counts.is_empty()).then(|| format!("passed over: {}", counts.join(", ")))
}

/// One JSON object a line for each document, those that were passed over too.
fn objects(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows {
        let checked = match &row.end {
            End::Checked(checked) => Some(checked),
            _ => None,
        };
        let object = json!({
            "document": row.document,
            "package": row.package,
            "passed": row.passed(),
            "result": result(row),
            "operations": row.summary.operations,
            "types": row.summary.types,
            "errors": row.said.errors,
            "warnings": row.said.warnings,
            "notes": row.said.notes,
            "lines": row.lines,
            "generation_seconds": row.took.as_secs_f64(),
            "check_seconds": checked.and_then(|checked| checked.took).map(|took| took.as_secs_f64()),
            "reasons": row.reasons(),
        });
        let _ = writeln!(text, "{object}");
    }
    text
}
