//! Real documents, where there are some: nothing panics, and all is done in bounded time.

use std::path::Path;
use std::time::Instant;

use trueform::diagnostic::{Report, Severity};
use trueform::lower::lower;
use trueform::parse::parse;
use trueform::source::{Source, Sources};

/// `TRUEFORM_CORPUS` names a folder of documents; without it there is nothing to do.
#[test]
fn real_documents() {
    let Ok(folder) = std::env::var("TRUEFORM_CORPUS") else { return };
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files);
    files.sort();
    for file in files {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let sources = Sources { document: Source { name: file.display().to_string(), text }, settings: None };
        let mut report = Report::default();
        let Some(document) = parse(&sources, &mut report) else {
            println!("{}: not read", file.display());
            continue;
        };
        let read = report.diagnostics().len();
        let start = Instant::now();
        let api = lower(&document, &mut report);
        let took = start.elapsed();
        assert!(took.as_secs() < 20, "{} took {took:?}", file.display());
        let count = |severity| report.diagnostics()[read..].iter().filter(|one| one.severity == severity).count();
        let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
        let (types, operations) = api.map_or((0, 0), |api| (api.types.len(), api.operations.len()));
        println!(
            "{}: {types} types, {operations} operations, {errors} errors, {warnings} warnings, {notes} notes, {took:?}",
            file.display()
        );
        if std::env::var_os("TRUEFORM_CORPUS_DIAGNOSTICS").is_some() {
            for one in &report.diagnostics()[read..] {
                println!("  {} {}: {} ({:?})", one.code, one.place.pointer, one.message, one.help);
            }
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension != "tsv" && extension != "md") {
            files.push(path);
        }
    }
}
