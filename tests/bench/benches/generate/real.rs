//! Real documents, where there are any: what becomes of them, in how much memory, and how long that takes to compile.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use bench::shown;
use trueform::{Files, generate};

use super::{Subject, options};

/// The documents, below the folder that `TRUEFORM_CORPUS` names.
const DOCUMENTS: [&str; 2] = ["real/stripe-spec3-2023.yaml", "real/github-rest.json"];

/// Names the document of which a process of its own makes a crate, so that the most memory it has used can be told.
const CHILD: &str = "TRUEFORM_BENCH_CHILD";

/// The documents that are there.
pub(crate) fn subjects() -> Vec<Subject> {
    let Some(folder) = env::var_os("TRUEFORM_CORPUS") else {
        eprintln!("generate: no rows of real documents, because TRUEFORM_CORPUS is not set");
        return Vec::new();
    };
    let read = |name: &str| {
        let path = Path::new(&folder).join(name);
        let read = fs::read_to_string(&path);
        if read.is_err() {
            eprintln!("generate: no row of {}, which cannot be read", path.display());
        }
        Some(Subject {
            path: Some(path.clone()),
            ..Subject::new(path.file_stem()?.to_string_lossy(), read.ok()?, None)
        })
    };
    DOCUMENTS.into_iter().filter_map(read).collect()
}

/// Prints what was made of each document.
pub(crate) fn results(subjects: &[Subject]) {
    println!("\n{:30}{:>10}{:>12}{:>16}{:>32}", "what is made of it", "files", "lines", "peak memory", "cargo check");
    for subject in subjects {
        let files = generate(&subject.sources, &options()).files.expect("it was generated before");
        let sources = || files.iter().filter(|(path, _)| path.rsplit('.').next() == Some("rs"));
        let lines: usize = sources().map(|(_, text)| text.lines().count()).sum();
        let memory = subject.path.as_deref().and_then(peak);
        let memory = memory.map_or_else(|| "not told here".to_owned(), |kibibytes| format!("{} MB", kibibytes / 1024));
        let checked = check(&subject.name, &files);
        println!("{:30}{:>10}{lines:>12}{memory:>16}{checked:>32}", subject.name, sources().count());
    }
}

/// The most memory that a process has used which makes the crate, in KiB: Linux tells it.
fn peak(document: &Path) -> Option<u64> {
    let output = Command::new(env::current_exe().ok()?).env(CHILD, document).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// Whether this process is the one that [`peak`] starts.
pub(crate) fn is_measured_child() -> bool {
    env::var_os(CHILD).is_some()
}

/// Makes a crate, and prints how much memory that took at most.
pub(crate) fn measure_here() {
    let text = env::var_os(CHILD).and_then(|path| fs::read_to_string(path).ok()).expect("the document was read before");
    let subject = Subject::new("", text, None);
    std::hint::black_box(generate(&subject.sources, &options()));
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    println!("{}", peak.unwrap_or_default());
}

/// How long `cargo check` takes for the crate alone, with what it depends on compiled before.
fn check(name: &str, files: &Files) -> String {
    if env::var_os("TRUEFORM_BENCH_CHECK").is_none_or(|value| value != "1") {
        return "TRUEFORM_BENCH_CHECK is not 1".to_owned();
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("generate").join(name);
    let _ = fs::remove_dir_all(&folder);
    write(&folder, files);
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the repository has a lock file");
    let lib = folder.join("src/lib.rs");
    fs::write(&lib, "").expect("it was written before");
    cargo_check(&folder);
    fs::write(&lib, &files["src/lib.rs"]).expect("it was written before");
    let (start, before) = (Instant::now(), processor_time());
    let passed = cargo_check(&folder);
    let took = shown(start.elapsed().as_secs_f64() * 1e9);
    let busy =
        before.zip(processor_time()).map(|(before, after)| format!(" ({} s of processor)", (after - before) / 100));
    format!("{}{took}{}", if passed { "" } else { "failed in " }, busy.unwrap_or_default())
}

fn write(folder: &Path, files: &Files) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("every file lies in the folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
}

fn cargo_check(folder: &Path) -> bool {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["check", "--quiet", "--offline"]).current_dir(folder).stderr(Stdio::null());
    cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("generate/target"));
    cargo.env("CARGO_INCREMENTAL", "0").status().is_ok_and(|status| status.success())
}

/// The time that the processes started here, and those started by them, have had the processor, in hundredths of a second:
/// Linux tells it.
fn processor_time() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in parentheses, may hold spaces.
    let fields: Vec<&str> = status.rsplit_once(')')?.1.split_whitespace().collect();
    [13, 14].into_iter().map(|index| fields.get(index)?.parse::<u64>().ok()).sum()
}
