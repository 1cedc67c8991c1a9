use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{Changes, Folder, Territory};
use crate::failure::Exit;

const MARKED: &str = "[package]\nname = \"sample\"\n[package.metadata.trueform]\n";

fn folder(path: &Path, files: &[(&str, &str)]) -> (Folder, Changes) {
    let folder = Folder::standalone(path.to_path_buf(), Territory::Standalone).unwrap();
    let marked = ("Cargo.toml", MARKED);
    let files = files.iter().chain([&marked]);
    let files = files.map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let changes = folder.compare(&files.collect()).unwrap();
    (folder, changes)
}

/// Brings the folder up to date, and says what was written, deleted and unchanged.
fn write(path: &Path, files: &[(&str, &str)]) -> (usize, usize, usize) {
    let (folder, changes) = folder(path, files);
    folder.apply(&changes).unwrap();
    (changes.write.len(), changes.delete.len(), changes.unchanged)
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// All files and links below the folder, sorted.
fn listing(path: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let relative = entry.path().strip_prefix(path).unwrap().to_path_buf();
                found.push(relative.to_str().unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn only_what_changed_is_written() {
    let temporary = TempDir::new().unwrap();
    let out = temporary.path().join("a/new/folder");
    assert_eq!(write(&out, &[("src/lib.rs", "one"), ("src/models/pet.rs", "pet")]), (3, 0, 0));
    assert_eq!(write(&out, &[("src/lib.rs", "one"), ("src/models/pet.rs", "pet")]), (0, 0, 3));
    let before = fs::metadata(out.join("src/lib.rs")).unwrap().modified().unwrap();
    assert_eq!(write(&out, &[("src/lib.rs", "one"), ("src/models/pet.rs", "dog")]), (1, 0, 2));
    let after = fs::metadata(out.join("src/lib.rs")).unwrap().modified().unwrap();
    assert_eq!(before, after);
    assert_eq!(fs::read_to_string(out.join("src/models/pet.rs")).unwrap(), "dog");
    assert_eq!(listing(&out), ["Cargo.toml", "src/lib.rs", "src/models/pet.rs"]);
}

#[test]
fn what_is_stale_goes_and_what_is_not_ours_stays() {
    let temporary = TempDir::new().unwrap();
    let out = temporary.path();
    write(out, &[("src/lib.rs", "one"), ("src/models/pet.rs", "pet"), ("README.md", "read me")]);
    put(&out.join("src/operations/deep/gone.rs"), "");
    put(&out.join("runtime/stray.rs"), "");
    put(&out.join("examples/mine.rs"), "mine");
    put(&out.join("notes.txt"), "mine");
    assert_eq!(write(out, &[("src/lib.rs", "one")]), (0, 4, 2));
    assert_eq!(listing(out), ["Cargo.toml", "examples/mine.rs", "notes.txt", "src/lib.rs"]);
    assert!(!out.join("src/operations").exists() && !out.join("src/models").exists());
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let temporary = TempDir::new().unwrap();
    let out = temporary.path();
    write(out, &[("src/models.rs", "file"), ("src/client/mod.rs", "folder")]);
    fs::create_dir(out.join("src/empty.rs")).unwrap();
    let after = [("src/models.rs/pet.rs", "folder"), ("src/client", "file"), ("src/empty.rs", "file")];
    assert_eq!(write(out, &after), (3, 2, 1));
    assert_eq!(listing(out), ["Cargo.toml", "src/client", "src/empty.rs", "src/models.rs/pet.rs"]);
}

#[test]
fn a_folder_that_we_did_not_make_is_refused() {
    let temporary = TempDir::new().unwrap();
    let refused = |path: &Path| {
        let folder = Folder::standalone(path.to_path_buf(), Territory::Standalone);
        folder.map(|_| ()).unwrap_err()
    };
    put(&temporary.path().join("notes/mine.txt"), "mine");
    assert_eq!(refused(&temporary.path().join("notes")).code, "foreign-folder");
    put(&temporary.path().join("crate/Cargo.toml"), "[package]\nname = \"sample\"\n");
    assert_eq!(refused(&temporary.path().join("crate")).exit, Exit::Usage);
    let file = temporary.path().join("notes/mine.txt");
    assert_eq!(refused(&file).code, "not-a-folder");
    assert_eq!(listing(temporary.path()), ["crate/Cargo.toml", "notes/mine.txt"]);
    let named = |name: &str| Folder::member(temporary.path().join("crate"), Some(name), &[]);
    assert!(named("sample").is_ok() && named("other").is_err());
}

#[test]
fn the_difference_is_unified_and_says_what_is_missing_and_stale() {
    let temporary = TempDir::new().unwrap();
    write(temporary.path(), &[("src/changed.rs", "one\ntwo\n"), ("src/stale.rs", "old\n")]);
    let (_, changes) = folder(temporary.path(), &[("src/changed.rs", "one\nthree\n"), ("src/missing.rs", "new\n")]);
    let expected = "\
--- out/src/changed.rs
+++ out/src/changed.rs
@@ -1,2 +1,2 @@
 one
-two
+three
--- /dev/null
+++ out/src/missing.rs
@@ -0,0 +1 @@
+new
--- out/src/stale.rs
+++ /dev/null
@@ -1 +0,0 @@
-old
";
    assert_eq!(changes.difference("out"), expected);
    assert_eq!(changes.count("to write", "to delete"), "2 files to write, 1 to delete");
    assert_eq!(changes.complaints().count(), 3);
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    let temporary = TempDir::new().unwrap();
    let (out, elsewhere) = (temporary.path().join("out"), temporary.path().join("elsewhere"));
    put(&elsewhere.join("lib.rs"), "mine");
    put(&out.join("Cargo.toml"), MARKED);
    std::os::unix::fs::symlink(&elsewhere, out.join("src")).unwrap();
    assert_eq!(write(&out, &[("src/lib.rs", "ours")]), (1, 1, 1));
    assert_eq!(fs::read_to_string(elsewhere.join("lib.rs")).unwrap(), "mine");
    assert_eq!(listing(&out), ["Cargo.toml", "src/lib.rs"]);
}

#[cfg(unix)]
#[test]
fn permissions_are_those_of_other_files() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let temporary = TempDir::new().unwrap();
    let plain = temporary.path().join("examples/plain.rs");
    write(temporary.path(), &[("src/lib.rs", "one")]);
    put(&plain, "");
    let file = temporary.path().join("src/lib.rs");
    assert_eq!(mode(&file), mode(&plain));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    write(temporary.path(), &[("src/lib.rs", "two")]);
    assert_eq!(mode(&file), 0o640);
}

#[test]
fn more_files_than_a_process_may_hold_open() {
    let temporary = TempDir::new().unwrap();
    let names: Vec<String> = (0..2000).map(|number| format!("src/models/m{number}.rs")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(write(temporary.path(), &files), (2001, 0, 0));
}
