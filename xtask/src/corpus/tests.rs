use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;
use trueform::Summary;

use super::row::{Checked, End, Row, Said};
use super::{run, table};
use crate::arguments::CorpusArguments;
use crate::console::{Console, MessageFormat};
use crate::failure::Exit;
use crate::workspace;

const PETS: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get: {operationId: listPets, responses: {'204': {description: None}}}
components: {schemas: {Name: {type: string, maxLength: 40}}}
";

const SHOP: &str = r#"{"openapi": "3.0.0", "info": {"title": "Shop", "version": "1"}, "paths": {}}"#;

/// Two documents, one with an error, and files that are none.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("there is room for a folder");
    let put = |path: &str, text: &[u8]| {
        let path = folder.path().join("docs").join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("there is room for a file");
    };
    put("pets.yaml", PETS.as_bytes());
    put("deep/shop.json", SHOP.as_bytes());
    put("broken.yml", b"openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths: {}\ntags: [{}]\n");
    put("newer.yaml", b"openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\n");
    put("MANIFEST.tsv", b"a list\n");
    put("package.json", br#"{"name": "pets"}"#);
    put("picture.json", b"\xff\xd8");
    folder
}

/// How the command ends, and what it prints.
fn corpus(places: Vec<PathBuf>, format: MessageFormat) -> (Exit, String, String) {
    let arguments = CorpusArguments { places, check: false, keep_going: false, jobs: Some(2), format };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(&arguments, &workspace::root(), &mut Console::new(format, &mut out, &mut err));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("what is printed is UTF-8");
    (exit, text(out), text(err))
}

#[test]
fn each_document_has_a_row() {
    let folder = folder();
    let (exit, out, err) = corpus(vec![folder.path().join("docs")], MessageFormat::Text);
    let row = |name: &str| out.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}: {out}"));
    let cells = |name: &str| row(name).split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(cells("pets.yaml")[..5], ["1", "1", "0", "0", "0"], "{out}");
    assert!(row("pets.yaml").ends_with("  generated") && row("deep/shop.json").ends_with("  generated"), "{out}");
    assert!(row("broken.yml").ends_with("  refused: 1 error"), "{out}");
    assert!(row("newer.yaml").ends_with("  refused: 1 error"), "{out}");
    assert!(!out.contains("package.json"), "{out}");
    let passed_over =
        "passed over: 1 file (neither YAML nor JSON by its name), 1 file (no OpenAPI document), 1 file (not UTF-8)\n";
    assert_eq!(err, passed_over);
    assert_eq!((exit, out.lines().last()), (Exit::Done, Some("4 passed, 0 failed")));
}

#[test]
fn json_has_every_file_in_a_line() {
    let folder = folder();
    let (exit, out, err) = corpus(vec![folder.path().join("docs")], MessageFormat::Json);
    let rows: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let row = |name: &str| {
        let found = rows.iter().find(|row| row["document"].as_str().is_some_and(|document| document.ends_with(name)));
        found.unwrap_or_else(|| panic!("{name}: {out}"))
    };
    assert_eq!((exit, rows.len()), (Exit::Done, 6), "{out}");
    assert_eq!((&row("pets.yaml")["passed"], &row("pets.yaml")["package"]), (&true.into(), &"docs-pets".into()));
    assert_eq!((&row("broken.yml")["passed"], &row("broken.yml")["errors"]), (&true.into(), &1.into()));
    assert!(row("package.json")["passed"].is_null());
    assert!(err.ends_with("4 passed, 0 failed\n"), "{err}");
}

#[test]
fn a_document_may_be_named_itself() {
    let folder = folder();
    let (_, out, _) = corpus(vec![folder.path().join("docs/pets.yaml")], MessageFormat::Json);
    assert!(out.contains(r#""package":"docs-pets""#), "{out}");
    let (exit, out, _) = corpus(vec![folder.path().join("docs/pets.yaml")], MessageFormat::Text);
    assert_eq!((exit, out.lines().count(), out.lines().last()), (Exit::Done, 3, Some("1 passed, 0 failed")), "{out}");
}

#[test]
fn a_folder_without_documents_is_wrong_usage() {
    let folder = TempDir::new().expect("there is room for a folder");
    let (exit, _, err) = corpus(vec![folder.path().to_path_buf()], MessageFormat::Text);
    assert!(exit == Exit::Usage && err.contains("error[no-documents]"), "{err}");
    let (exit, _, err) = corpus(vec![folder.path().join("nowhere")], MessageFormat::Text);
    assert!(exit == Exit::Usage && err.contains("error[no-such-file]"), "{err}");
}

#[test]
fn what_failed_says_why() {
    let row = |document: &str, end| Row {
        document: document.to_owned(),
        package: document.to_owned(),
        summary: Summary::default(),
        said: Said::default(),
        lines: 0,
        took: Duration::ZERO,
        end,
    };
    let errors: Vec<String> = (1..=7).map(|at| format!("error[E0308]: mismatched types (src/lib.rs:{at}:1)")).collect();
    let warned = Checked { warnings: vec!["warning: unused".to_owned()], ..Checked::default() };
    let rows = [
        row("sound", End::Checked(Checked { took: Some(Duration::from_millis(1250)), ..Checked::default() })),
        row("wrong", End::Checked(Checked { errors, ..Checked::default() })),
        row("warned", End::Checked(warned)),
        row("panicked", End::Panicked("the generator panics: ouch".to_owned())),
    ];
    let arguments =
        CorpusArguments { places: Vec::new(), check: true, keep_going: false, jobs: None, format: MessageFormat::Text };
    let mut out = Vec::new();
    let exit = table::print(&arguments, &rows, 0, None, &mut Console::new(MessageFormat::Text, &mut out, Vec::new()));
    let out = String::from_utf8(out).expect("what is printed is UTF-8");
    let has = |line: &str| assert!(out.lines().any(|each| each.trim_end().ends_with(line)), "{line}: {out}");
    has("checked, 1.25 s");
    has("FAILED: 7 errors, as before");
    has("  error[E0308]: mismatched types (src/lib.rs:5:1)");
    has("FAILED: 1 warning, as before");
    has("  warning: unused");
    has("FAILED: a panic");
    has("  the generator panics: ouch");
    assert!(!out.contains("src/lib.rs:6:1"), "{out}");
    assert_eq!((exit, out.lines().last()), (Exit::Failed, Some("1 passed, 3 failed")));
}
