//! The documents of a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::paths;

/// A file that may be a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Document {
    pub(super) path: PathBuf,
    /// The name of its crate.
    pub(super) package: String,
}

/// What the folders hold.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// In the order of their paths.
    pub(super) documents: Vec<Document>,
    /// How many files have a name that no document has.
    pub(super) others: usize,
}

/// All documents at and below these paths.
pub(super) fn find(places: &[PathBuf]) -> Result<Found, Failure> {
    let (mut files, mut others) = (Vec::new(), 0);
    for place in places {
        let whole = paths::absolute(place);
        if !whole.exists() {
            return Err(Failure::no_such_file(place));
        }
        // A document has the same name whether it is given itself or with its folder.
        let folder = if whole.is_dir() { &whole } else { whole.parent().unwrap_or(&whole) };
        let above = folder.parent().unwrap_or(folder).to_path_buf();
        let mut below = Vec::new();
        others += collect(&whole, &mut below)?;
        below.sort();
        files.extend(
            below.into_iter().map(|path| (words(&above, &path.with_extension("")), words(&above, &path), path)),
        );
    }
    files.dedup();
    if files.is_empty() {
        return Err(Failure::no_documents(&places[0]));
    }
    Ok(Found { documents: named(files), others })
}

/// Adds the documents at and below a path, and counts the other files.
fn collect(place: &Path, files: &mut Vec<PathBuf>) -> Result<usize, Failure> {
    let unreadable = |error| Failure::unreadable(place, &error);
    if !place.is_dir() {
        let known = |extension: &std::ffi::OsStr| ["json", "yaml", "yml"].iter().any(|known| extension == *known);
        let is_document = place.extension().is_some_and(known);
        if is_document {
            files.push(place.to_path_buf());
        }
        return Ok(usize::from(!is_document));
    }
    let mut others = 0;
    for entry in fs::read_dir(place).map_err(unreadable)? {
        others += collect(&entry.map_err(unreadable)?.path(), files)?;
    }
    Ok(others)
}

/// A path as the name of a package: `real/stripe.yaml` is `real-stripe-yaml`.
fn words(above: &Path, path: &Path) -> String {
    let way = paths::relative(above, path).to_ascii_lowercase();
    let words = way.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    // A name that begins with a letter and has two words is taken by nothing else in the folder of all crates.
    ["a"]
        .into_iter()
        .filter(|_| !way.starts_with(|first: char| first.is_ascii_lowercase()))
        .chain(words)
        .collect::<Vec<_>>()
        .join("-")
}

/// Each file by the name of its path without extension; where several have that name, with it, and at last with a number.
fn named(files: Vec<(String, String, PathBuf)>) -> Vec<Document> {
    let mut shorts: BTreeMap<String, usize> = BTreeMap::new();
    for (short, _, _) in &files {
        *shorts.entry(short.clone()).or_default() += 1;
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut documents = Vec::new();
    for (short, long, path) in files {
        let name = if shorts[&short] == 1 { short } else { long };
        let uses = taken.entry(name.clone()).or_default();
        *uses += 1;
        let package = if *uses == 1 { name } else { format!("{name}-again-{uses}") };
        documents.push(Document { path, package });
    }
    documents
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::named;

    #[track_caller]
    fn check(files: &[(&str, &str)], packages: &[&str]) {
        let files = files.iter().map(|(short, long)| ((*short).to_owned(), (*long).to_owned(), PathBuf::from(long)));
        let named = named(files.collect());
        assert_eq!(named.iter().map(|document| document.package.as_str()).collect::<Vec<_>>(), packages);
    }

    #[test]
    fn each_document_has_a_name_of_its_own() {
        check(&[("real-pets", "real-pets-yaml"), ("real-shop", "real-shop-json")], &["real-pets", "real-shop"]);
        check(&[("a-pets", "a-pets-json"), ("a-pets", "a-pets-yaml")], &["a-pets-json", "a-pets-yaml"]);
        check(&[("a-b", "a-b-json"), ("a-b", "a-b-json")], &["a-b-json", "a-b-json-again-2"]);
    }
}
