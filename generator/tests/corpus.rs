//! Reads every document below the folder that `TRUEFORM_CORPUS` names, and does nothing where it is not set.
//!
//! `cargo test --release -p trueform --test corpus -- --nocapture` prints a line for each document.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use trueform::diagnostic::{Report, Severity, render};
use trueform::source::{Source, Sources};

fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("so can its entries").path())
        .collect();
    entries.sort();
    for path in entries {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            documents(&path, found);
        } else if matches!(extension, Some("json" | "yaml" | "yml")) {
            found.push(path);
        }
    }
}

#[test]
fn every_document_is_parsed_or_refused_with_reasons() {
    let Some(folder) = std::env::var_os("TRUEFORM_CORPUS") else {
        return;
    };
    let mut paths = Vec::new();
    documents(Path::new(&folder), &mut paths);
    for path in paths {
        let bytes = fs::read(&path).expect("the document can be read");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let name = path.strip_prefix(&folder).expect("it lies below the folder").display().to_string();
        let sources = Sources { document: Source { name, text }, settings: None };
        let mut report = Report::default();
        let start = Instant::now();
        let document = trueform::parse::parse(&sources, &mut report);
        let parsed = start.elapsed();
        let json = render::json(&report, &sources);
        let rendered = start.elapsed().saturating_sub(parsed);
        let text = render::text(&report, &sources, false);
        let count = |severity| report.diagnostics().iter().filter(|diagnostic| diagnostic.severity == severity).count();
        assert_eq!(document.is_none(), report.has_errors(), "{}: refused without a reason", sources.document.name);
        assert_eq!(json.lines().count(), report.diagnostics().len());
        println!(
            "{}\t{}\t{} errors\t{} warnings\t{} notes\t{parsed:?} + {rendered:?}",
            if document.is_some() { "parsed" } else { "refused" },
            sources.document.name,
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Note),
        );
        if std::env::var_os("TRUEFORM_CORPUS_REASONS").is_some() {
            println!("{text}");
        }
    }
}
