//! Tokens to text: every item through the pretty-printer, an empty line between items and between functions.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::emit;
use crate::outcome::Files;
use crate::rust::{Crate, File, Import, Item};
use crate::stack;
use crate::stage::Stage;

/// How many files are written at a time.
const WRITERS: usize = 4;

/// Every file of a crate. Sources are written several at a time, in no order, and each is dropped when it is written: the
/// tokens of a whole crate are never held at once.
pub fn files(planned: Crate, begins: &mut dyn FnMut(Stage)) -> Files {
    begins(Stage::Emit);
    let lists = [
        ("Cargo.toml", emit::manifest(&planned.manifest)),
        ("README.md", emit::readme(&planned.readme)),
        ("api.txt", emit::surface(&planned)),
        // The pretty-printer is not rustfmt, and what a machine wrote is not a person's to format.
        ("src/rustfmt.toml", "disable_all_formatting = true\n".to_owned()),
    ];
    begins(Stage::Format);
    let sources = Mutex::new(planned.files.into_iter());
    let next = || sources.lock().unwrap_or_else(PoisonError::into_inner).next();
    let written = Mutex::new(Files::from(lists.map(|(path, text)| (path.to_owned(), text))));
    stack::on_large_ones(WRITERS, || {
        while let Some(source) = next() {
            let text = file(&source);
            written.lock().unwrap_or_else(PoisonError::into_inner).insert(source.path, text);
        }
    });
    written.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The text of a source file.
fn file(file: &File) -> String {
    let mut text = String::new();
    for line in &file.header {
        let _ = writeln!(text, "// {line}");
    }
    if !file.header.is_empty() {
        text.push('\n');
    }
    for line in &file.docs.0 {
        let _ = writeln!(text, "{}", format!("//! {line}").trim_end());
    }
    if !file.attributes.is_empty() {
        text.push('\n');
    }
    for attribute in &file.attributes {
        let _ = writeln!(text, "#![{attribute}]");
    }
    imports(&mut text, &file.imports.iter().collect::<Vec<_>>());
    let mut before: Option<&Item> = None;
    for item in &file.items {
        let dense = before.is_some_and(|before| is_dense(before, item));
        if !dense {
            text.push('\n');
        }
        text.push_str(&formatted(item.to_token_stream()));
        before = Some(item);
    }
    text
}

/// Lists of modules and of re-exports stand without empty lines.
fn is_dense(before: &Item, item: &Item) -> bool {
    match (before, item) {
        (Item::Module(_), Item::Module(item)) => item.docs.0.is_empty(),
        (Item::Reexport(_), Item::Reexport(item)) => item.docs.0.is_empty(),
        _ => false,
    }
}

fn formatted(item: TokenStream) -> String {
    let item: syn::Item = syn::parse2(item).expect("`emit` writes items that Rust can read");
    let functions = matches!(&item, syn::Item::Impl(item) if item.items.len() > 1);
    let text =
        prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] });
    if functions { spaced(&text) } else { text }
}

/// An empty line between the items of an impl, docs and attributes going along; lists of types stand dense.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 16);
    let mut ended = Ended::No;
    for line in text.lines() {
        // The items of an impl start, and their last lines stand, at the impl's own depth.
        let own = line.starts_with("    ") && !line.starts_with("     ");
        let starts = own && !line.starts_with("    }");
        let is_type = line.starts_with("    type ");
        if starts && (ended == Ended::Item || ended == Ended::Type && !is_type) {
            spaced.push('\n');
        }
        ended = match own && line.ends_with([';', '}']) {
            true if is_type => Ended::Type,
            true => Ended::Item,
            false => Ended::No,
        };
        spaced.push_str(line);
        spaced.push('\n');
    }
    spaced
}

/// What ended with the line before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    No,
    Type,
    Item,
}

/// `use` lines: `std` first, then other crates, then the crate itself.
fn imports(text: &mut String, imports: &[&Import]) {
    let groups: [fn(&str) -> bool; 3] = [
        |module| module == "std" || module.starts_with("std::"),
        |module| !module.starts_with("std") && !module.starts_with("crate"),
        |module| module.starts_with("crate"),
    ];
    for belongs in groups {
        let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for import in imports.iter().filter(|import| belongs(&import.module)) {
            modules.entry(&import.module).or_default().push(&import.name);
        }
        if !modules.is_empty() {
            text.push('\n');
        }
        let mut lines: Vec<String> = modules.iter().map(|(module, names)| use_line(module, names)).collect();
        lines.sort();
        text.push_str(&lines.concat());
    }
}

fn use_line(module: &str, names: &[&str]) -> String {
    const WIDTH: usize = 100;
    if let [name] = names {
        return format!("use {module}::{name};\n");
    }
    let line = format!("use {module}::{{{}}};\n", names.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    let mut text = format!("use {module}::{{\n");
    let mut row = String::from("   ");
    for name in names {
        if row.len() + name.len() + 2 > WIDTH {
            text.push_str(&row);
            text.push('\n');
            row = String::from("   ");
        }
        let _ = write!(row, " {name},");
    }
    let _ = write!(text, "{row}\n}};\n");
    text
}
