//! The house itself: the invariants that no type can hold.

use std::fs;
use std::path::{Path, PathBuf};

use crate::check::root;

/// A file of the house, with its path from the root.
struct Room {
    path: String,
    text: String,
}

impl Room {
    /// The text without its unit tests, which may do what the code may not.
    fn code(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }

    /// Whether the whole file is unit tests.
    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }
}

fn rooms(folders: &[&str]) -> Vec<Room> {
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    let mut rooms = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder of the repository can be listed");
            open.extend(entries.map(|entry| entry.expect("an entry can be read").path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source can be read");
            let from_root = path.strip_prefix(root()).expect("it lies below the root");
            rooms.push(Room { path: from_root.to_string_lossy().replace('\\', "/"), text });
        }
    }
    assert!(!rooms.is_empty(), "nothing found below {folders:?}");
    rooms
}

/// The lines of code that hold one of the words, with their places.
fn naming(rooms: &[Room], allowed: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for room in rooms.iter().filter(|room| !room.is_below(allowed) && !room.is_test()) {
        for (index, line) in room.code().lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if words.iter().any(|word| code.contains(word)) {
                found.push(format!("{}:{}: {}", room.path, index + 1, line.trim()));
            }
        }
    }
    found
}

#[track_caller]
fn assert_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn the_generator_never_touches_the_world() {
    let words = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net",
        "SystemTime",
        "Instant::now",
        "HashMap",
        "HashSet",
        "rand::",
    ];
    let rooms = rooms(&["generator/src"]);
    assert_none("the generator touches the world", &naming(&rooms, &[], &words));
    let prints = |line: &String| {
        line.rsplit(": ").next().is_some_and(|code| code.starts_with("print") || code.starts_with("eprint"))
    };
    let printing: Vec<String> = naming(&rooms, &[], &["print!(", "println!("]).into_iter().filter(prints).collect();
    assert_none("the generator prints", &printing);
}

#[test]
fn openapi_ends_at_lower() {
    let rooms = rooms(&["generator/src"]);
    let allowed = ["generator/src/parse", "generator/src/lower"];
    assert_none("openapiv3 beyond lower", &naming(&rooms, &allowed, &["openapiv3"]));
    assert_none("serde_yaml beyond parse", &naming(&rooms, &["generator/src/parse"], &["serde_yaml"]));
}

#[test]
fn rust_begins_at_plan() {
    let rooms = rooms(&["generator/src"]);
    let allowed = ["generator/src/emit", "generator/src/format.rs"];
    let words = ["quote::", "quote!", "syn::", "proc_macro2", "prettyplease"];
    assert_none("tokens before emit", &naming(&rooms, &allowed, &words));
    let allowed = [
        "generator/src/plan",
        "generator/src/emit",
        "generator/src/format.rs",
        "generator/src/rust",
        "generator/src/lib.rs",
    ];
    assert_none("model 2 before plan", &naming(&rooms, &allowed, &["crate::rust"]));
    let beyond = ["generator/src/emit", "generator/src/format.rs", "generator/src/rust"];
    let found: Vec<String> = naming(&rooms, &[], &["crate::api", "crate::settings"])
        .into_iter()
        .filter(|line| beyond.iter().any(|room| line.starts_with(room)))
        .collect();
    assert_none("model 1 after plan", &found);
}

#[test]
fn a_document_cannot_panic_us() {
    let rooms = rooms(&["generator/src", "runtime/src"]);
    assert_none(
        "panics",
        &naming(&rooms, &[], &[".unwrap()", "panic!(", "todo!(", "unimplemented!(", "unreachable!("]),
    );
    let bare: Vec<String> = naming(&rooms, &[], &[".expect(\"\")"]);
    assert_none("expectations without a sentence", &bare);
}

#[test]
fn no_file_outgrows_its_concept() {
    let folders = ["generator/src", "runtime/src", "xtask/src", "tests/it"];
    let long: Vec<String> = rooms(&folders)
        .iter()
        .filter(|room| !room.is_below(&["tests/it/facts.rs"]))
        .map(|room| (room.path.clone(), room.text.lines().count()))
        .filter(|(_, lines)| *lines > 400)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert_none("a concept is missing a name", &long);
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<String> = rooms(&["generator/src", "runtime/src", "xtask/src", "tests/it", "generated/src"])
        .iter()
        .filter(|room| !room.is_test())
        .filter(|room| {
            !room
                .text
                .lines()
                .find(|line| !line.starts_with("// ") && !line.is_empty())
                .is_some_and(|line| line.starts_with("//!"))
        })
        .map(|room| room.path.clone())
        .collect();
    assert_none("modules without `//!`", &silent);
}

#[test]
fn names_say_something() {
    let vague: Vec<String> = rooms(&["generator/src", "runtime/src", "xtask/src", "tests/it"])
        .into_iter()
        .map(|room| room.path)
        .filter(|path| {
            let stem = Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            ["utils", "util", "helpers", "helper", "manager", "misc", "common"].contains(&stem.as_str())
        })
        .collect();
    assert_none("names that say nothing", &vague);
}

#[test]
fn the_machine_owns_the_generated_crate() {
    let alien: Vec<String> = rooms(&["generated/src"])
        .iter()
        .filter(|room| !room.text.starts_with("// Written by `cargo xtask codegen`."))
        .map(|room| room.path.clone())
        .collect();
    assert_none("files that the machine did not write", &alien);
}

#[test]
fn the_commands_never_depend_on_what_they_make() {
    let manifest = fs::read_to_string(root().join("xtask/Cargo.toml")).expect("the manifest can be read");
    assert!(!manifest.contains("cdexhub") && !manifest.contains("zoo"));
    let manifest = fs::read_to_string(root().join("generated/Cargo.toml")).expect("the manifest can be read");
    assert!(manifest.contains("[lib]\npath = \"src/lib.rs\""), "the crate loads while its sources are lost");
}

#[test]
fn imports_point_one_way() {
    // The corridor: a room may import what stands before it, and nothing behind it.
    let corridor = ["source", "diagnostic", "settings", "parse", "api", "lower", "rust", "plan", "emit", "format"];
    let open = |room: &str, other: &str| match room {
        // Model 2 and places stand on nothing.
        "source" | "rust" => false,
        "diagnostic" | "api" => other == "source",
        "settings" | "parse" => ["source", "diagnostic"].contains(&other),
        "lower" => ["source", "diagnostic", "parse", "api"].contains(&other),
        "plan" => ["source", "diagnostic", "settings", "api", "rust"].contains(&other),
        "emit" => other == "rust",
        "format" => ["rust", "emit"].contains(&other),
        _ => true,
    };
    let rooms = rooms(&["generator/src"]);
    let mut wrong = Vec::new();
    for room in corridor {
        let prefix = format!("generator/src/{room}");
        let own: Vec<&Room> = rooms
            .iter()
            .filter(|file| file.path == format!("{prefix}.rs") || file.path.starts_with(&format!("{prefix}/")))
            .collect();
        assert!(!own.is_empty(), "there is no room `{room}`");
        for file in own {
            for other in corridor.iter().filter(|other| **other != room && !open(room, other)) {
                for (index, line) in file.code().lines().enumerate() {
                    if line.contains(&format!("crate::{other}::")) || line.contains(&format!("crate::{other};")) {
                        wrong.push(format!("{}:{}: {}", file.path, index + 1, line.trim()));
                    }
                }
            }
        }
    }
    assert_none("arrows that run back up", &wrong);
}
