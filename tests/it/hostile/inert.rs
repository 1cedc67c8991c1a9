//! What a generated crate must never hold, whatever the document says.

use std::collections::BTreeSet;
use std::path::Path;

use toml_edit::{DocumentMut, Item, Table};
use trueform::Files;

use super::code;
use super::prose;

/// Everything that is wrong with the files of a crate; nothing where a document has done no harm. Files that a sound crate
/// has too are not looked into.
pub(crate) fn offences(files: &Files, sound: &Files) -> Vec<String> {
    let mut found = paths(files);
    for (path, text) in files.iter().filter(|(path, text)| sound.get(*path) != Some(*text)) {
        let acting: BTreeSet<char> = text.chars().filter(|character| acts(*character)).collect();
        found.extend(
            acting
                .into_iter()
                .map(|character| format!("{path}: the character U+{:04X} stands in it as it is", u32::from(character))),
        );
        if is_source(path) {
            match syn::parse_file(text) {
                Ok(file) => {
                    found.extend(code::offences(&file).into_iter().map(|offence| format!("{path}: {offence}")));
                    for docs in code::docs(&file) {
                        found.extend(prose::offences(&docs).into_iter().map(|offence| format!("{path}: {offence}")));
                    }
                }
                Err(error) => found.push(format!("{path}: no Rust: {error}")),
            }
        }
        if path == "README.md" {
            let of_pages = prose::page_offences(text);
            found.extend(of_pages.into_iter().map(|offence| format!("{path}: {offence}")));
        }
    }
    found.extend(manifest(&files["Cargo.toml"]));
    found
}

/// Whether a file is Rust.
pub(crate) fn is_source(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "rs")
}

/// Whether a character does something to a terminal, an editor or a compiler instead of being seen.
pub(crate) fn acts(character: char) -> bool {
    let turns_around = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns_around || character != '\n' && character.is_control()
}

/// Paths stay below the crate, can be written on every system, and never meet.
fn paths(files: &Files) -> Vec<String> {
    let mut found = Vec::new();
    let mut folded = BTreeSet::new();
    for path in files.keys() {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_./-".contains(&byte);
        let is_ours = ["Cargo.toml", "README.md"].contains(&path.as_str());
        let stem = |part: &str| part.split('.').next().unwrap_or_default().to_owned();
        let wrong = match path.as_str() {
            path if !is_ours && !path.bytes().all(is_plain) => "has odd characters",
            path if path.len() > 300 => "is too long",
            path if path.split('/').any(|part| part.is_empty() || part.starts_with('.')) => "leads elsewhere",
            path if path.split('/').any(|part| part.len() > 255) => "has a part that is too long",
            path if path.split('/').any(|part| is_device(&stem(part))) => "is a device of Windows",
            path if !folded.insert(path.to_ascii_lowercase()) => "meets another",
            _ => continue,
        };
        found.push(format!("the path {path:?} {wrong}"));
    }
    found
}

fn is_device(stem: &str) -> bool {
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    ["con", "prn", "aux", "nul"].contains(&stem) || numbered.is_some_and(|rest| rest.len() == 1)
}

/// The manifest says what a manifest of ours says, and nothing else.
fn manifest(text: &str) -> Vec<String> {
    let table = match text.parse::<DocumentMut>() {
        Ok(table) => table,
        Err(error) => return vec![format!("Cargo.toml: no TOML: {error}")],
    };
    let sections = ["package", "lib", "features", "dependencies", "dev-dependencies", "example", "workspace"];
    let keys = [
        "name",
        "version",
        "edition",
        "rust-version",
        "description",
        "license",
        "repository",
        "homepage",
        "documentation",
        "readme",
        "authors",
        "keywords",
        "categories",
        "publish",
        "metadata",
    ];
    let others = |section: Option<&Item>, known: &[&str]| -> Vec<String> {
        let members = section.and_then(Item::as_table).into_iter().flat_map(Table::iter);
        let others = members.filter(|(key, _)| !known.contains(key));
        others.map(|(key, _)| format!("Cargo.toml: another key `{key}`")).collect()
    };
    let mut found = others(Some(table.as_item()), &sections);
    found.extend(others(table.get("package"), &keys));
    found.extend(others(table.get("lib"), &["path"]));
    let text_of = |section: &str, key: &str| table.get(section)?.get(key)?.as_str().map(str::to_owned);
    let name = text_of("package", "name").unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) || !name.bytes().all(is_plain) || name.len() > 64 {
        found.push(format!("Cargo.toml: the name {name:?}"));
    }
    if text_of("lib", "path").as_deref() != Some("src/lib.rs") {
        found.push("Cargo.toml: another library".to_owned());
    }
    found
}
