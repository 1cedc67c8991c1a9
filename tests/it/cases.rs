//! Every document of `cases/`: what is said of it, and all that becomes of it. Adding a case is adding a file; settings
//! stand beside it under the same name.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use trueform::diagnostic;
use trueform::diagnostic::render::Style;

use crate::check::{run, sources};

/// The files that say the same for every document, shown only where a case asks for them (`# show: all`).
const COMMON: &[&str] = &[
    "Cargo.toml",
    "README.md",
    "src/client.rs",
    "src/lib.rs",
    "src/models.rs",
    "src/operations.rs",
    "src/rustfmt.toml",
];

/// Every diagnostic, however many are alike.
const IN_FULL: Style = Style { colour: false, verbose: true };

#[test]
fn cases() {
    insta::glob!("cases/*.yaml", |path| insta::assert_snapshot!(outcome(path)));
}

fn outcome(path: &Path) -> String {
    let document = fs::read_to_string(path).expect("a case can be read");
    let settings = fs::read_to_string(path.with_extension("toml")).ok();
    let sources = sources(&document, settings.as_deref());
    let outcome = run(&sources);
    let mut text = diagnostic::render::text(&outcome.report, &sources, IN_FULL);
    let all = document.starts_with("# show: all");
    for (path, content) in outcome.files.unwrap_or_default() {
        if all || !COMMON.contains(&path.as_str()) {
            let _ = write!(text, "\n==> {path}\n{content}");
        }
    }
    text
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for entry in fs::read_dir(crate::check::root().join("tests/it/cases")).expect("there are cases") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            assert_eq!(outcome(&path), outcome(&path), "{}", path.display());
        }
    }
}
