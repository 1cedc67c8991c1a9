//! `cargo xtask codegen`: documents in, crates out.
//!
//! Everything is read and generated in memory first; only when no document has an error is anything written.

mod folder;
mod jobs;
mod runtime_sources;
mod territory;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use trueform::diagnostic::{Diagnostic, Report, Severity};
use trueform::{Files, Summary};

use crate::console::{Console, MessageFormat};
use crate::failure::{Exit, Failure};
use crate::paths::shown;
use folder::Changes;
use jobs::Job;

/// Generate the crates of `spec/*.toml`, or with `--spec` a standalone crate from any document.
///
/// Writes only what changed, and deletes what is stale. In the folder of a crate, `src/`, `Cargo.toml`, `README.md` and
/// `api.txt` belong to this command, and in a standalone crate `runtime/` too; it never touches anything else.
///
/// Exit codes: 0 done; 1 the documents or the check failed, and nothing was written; 2 wrong usage.
#[derive(Clone, Debug, Default, Args)]
pub struct Arguments {
    /// Write nothing; exit with 1 and print the difference where a crate is not what would be generated
    #[arg(long)]
    pub check: bool,
    /// Generate a standalone crate from this document
    #[arg(long, value_name = "FILE", requires = "out")]
    pub spec: Option<PathBuf>,
    /// The folder of the standalone crate: a new, an empty, or an earlier generated one
    #[arg(long, value_name = "DIR", requires = "spec")]
    pub out: Option<PathBuf>,
    /// The name of the standalone crate; without it, the settings' name, else one made of the title
    #[arg(long, requires = "spec", value_parser = package_name)]
    pub name: Option<String>,
    /// Settings for the standalone crate, as `spec/*.toml`; their `document` and `out` are not used
    #[arg(long, value_name = "FILE", requires = "spec")]
    pub config: Option<PathBuf>,
    /// Link the runtime in this folder instead of copying its sources to DIR/runtime; a relative path is written
    /// relative to DIR, an absolute path as it is
    #[arg(long, value_name = "PATH", requires = "spec")]
    pub runtime: Option<PathBuf>,
    /// How diagnostics are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub message_format: MessageFormat,
    /// `warnings`: a fact of a document that is not honoured is an error
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    pub deny: Option<String>,
}

fn package_name(text: &str) -> Result<String, String> {
    let mut characters = text.chars();
    let begins = characters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic());
    if begins && characters.all(|next| next.is_ascii_alphanumeric() || "-_".contains(next)) {
        Ok(text.to_owned())
    } else {
        Err("a package is named with ASCII letters, digits, `-` and `_`, a letter first".to_owned())
    }
}

/// A job whose document was good, and what it changes.
struct Done {
    job: Job,
    summary: Summary,
    changes: Changes,
    started: Instant,
}

/// Runs the command in the repository at `root`.
pub fn run(arguments: &Arguments, root: &Path, console: &mut Console<'_>) -> Exit {
    match try_run(arguments, root, console) {
        Ok(exit) => exit,
        Err(failure) => {
            console.failure(&failure);
            failure.exit
        }
    }
}

fn try_run(arguments: &Arguments, root: &Path, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let deny_warnings = arguments.deny.is_some();
    let Some(jobs) = jobs::find(arguments, root, console)? else {
        return Ok(Exit::Failed);
    };
    let mut done = Vec::new();
    let mut exit = Exit::Done;
    for job in jobs {
        let started = Instant::now();
        match generate(&job, deny_warnings, console)? {
            Some((files, summary)) => {
                let changes = job.folder.compare(&files)?;
                done.push(Done {
                    job,
                    summary,
                    changes,
                    started,
                });
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

/// The files of a job, unless its document has errors.
fn generate(
    job: &Job,
    deny_warnings: bool,
    console: &mut Console<'_>,
) -> Result<Option<(Files, Summary)>, Failure> {
    let outcome = trueform::generate(&job.sources, &job.options);
    let report = if deny_warnings {
        denied(&outcome.report)
    } else {
        outcome.report
    };
    console.report(&report, &job.shown);
    let Some(mut files) = outcome.files.filter(|_| !report.has_errors()) else {
        return Ok(None);
    };
    if let Some(runtime) = &job.runtime {
        files.extend(runtime_sources::read(runtime)?);
    }
    Ok(Some((files, outcome.summary)))
}

/// The same report with its warnings as errors.
fn denied(report: &Report) -> Report {
    let mut denied = Report::default();
    for diagnostic in report.diagnostics() {
        let severity = match diagnostic.severity {
            Severity::Note => Severity::Note,
            Severity::Warning | Severity::Error => Severity::Error,
        };
        denied.push(Diagnostic {
            severity,
            ..diagnostic.clone()
        });
    }
    denied
}

impl Done {
    fn finish(&self, arguments: &Arguments, console: &mut Console<'_>) -> Result<Exit, Failure> {
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

    fn complain(&self, arguments: &Arguments, console: &mut Console<'_>) {
        let out = shown(self.job.folder.path());
        let command = match arguments.spec {
            None => "`cargo xtask codegen`",
            Some(_) => "the same command without --check",
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
    /// written, 3 unchanged (12 ms)`.
    fn line(&self, check: bool) -> String {
        let Summary {
            operations,
            types,
            enumeration_values,
            bounds,
            ..
        } = self.summary;
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
                format!(
                    "nothing to write: {} unchanged",
                    counted(self.changes.unchanged, "file")
                )
            }
            (false, _) => {
                let changed = self.changes.count("written", "deleted");
                format!("{changed}, {} unchanged", self.changes.unchanged)
            }
        };
        format!(
            "{} → {}/: {facts}; {effect} ({} ms)",
            self.job.shown.document.name,
            shown(self.job.folder.path()),
            self.started.elapsed().as_millis(),
        )
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests;
