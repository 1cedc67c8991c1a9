use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::run;
use crate::arguments::CodegenArguments;
use crate::console::{Console, MessageFormat};
use crate::failure::Exit;

const SETTINGS: &str = "document = \"pets.yaml\"\nout = \"../pets\"\n[package]\nname = \"pets\"\nversion = \"0.1.0\"\n";

const PETS: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets/{id}:
    get:
      operationId: GetPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
";

/// A small repository with one document.
fn repository() -> TempDir {
    let root = TempDir::new().unwrap();
    put(root.path(), "Cargo.toml", "[workspace]\n[workspace.package]\nversion = \"0.1.0\"\n");
    put(root.path(), "runtime/Cargo.toml", "[package]\nname = \"trueform-runtime\"\nversion.workspace = true\n");
    put(root.path(), "runtime/src/lib.rs", "//! The runtime.\n");
    put(root.path(), "spec/pets.toml", SETTINGS);
    put(root.path(), "spec/pets.yaml", PETS);
    root
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

fn codegen(root: &Path, arguments: &CodegenArguments) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut console = Console::new(arguments.message_format, &mut out, &mut err).verbose(arguments.verbose);
    let exit = run(arguments, root, &mut console);
    drop(console);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { exit, out: text(out), err: text(err) }
}

/// Every file below a folder, with its text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

fn standalone(root: &Path, out: &Path) -> CodegenArguments {
    CodegenArguments {
        spec: Some(root.join("spec/pets.yaml")),
        out: Some(out.to_path_buf()),
        ..CodegenArguments::default()
    }
}

#[test]
fn a_second_run_writes_nothing_and_says_so() {
    let root = repository();
    let first = codegen(root.path(), &CodegenArguments::default());
    assert_eq!(first.exit, Exit::Done, "{}", first.err);
    assert!(first.out.contains("1 operation, ") && first.out.contains(" files written, 0 unchanged"), "{}", first.out);
    let made = files(&root.path().join("pets"));
    let second = codegen(root.path(), &CodegenArguments::default());
    assert!(second.out.contains(&format!("nothing to write: {} files unchanged", made.len())), "{}", second.out);
    assert_eq!(second.out.lines().count(), 1);
    assert_eq!(files(&root.path().join("pets")), made);
}

