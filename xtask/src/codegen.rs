//! `cargo xtask codegen`: documents in, crates out.
//!
//! Everything is read and generated in memory first; only when no document has an error is anything written.

mod jobs;
mod runtime_sources;

use std::path::Path;
use std::time::Instant;

use trueform::diagnostic::{Report, Severity};
use trueform::{Files, LeftOut, Outcome, Summary};

use crate::arguments::CodegenArguments;
use crate::console::Console;
use crate::explain;
use crate::failure::{Exit, Failure};
use crate::folder::Changes;
use crate::paths::shown;
use jobs::Job;

/// A job whose document was good, and what it changes.
struct Done {
    job: Job,
    summary: Summary,
    /// How much was said of it.
    said: String,
    changes: Changes,
    started: Instant,
}

/// Runs the command in the repository at `root`.
pub fn run(arguments: &CodegenArguments, root: &Path, console: &mut Console<'_>) -> Exit {
    if let Some(code) = &arguments.explain {
        return explain::run(code.as_deref(), console);
    }
    let exit = try_run(arguments, root, console).unwrap_or_else(|failure| {
        console.failure(&failure);
        failure.exit
    });
    console.read_more();
    exit
}

fn try_run(arguments: &CodegenArguments, root: &Path, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let deny_warnings = arguments.deny.is_some();
    let Some(jobs) = jobs::find(arguments, root, console)? else {
        return Ok(Exit::Failed);
    };
    let mut done = Vec::new();
    let mut exit = Exit::Done;
    for job in jobs {
        let started = Instant::now();
        match generate(&job, deny_warnings, console)? {
            Some(Generated { files, summary, said }) => {
                let changes = job.folder.compare(&files)?;
                done.push(Done { job, summary, said, changes, started });
            }
            None => exit = Exit::Failed,
        }
    }
    if exit == Exit::Failed {
        return Ok(exit);
    }
    for each in done {
        exit = each.finish(arguments, console)?.max(exit);
    }
    Ok(exit)
}

/// What a document gives.
struct Generated {
    files: Files,
    summary: Summary,
    said: String,
}

/// The files of a job, unless its document has errors that stop it.
fn generate(job: &Job, deny_warnings: bool, console: &mut Console<'_>) -> Result<Option<Generated>, Failure> {
    console.working(Some(&job.shown.document.name));
    let Outcome { files, report, summary, left_out, can_keep_going } = trueform::generate(&job.sources, &job.options);
    console.working(None);
    let is_denied = deny_warnings && report.diagnostics().iter().any(|said| said.severity == Severity::Warning);
    let report = if deny_warnings { denied(&report) } else { report };
    console.report(&report, &job.shown);
    let Some(mut files) = files.filter(|_| !is_denied) else {
        let name = &job.shown.document.name;
        let way_on = if can_keep_going { "; to generate what can be: --keep-going" } else { "" };
        console.remark(&format!("{name}: {}; nothing was written{way_on}", said(&report)));
        return Ok(None);
    };
    if let Some(runtime) = &job.runtime {
        files.extend(runtime_sources::read(runtime)?);
    }
    let parts = [said(&report), without(&left_out)];
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    Ok(Some(Generated { files, summary, said }))
}

/// The same report with its warnings as errors.
fn denied(report: &Report) -> Report {
    let mut denied = Report::default();
    for diagnostic in report.diagnostics() {
        let mut diagnostic = diagnostic.clone();
        if diagnostic.severity == Severity::Warning {
            diagnostic.severity = Severity::Error;
        }
        denied.push(diagnostic);
    }
    denied
}

impl Done {
    fn finish(&self, arguments: &CodegenArguments, console: &mut Console<'_>) -> Result<Exit, Failure> {
        if arguments.check && !self.changes.is_empty() {
            self.complain(arguments, console);
            return Ok(Exit::Failed);
        }
        if !arguments.check {
            self.job.folder.apply(&self.changes)?;
        }
        console.summary(&self.line(arguments.check));
        Ok(Exit::Done)
    }

    fn complain(&self, arguments: &CodegenArguments, console: &mut Console<'_>) {
        let out = shown(self.job.folder.path());
        let command = match (&arguments.spec, &arguments.config) {
            (None, None) => "`cargo xtask codegen`",
            _ => "the same command without --check",
        };
        for (path, message) in self.changes.complaints() {
            console.stale(&format!("{out}/{path}"), message, command);
        }
        console.difference(&self.changes.difference(&out));
        console.remark(&format!(
            "{out}/ is not what {} says: {}; run {command}",
            self.job.shown.document.name,
            self.changes.count("to write", "to delete"),
        ));
    }

    /// What was done, for example `spec/cdexhub.yaml → generated/: 1 operation, 7 types, 45 enumeration values, 2 bounds; 14 files
    /// written, 3 unchanged; 1 warning (12 ms)`.
    fn line(&self, check: bool) -> String {
        let Summary { operations, types, enumeration_values, bounds, .. } = self.summary;
        let facts = [
            counted(operations, "operation"),
            counted(types, "type"),
            counted(enumeration_values, "enumeration value"),
            counted(bounds, "bound"),
        ]
        .join(", ");
        let effect = match (self.changes.is_empty(), check) {
            (true, true) => format!("up to date: {}", counted(self.changes.unchanged, "file")),
            (true, false) => {
                format!("nothing to write: {} unchanged", counted(self.changes.unchanged, "file"))
            }
            (false, _) => {
                let changed = self.changes.count("written", "deleted");
                format!("{changed}, {} unchanged", self.changes.unchanged)
            }
        };
        let said = if self.said.is_empty() { String::new() } else { format!("; {}", self.said) };
        format!(
            "{} → {}/: {facts}; {effect}{said} ({} ms)",
            self.job.shown.document.name,
            shown(self.job.folder.path()),
            self.started.elapsed().as_millis(),
        )
    }
}

/// How much a report says, for example `2 errors, 1 warning`.
fn said(report: &Report) -> String {
    let words = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let count = |severity| {
        let diagnostics = report.diagnostics().iter();
        diagnostics.filter(|diagnostic| diagnostic.severity == severity).count()
    };
    let counts = words.map(|(severity, word)| (count(severity), word));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    counts.map(|(count, word)| counted(count, word)).collect::<Vec<_>>().join(", ")
}

/// What was left out, for example `left out: 1 operation, 2 replies' contents`.
fn without(left_out: &LeftOut) -> String {
    let LeftOut { operations, parameters, bodies, replies, schemas, others } = *left_out;
    let counts = [
        (operations, "operation", "operations"),
        (parameters, "parameter", "parameters"),
        (bodies, "body", "bodies"),
        (replies, "reply's content", "replies' contents"),
        (schemas, "schema", "schemas"),
        (others, "other part", "other parts"),
    ];
    let counts = counts.into_iter().filter(|(count, _, _)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(count, one, more)| format!("{count} {}", if count == 1 { one } else { more })).collect();
    if counts.is_empty() { String::new() } else { format!("left out: {}", counts.join(", ")) }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests;
