//! Every document of `cases/`, without what its errors make useless, as a crate that compiles without a warning, with the client and without.
//!
//! Slow, so it asks for `TRUEFORM_SLOW=1`. It needs no network: the crates take the versions of this repository's lock file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use trueform::{Files, Options, generate};
use xtask::arguments::CorpusArguments;
use xtask::console::{Console, MessageFormat};
use xtask::failure::Exit;
use xtask::{corpus, workspace};

use crate::check::sources;

#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn every_case_compiles() {
    if std::env::var_os("TRUEFORM_SLOW").is_none_or(|value| value != "1") {
        eprintln!("compiled: 0 crates, because TRUEFORM_SLOW is not 1");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiled");
    let crates = crates();
    write(&folder, &crates);
    for features in [&[][..], &["--no-default-features"]] {
        check(&folder, features);
    }
    eprintln!("compiled: {} crates, with the client and without", crates.len());
}

/// What hostile texts have gone through compiles, and rustdoc has nothing to say of its docs.
#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn hostile_samples_compile() {
    if std::env::var_os("TRUEFORM_SLOW").is_none_or(|value| value != "1") {
        eprintln!("compiled: 0 hostile crates, because TRUEFORM_SLOW is not 1");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    let runtime = workspace::root().join("runtime").display().to_string();
    let crates: BTreeMap<String, Files> = crate::hostile::samples()
        .into_iter()
        .map(|(package, mut files)| {
            let manifest = files.get_mut("Cargo.toml").expect("a crate has a manifest");
            let named: Vec<String> = manifest
                .lines()
                .map(|line| if line.starts_with("name = ") { format!("name = {package:?}") } else { line.to_owned() })
                .collect();
            *manifest = named.join("\n").replace("path = \"runtime\"", &format!("path = {runtime:?}"));
            (package, files)
        })
        .collect();
    assert!(crates.len() > 15, "most attempts leave a crate: {}", crates.len());
    write(&folder, &crates);
    check(&folder, &[]);
    run_cargo(&folder, &["doc", "--workspace", "--lib", "--no-deps", "--offline", "--quiet"]);
    eprintln!("compiled: {} hostile crates, and their docs", crates.len());
}

/// The command that does the same with the documents of others.
#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn a_folder_of_documents_goes_through_the_compiler() {
    if std::env::var_os("TRUEFORM_SLOW").is_none_or(|value| value != "1") {
        eprintln!("compiled: 0 folders of documents, because TRUEFORM_SLOW is not 1");
        return;
    }
    let cases = crate::check::root().join("tests/it/cases");
    let places = ["names.yaml", "replies.yaml", "broken_empty.yaml"].map(|name| cases.join(name)).to_vec();
    let arguments = CorpusArguments { places, check: true, keep_going: false, jobs: None, format: MessageFormat::Text };
    let mut out = Vec::new();
    let exit = corpus::run(&arguments, &workspace::root(), &mut Console::new(arguments.format, &mut out, Vec::new()));
    let out = String::from_utf8(out).expect("what is printed is UTF-8");
    let checked = out.lines().filter(|line| line.contains("  checked, ")).count();
    assert_eq!((exit, checked, out.lines().last()), (Exit::Done, 2, Some("3 passed, 0 failed")), "{out}");
}

/// The files of each case of which there are any, by the name of its crate.
fn crates() -> BTreeMap<String, Files> {
    let mut crates = BTreeMap::new();
    for entry in fs::read_dir(crate::check::root().join("tests/it/cases")).expect("there are cases") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let document = fs::read_to_string(&path).expect("a case can be read");
        let settings = fs::read_to_string(path.with_extension("toml")).ok();
        // Types of other crates would have to be there.
        if settings.as_deref().is_some_and(|settings| settings.contains("[types.")) {
            continue;
        }
        let stem = path.file_stem().expect("a case has a name").to_string_lossy().into_owned();
        let runtime = workspace::root().join("runtime").display().to_string();
        let package = format!("case-{}", stem.replace('_', "-"));
        let options = Options { package: Some(package.clone()), runtime, standalone: false, keep_going: true };
        if let Some(files) = generate(&sources(&document, settings.as_deref()), &options).files {
            crates.insert(package, files);
        }
    }
    crates
}

/// Writes them as one workspace, in which earlier results of the compiler are kept.
fn write(folder: &Path, crates: &BTreeMap<String, Files>) {
    let members = folder.join("crates");
    if members.exists() {
        fs::remove_dir_all(&members).expect("what is stale can be removed");
    }
    let put = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    put(folder.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n");
    fs::copy(workspace::root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file can be copied");
    for (package, files) in crates {
        for (path, text) in files {
            put(members.join(package).join(path), text);
        }
    }
}

#[track_caller]
fn check(folder: &Path, features: &[&str]) {
    let arguments = ["check", "--workspace", "--lib", "--offline", "--quiet", "--keep-going"];
    run_cargo(folder, &[&arguments, features].concat());
}

#[track_caller]
fn run_cargo(folder: &Path, arguments: &[&str]) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .arg("--target-dir")
        .arg(folder.join("target"))
        .current_dir(folder)
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo can be started");
    assert!(output.status.success(), "{arguments:?}:\n{}", String::from_utf8_lossy(&output.stderr));
}
