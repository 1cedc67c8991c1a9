//! Real documents: each gives files or reasons, in bounded time, and files are Rust.
//!
//! `TRUEFORM_CORPUS` names a folder of them. `TRUEFORM_CORPUS_LINES=1` prints a line for each.

use std::fmt::Write;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use trueform::diagnostic::Severity;
use trueform::source::{Source, Sources};
use trueform::{Options, generate};

/// How long one document may take; without optimisation everything takes about ten times as long.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 20 });

/// Without optimisation, larger documents are passed over.
const LARGEST: u64 = if cfg!(debug_assertions) { 1_500_000 } else { u64::MAX };

/// The larger ones are read by `syn` in optimised builds alone.
const LARGEST_READ_BACK: usize = if cfg!(debug_assertions) { 1_000_000 } else { usize::MAX };

/// What became of the documents.
#[derive(Debug, Default)]
struct Tally {
    sound: usize,
    refused: usize,
    large: usize,
    unread: usize,
    files: usize,
    /// What is wrong with us.
    faults: Vec<String>,
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn real_documents() {
    let Some(folder) = std::env::var_os("TRUEFORM_CORPUS") else {
        eprintln!("corpus: 0 documents, because TRUEFORM_CORPUS names no folder of them");
        return;
    };
    let mut paths = Vec::new();
    collect(Path::new(&folder), &mut paths);
    paths.sort();
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    examine(path, &tally);
                }
            });
        }
    });
    let Tally { sound, refused, large, unread, files, mut faults } =
        tally.into_inner().expect("no thread has panicked");
    faults.sort();
    eprintln!(
        "corpus: {} documents: {sound} sound ({files} files; those of {unread} not read back), {refused} refused, {large} \
         too large for a build without optimisation",
        paths.len()
    );
    assert!(!paths.is_empty(), "there is no document below {}", folder.display());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    for path in entries.map(|entry| entry.expect("so can its entries").path()) {
        if path.is_dir() {
            collect(&path, paths);
        } else if path
            .extension()
            .is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|known| extension == *known))
        {
            paths.push(path);
        }
    }
}

#[expect(clippy::print_stderr, reason = "asked for by TRUEFORM_CORPUS_LINES")]
fn examine(path: &Path, tally: &Mutex<Tally>) {
    let count = |change: &dyn Fn(&mut Tally)| change(&mut tally.lock().expect("no thread has panicked"));
    if fs::metadata(path).is_ok_and(|metadata| metadata.len() > LARGEST) {
        return count(&|tally| tally.large += 1);
    }
    let bytes = fs::read(path).expect("a document can be read");
    let source = Source { name: "document".to_owned(), text: String::from_utf8_lossy(&bytes).into_owned() };
    let sources = Sources { document: source, settings: None };
    let options = Options {
        package: Some("sample".to_owned()),
        runtime: "runtime".to_owned(),
        standalone: true,
        keep_going: false,
    };
    let start = Instant::now();
    let Ok(outcome) = catch_unwind(AssertUnwindSafe(|| generate(&sources, &options))) else {
        return count(&|tally| tally.faults.push(format!("{}: it panics", path.display())));
    };
    let took = start.elapsed();
    let mut faults = String::new();
    if took > LONGEST {
        let _ = writeln!(faults, "{}: it takes {took:?}", path.display());
    }
    if outcome.files.is_none() != outcome.report.has_errors() {
        let _ = writeln!(faults, "{}: files and errors, or neither", path.display());
    }
    let files = outcome.files.unwrap_or_default();
    let size: usize = files.values().map(String::len).sum();
    let read_back = size <= LARGEST_READ_BACK;
    for (name, text) in files.iter().filter(|(name, _)| read_back && name.rsplit('.').next() == Some("rs")) {
        if let Err(error) = syn::parse_file(text) {
            let _ = writeln!(faults, "{}: {name} is no Rust: {error}", path.display());
        }
    }
    if std::env::var_os("TRUEFORM_CORPUS_LINES").is_some() {
        let severe = |severity| outcome.report.diagnostics().iter().filter(|one| one.severity == severity).count();
        let (errors, warnings, notes) = (severe(Severity::Error), severe(Severity::Warning), severe(Severity::Note));
        eprintln!(
            "{}\t{} files\t{errors}/{warnings}/{notes}\t{took:?}\t{:?}",
            path.display(),
            files.len(),
            start.elapsed()
        );
    }
    count(&|tally| {
        *(if files.is_empty() { &mut tally.refused } else { &mut tally.sound }) += 1;
        tally.unread += usize::from(!read_back);
        tally.files += files.len();
        tally.faults.extend((!faults.is_empty()).then(|| faults.clone()));
    });
}