#[test]
fn a_check_shows_the_difference_and_writes_nothing() {
    let root = repository();
    codegen(root.path(), &CodegenArguments::default());
    let check = CodegenArguments { check: true, ..CodegenArguments::default() };
    assert_eq!(codegen(root.path(), &check).exit, Exit::Done);
    let before = files(&root.path().join("pets"));
    put(
        root.path(),
        "spec/pets.yaml",
        &PETS.replace("{name: {type: string}}", "{name: {type: string}, age: {type: integer}}"),
    );
    let checked = codegen(root.path(), &check);
    assert_eq!(checked.exit, Exit::Failed);
    assert!(checked.out.starts_with("--- ") && checked.out.contains("\n+++ "), "{}", checked.out);
    assert!(checked.err.contains("run `cargo xtask codegen`"), "{}", checked.err);
    assert_eq!(files(&root.path().join("pets")), before);
    let json = CodegenArguments { message_format: MessageFormat::Json, ..check };
    let checked = codegen(root.path(), &json);
    assert!(checked.out.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{}", checked.out);
}

#[test]
fn what_is_lost_or_stale_is_healed() {
    let root = repository();
    codegen(root.path(), &CodegenArguments::default());
    let before = files(&root.path().join("pets"));
    fs::remove_dir_all(root.path().join("pets/src")).unwrap();
    put(root.path(), "pets/src/stray.rs", "");
    assert_eq!(codegen(root.path(), &CodegenArguments::default()).exit, Exit::Done);
    assert_eq!(files(&root.path().join("pets")), before);
}

#[test]
fn one_bad_document_stops_all_writing() {
    let root = repository();
    put(root.path(), "spec/bad.toml", &SETTINGS.replace("pets", "bad"));
    put(root.path(), "spec/bad.yaml", &PETS.replace("type: string", "type: strng"));
    let ran = codegen(root.path(), &CodegenArguments::default());
    assert_eq!(ran.exit, Exit::Failed);
    assert!(
        ran.err.contains("strng") && ran.err.contains("2 errors; nothing was written") && ran.out.is_empty(),
        "{}{}",
        ran.out,
        ran.err
    );
    assert!(!root.path().join("pets").exists() && !root.path().join("bad").exists());
}

#[test]
fn warnings_may_be_denied() {
    let root = repository();
    put(root.path(), "spec/pets.yaml", &PETS.replace("type: string", "type: string, frobnicate: 1"));
    let deny = CodegenArguments { deny: Some("warnings".to_owned()), ..CodegenArguments::default() };
    assert_eq!(codegen(root.path(), &deny).exit, Exit::Failed);
    assert!(!root.path().join("pets").exists());
    let ran = codegen(root.path(), &CodegenArguments::default());
    assert_eq!(ran.exit, Exit::Done, "{}", ran.err);
    assert!(ran.err.contains("frobnicate"), "{}", ran.err);
}

#[test]
fn what_is_sound_of_a_bad_document_is_written_where_that_is_asked_for() {
    let root = repository();
    put(
        root.path(),
        "spec/pets.yaml",
        &PETS.replace("name: {type: string}", "name: {type: strng, not: {}}, tail: {not: {}}"),
    );
    let stopped = codegen(root.path(), &CodegenArguments::default());
    assert_eq!(stopped.exit, Exit::Failed);
    let way_on = "spec/pets.yaml: 1 error; nothing was written; to generate what can be: --keep-going\n";
    assert!(stopped.err.contains(way_on), "{}", stopped.err);

    let keep_going = CodegenArguments { keep_going: true, ..CodegenArguments::default() };
    let going = codegen(root.path(), &keep_going);
    assert_eq!(going.exit, Exit::Done, "{}", going.err);
    assert!(going.err.contains("error[unknown-type]: `strng`") && !going.err.contains("--keep-going"), "{}", going.err);
    assert!(going.out.contains("; 1 error, 1 warning; left out: 1 schema ("), "{}", going.out);
    let made = files(&root.path().join("pets"));
    assert!(made["src/models/pet.rs"].contains("pub name: Value"), "{}", made["src/models/pet.rs"]);

    let check = CodegenArguments { check: true, ..keep_going.clone() };
    assert_eq!(codegen(root.path(), &check).exit, Exit::Done);
    let check = CodegenArguments { check: true, ..CodegenArguments::default() };
    assert_eq!(codegen(root.path(), &check).exit, Exit::Failed, "without it all stays as it is");
    let denied = CodegenArguments { deny: Some("warnings".to_owned()), ..keep_going.clone() };
    assert_eq!(codegen(root.path(), &denied).exit, Exit::Failed, "a warning that is denied stops the run");
    let json = CodegenArguments { message_format: MessageFormat::Json, ..keep_going };
    let severities: Vec<String> = codegen(root.path(), &json).out.lines().map(severity).collect();
    assert_eq!(severities, ["error", "warning"]);

    put(root.path(), "spec/pets.toml", &format!("keep_going = true\n{SETTINGS}"));
    assert_eq!(codegen(root.path(), &CodegenArguments::default()).exit, Exit::Done);
    put(root.path(), "spec/pets.yaml", "openapi: 3.0.3\ninfo: [");
    let unreadable = codegen(root.path(), &CodegenArguments::default());
    assert!(unreadable.exit == Exit::Failed && !unreadable.err.contains("--keep-going"), "{}", unreadable.err);
}

fn severity(line: &str) -> String {
    let diagnostic: serde_json::Value = serde_json::from_str(line).unwrap();
    diagnostic["severity"].as_str().unwrap().to_owned()
}

/// A document in which one thing is not honoured so many times.
fn repeated(count: usize) -> String {
    let properties: Vec<String> = (0..count).map(|number| format!("p{number}: {{type: string, not: {{}}}}")).collect();
    PETS.replace("{name: {type: string}}", &format!("{{name: {{type: string}}, {}}}", properties.join(", ")))
}

#[test]
fn many_alike_fold_unless_all_are_asked_for() {
    let root = repository();
    put(root.path(), "spec/pets.yaml", &repeated(30));
    let folded = codegen(root.path(), &CodegenArguments::default());
    assert_eq!(folded.err.matches("warning[not]").count(), 1, "{}", folded.err);
    assert!(folded.err.contains("and 29 more like it, which `--verbose` shows: "), "{}", folded.err);
    assert!(folded.out.contains("; 30 warnings ("), "all are counted: {}", folded.out);
    let verbose = CodegenArguments { verbose: true, ..CodegenArguments::default() };
    let verbose = codegen(root.path(), &verbose);
    assert_eq!(verbose.err.matches("warning[not]").count(), 30, "{}", verbose.err);
    let json = CodegenArguments { message_format: MessageFormat::Json, ..CodegenArguments::default() };
    assert_eq!(codegen(root.path(), &json).out.lines().count(), 30);
}

#[test]
fn a_run_ends_with_where_to_read_more_about_the_worst() {
    let root = repository();
    put(root.path(), "spec/bad.toml", &SETTINGS.replace("pets", "bad"));
    put(root.path(), "spec/bad.yaml", &PETS.replace("type: string", "type: strng"));
    put(root.path(), "spec/pets.yaml", &repeated(1));
    let more = |ran: &Ran| ran.err.matches("--explain").count();
    let ran = codegen(root.path(), &CodegenArguments::default());
    assert!(
        ran.err.ends_with("For more about an error, try `cargo xtask codegen --explain unknown-type`.\n"),
        "{}",
        ran.err
    );
    assert_eq!(more(&ran), 1, "{}", ran.err);
    let json = CodegenArguments { message_format: MessageFormat::Json, ..CodegenArguments::default() };
    assert_eq!(more(&codegen(root.path(), &json)), 0, "programs need no hint");
    put(root.path(), "spec/bad.yaml", PETS);
    put(root.path(), "spec/pets.yaml", PETS);
    assert_eq!(codegen(root.path(), &CodegenArguments::default()).err, "", "nothing to say");
}

#[test]
fn an_explanation_is_all_that_is_printed() {
    let root = repository();
    let explain = CodegenArguments { explain: Some(Some("not".to_owned())), ..CodegenArguments::default() };
    let ran = codegen(root.path(), &explain);
    assert!(ran.exit == Exit::Done && ran.out.starts_with("not\n\n") && ran.err.is_empty(), "{}{}", ran.out, ran.err);
    assert!(!root.path().join("pets").exists());
}

#[test]
fn settings_must_say_what_and_where() {
    let root = repository();
    put(root.path(), "spec/pets.toml", "[package]\nname = \"pets\"\n");
    let ran = codegen(root.path(), &CodegenArguments::default());
    assert_eq!(ran.exit, Exit::Failed);
    assert!(ran.err.contains("`document`") && ran.err.contains("`out`"), "{}", ran.err);
    assert!(ran.err.contains("spec/pets.toml: 2 errors; nothing was written\n"), "{}", ran.err);
}

#[test]
fn settings_elsewhere_are_done_like_those_of_the_repository() {
    let root = repository();
    put(root.path(), "zoo/zoo.yaml", PETS);
    put(root.path(), "zoo/zoo.toml", &SETTINGS.replace("pets.yaml", "zoo.yaml").replace("../pets", "."));
    let arguments = CodegenArguments { config: Some(root.path().join("zoo/zoo.toml")), ..CodegenArguments::default() };
    let ran = codegen(root.path(), &arguments);
    assert_eq!(ran.exit, Exit::Done, "{}", ran.err);
    let made = files(&root.path().join("zoo"));
    assert!(made["Cargo.toml"].contains("path = \"../runtime\"") && made["zoo.yaml"] == PETS);
    assert!(!root.path().join("pets").exists(), "those of `spec/` are left alone");
    let check = CodegenArguments { check: true, ..arguments.clone() };
    assert_eq!(codegen(root.path(), &check).exit, Exit::Done);
    put(root.path(), "zoo/src/stray.rs", "");
    assert_eq!(codegen(root.path(), &check).exit, Exit::Failed);
    assert_eq!(codegen(root.path(), &arguments).exit, Exit::Done);
    assert_eq!(files(&root.path().join("zoo")), made);
}

#[test]
fn what_cannot_be_read_is_said() {
    let root = repository();
    let code = |root: &Path| {
        let ran =
            codegen(root, &CodegenArguments { message_format: MessageFormat::Json, ..CodegenArguments::default() });
        let line: serde_json::Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
        (ran.exit, line["code"].as_str().unwrap().to_owned())
    };
    fs::write(root.path().join("spec/pets.yaml"), b"a: 1\nb: \xff\n").unwrap();
    assert_eq!(code(root.path()), (Exit::Failed, "not-utf-8".to_owned()));
    fs::remove_file(root.path().join("spec/pets.yaml")).unwrap();
    assert_eq!(code(root.path()), (Exit::Failed, "no-such-file".to_owned()));
    fs::create_dir(root.path().join("spec/pets.yaml")).unwrap();
    assert_eq!(code(root.path()), (Exit::Failed, "is-a-folder".to_owned()));
    fs::remove_file(root.path().join("spec/pets.toml")).unwrap();
    assert_eq!(code(root.path()), (Exit::Failed, "no-settings".to_owned()));
    let missing = standalone(Path::new("/nowhere"), root.path());
    assert_eq!(codegen(root.path(), &missing).exit, Exit::Usage);
}

#[test]
fn a_standalone_crate_is_the_same_wherever_it_lies() {
    let root = repository();
    let (here, there) = (root.path().join("here"), root.path().join("a/b/there"));
    for out in [&here, &there] {
        let ran = codegen(root.path(), &standalone(root.path(), out));
        assert_eq!(ran.exit, Exit::Done, "{}", ran.err);
    }
    let made = files(&here);
    assert_eq!(made, files(&there));
    assert!(made.contains_key("runtime/src/lib.rs") && made["runtime/Cargo.toml"].contains("version = \"0.1.0\""));
    assert!(made["Cargo.toml"].contains("path = \"runtime\"") && made["Cargo.toml"].contains("[workspace]"));
    let again = codegen(root.path(), &standalone(root.path(), &here));
    assert!(again.out.contains("nothing to write"), "{}{}", again.out, again.err);
}

#[test]
fn a_runtime_elsewhere_may_be_linked() {
    let root = repository();
    let out = root.path().join("here");
    let arguments = CodegenArguments { runtime: Some(root.path().join("runtime")), ..standalone(root.path(), &out) };
    assert_eq!(codegen(root.path(), &arguments).exit, Exit::Done);
    assert!(!out.join("runtime").exists());
    let runtime = root.path().join("runtime");
    assert!(files(&out)["Cargo.toml"].contains(runtime.to_str().unwrap()));
}
