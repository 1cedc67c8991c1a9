//! One document: from the disk to its crate.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use trueform::diagnostic::{Report, Severity};
use trueform::source::{Source, Sources};
use trueform::{Files, Options, Outcome, Summary};

use super::documents::Document;
use super::row::{End, Row, Said};
use super::workspace::Workspace;
use crate::failure::Failure;
use crate::{paths, text};

/// Generates a document and, where there is a workspace, writes its crate there.
pub(super) fn generate(document: &Document, workspace: Option<&Workspace>, keep_going: bool) -> Row {
    let mut row = Row {
        document: paths::shown(&document.path),
        package: document.package.clone(),
        summary: Summary::default(),
        said: Said::default(),
        lines: 0,
        took: std::time::Duration::ZERO,
        end: End::Generated,
    };
    let text = match text::read(&document.path) {
        Ok(text) => text,
        Err(failure) => {
            row.end = unread(&failure);
            return row;
        }
    };
    let source = Source { name: row.document.clone(), text };
    let sources = Sources { document: source, settings: None };
    let runtime = workspace.map_or_else(|| "runtime".to_owned(), |workspace| workspace.runtime(&row.package));
    let options = Options { package: Some(row.package.clone()), runtime, standalone: false, keep_going };
    let started = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| trueform::generate(&sources, &options)));
    row.took = started.elapsed();
    row.end = match outcome {
        Ok(outcome) => judge(&mut row, outcome, workspace),
        Err(panic) => End::Panicked(format!("the generator panics: {}", words(panic.as_ref()))),
    };
    row
}

/// A file that is not UTF-8 is no document; any other reason is one to look at.
fn unread(failure: &Failure) -> End {
    if failure.code == "not-utf-8" { End::PassedOver("not UTF-8") } else { End::Stopped(failure.message.clone()) }
}

fn judge(row: &mut Row, outcome: Outcome, workspace: Option<&Workspace>) -> End {
    row.summary = outcome.summary;
    row.said = Said::of(&outcome.report);
    let Some(files) = outcome.files else {
        return refused(&outcome.report);
    };
    row.lines = lines(&files);
    match workspace.map(|workspace| workspace.put(&row.package, &files)) {
        Some(Err(failure)) => End::Stopped(failure.message),
        Some(Ok(())) | None => End::Generated,
    }
}

fn refused(report: &Report) -> End {
    let errors = || report.diagnostics().iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    if errors().any(|error| error.code == "no-openapi") {
        return End::PassedOver("no OpenAPI document");
    }
    match errors().find(|error| error.code == "malformed") {
        Some(error) => End::Unexplained(format!("{} at {:?}", error.message, error.place.pointer.as_str())),
        None => End::Refused,
    }
}

fn lines(files: &Files) -> usize {
    let sources = files.iter().filter(|(path, _)| path.rsplit('.').next() == Some("rs"));
    sources.map(|(_, text)| text.lines().count()).sum()
}

/// What a panic says.
fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words of its own")
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::words;

    #[test]
    fn a_panic_is_told_in_its_own_words() {
        let caught = catch_unwind(|| std::panic::resume_unwind(Box::new("a sentence".to_owned())));
        assert_eq!(words(caught.unwrap_err().as_ref()), "a sentence");
        let caught = catch_unwind(|| std::panic::resume_unwind(Box::new("a word")));
        assert_eq!(words(caught.unwrap_err().as_ref()), "a word");
    }
}
