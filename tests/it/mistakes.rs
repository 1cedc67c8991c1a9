//! Every mistake that the generator can find is found in a case: each function that makes a diagnostic is called for a
//! document of `cases/`, and has one code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use syn::visit::Visit;

use crate::check::{root, run, sources};

/// Functions that no case can reach, each with the reason.
const OUT_OF_REACH: &[(&str, &str)] = &[(
    "parse.rs: refused",
    "the table of keywords leaves nothing that `openapiv3` refuses, as far as we know; where it does, this is said and no panic",
)];

/// A function that makes diagnostics.
pub(crate) struct Mistake {
    /// Its file and name, for example `parse.rs: tab`.
    pub(crate) name: String,
    /// The code of what it makes.
    pub(crate) code: String,
    /// Its file from the root of the repository, and its lines.
    file: String,
    lines: RangeInclusive<usize>,
}

/// All functions of the room `diagnostic` that make diagnostics, as its sources have them.
pub(crate) fn mistakes() -> Vec<Mistake> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("generator/src/diagnostic")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the room can be listed") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.extend(mistakes_of(&path));
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}

fn mistakes_of(path: &Path) -> Vec<Mistake> {
    let text = fs::read_to_string(path).expect("a source can be read");
    let file = path.strip_prefix(root()).expect("it lies below the root").to_string_lossy().replace('\\', "/");
    let syntax = syn::parse_file(&text).expect("the sources are Rust");
    let constants = constants(&syntax);
    let functions = syntax.items.iter().filter_map(|item| match item {
        syn::Item::Fn(function) => Some(function),
        _ => None,
    });
    let makes = |function: &&syn::ItemFn| match &function.sig.output {
        syn::ReturnType::Type(_, ty) => matches!(&**ty, syn::Type::Path(path) if path.path.is_ident("Diagnostic")),
        syn::ReturnType::Default => false,
    };
    let mistake = |function: &syn::ItemFn| {
        let ident = function.sig.ident.to_string();
        let name = format!("{}: {ident}", file.trim_start_matches("generator/src/diagnostic/"));
        assert!(matches!(function.vis, syn::Visibility::Public(_)), "{name} hides behind another function");
        let mut codes = Codes { constants: &constants, found: Vec::new(), name: &name };
        codes.visit_item_fn(function);
        let [code] = &codes.found[..] else { panic!("{name} makes {} diagnostics, and not one", codes.found.len()) };
        Mistake { code: code.clone(), lines: lines(&text, &ident), file: file.clone(), name }
    };
    functions.filter(makes).map(mistake).collect()
}

/// The lines of a function that stands at the margin, as rustfmt writes it.
fn lines(text: &str, ident: &str) -> RangeInclusive<usize> {
    let mut lines = (1..).zip(text.lines());
    let head = format!("pub fn {ident}(");
    let (first, _) = lines.find(|(_, line)| line.starts_with(&head)).expect("the function is at the margin");
    let (last, _) = lines.find(|(_, line)| *line == "}").expect("the function ends at the margin");
    first..=last
}

fn constants(syntax: &syn::File) -> BTreeMap<String, String> {
    let constant = |item: &syn::Item| match item {
        syn::Item::Const(constant) => Some((constant.ident.to_string(), literal(&constant.expr)?)),
        _ => None,
    };
    syntax.items.iter().filter_map(constant).collect()
}

fn literal(expression: &syn::Expr) -> Option<String> {
    match expression {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// The codes that a function passes to `error`, `warning` and `note`.
struct Codes<'file> {
    constants: &'file BTreeMap<String, String>,
    found: Vec<String>,
    name: &'file str,
}

impl<'ast> Visit<'ast> for Codes<'_> {
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        let makes = |path: &syn::Path| ["error", "warning", "note"].iter().any(|word| path.is_ident(word));
        if matches!(&*call.func, syn::Expr::Path(function) if makes(&function.path)) {
            let code = match &call.args[1] {
                syn::Expr::Path(path) => {
                    path.path.get_ident().and_then(|ident| self.constants.get(&ident.to_string())).cloned()
                }
                other => literal(other),
            };
            self.found.push(code.unwrap_or_else(|| panic!("the code of {} is neither text nor constant", self.name)));
        }
        syn::visit::visit_expr_call(self, call);
    }
}

/// The file and line in which each diagnostic of each case was made, with its code.
fn made() -> BTreeSet<(String, usize, &'static str)> {
    let mut made = BTreeSet::new();
    for entry in fs::read_dir(root().join("tests/it/cases")).expect("there are cases") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let document = fs::read_to_string(&path).expect("a case can be read");
        let settings = fs::read_to_string(path.with_extension("toml")).ok();
        for diagnostic in run(&sources(&document, settings.as_deref())).report.diagnostics() {
            let at = diagnostic.made_at();
            let line = usize::try_from(at.line()).expect("a line is small");
            made.insert((at.file().replace('\\', "/"), line, diagnostic.code));
        }
    }
    made
}

#[test]
fn every_mistake_has_a_case() {
    let made = made();
    let mistakes = mistakes();
    assert!(mistakes.len() > 90, "only {} functions were found", mistakes.len());
    let by = |mistake: &Mistake| {
        let made = made.iter().filter(|(file, line, _)| file.ends_with(&mistake.file) && mistake.lines.contains(line));
        made.map(|(_, _, code)| *code).collect::<Vec<_>>()
    };
    let mut without = Vec::new();
    for mistake in &mistakes {
        let codes = by(mistake);
        let out_of_reach = OUT_OF_REACH.iter().any(|(name, _)| *name == mistake.name);
        match (codes.is_empty(), out_of_reach) {
            (true, false) => without.push(mistake.name.as_str()),
            (false, true) => panic!("{} is listed as out of reach, and a case reaches it", mistake.name),
            _ => assert!(codes.iter().all(|code| *code == mistake.code), "{}: {codes:?}", mistake.name),
        }
    }
    assert!(without.is_empty(), "mistakes without a case in tests/it/cases:\n{}", without.join("\n"));
    for (name, _) in OUT_OF_REACH {
        assert!(mistakes.iter().any(|mistake| mistake.name == *name), "{name} is gone, and still listed");
    }
    let strangers: Vec<_> = made
        .iter()
        .filter(|(file, line, _)| {
            !mistakes.iter().any(|mistake| file.ends_with(&mistake.file) && mistake.lines.contains(line))
        })
        .collect();
    assert!(strangers.is_empty(), "diagnostics that no such function made: {strangers:?}");
}
