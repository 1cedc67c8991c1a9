//! `api.txt` lists every public item: the emitted files, read with `syn`, hold the same.

use std::collections::BTreeMap;
use std::fs;

use quote::ToTokens;
use syn::{Fields, ImplItem, Item, Visibility};
use trueform::Files;

use crate::check::{root, run, sources};

#[test]
fn the_list_is_what_the_files_hold() {
    for entry in fs::read_dir(root().join("tests/it/cases")).expect("there are cases") {
        let path = entry.expect("a folder can be listed").path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let document = fs::read_to_string(&path).expect("a case can be read");
            let settings = fs::read_to_string(path.with_extension("toml")).ok();
            if let Some(files) = run(&sources(&document, settings.as_deref())).files {
                compare("sample", &files);
            }
        }
    }
}

#[test]
fn the_list_of_the_client_is_what_its_files_hold() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("a part of the repository");
    let sources = sources(&read("spec/cdexhub.yaml"), Some(&read("spec/cdexhub.toml")));
    let files = run(&sources).files.expect("the document is sound");
    compare("sample", &files);
}

fn compare(library: &str, files: &Files) {
    let mut found: Vec<String> = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| path.rsplit('.').next() == Some("rs")) {
        let folder = ["models", "operations"]
            .into_iter()
            .find(|folder| path.strip_prefix("src/").is_some_and(|path| path.starts_with(&format!("{folder}/"))));
        let folder = folder.or((path == "src/security.rs").then_some("security"));
        let module = folder.map_or_else(|| library.to_owned(), |folder| format!("{library}::{folder}"));
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path} is no Rust: {error}"));
        let wires = wires(&file);
        let mut reader = Reader { library, module: &module, wires: &wires, found: &mut found };
        file.items.iter().for_each(|item| reader.item(item));
    }
    let mut listed: Vec<String> =
        files["api.txt"].lines().filter(|line| !line.starts_with("# ")).map(str::to_owned).collect();
    let spaceless = |lines: &mut Vec<String>| {
        for line in lines.iter_mut() {
            line.retain(|character| !character.is_whitespace());
            // The pretty-printer ends a broken list with a comma.
            *line = line.replace(",)", ")").replace(",>", ">");
        }
        lines.sort();
    };
    spaceless(&mut listed);
    spaceless(&mut found);
    let missing: Vec<_> = found.iter().filter(|line| !listed.contains(line)).collect();
    let invented: Vec<_> = listed.iter().filter(|line| !found.contains(line)).collect();
    assert!(missing.is_empty() && invented.is_empty(), "not listed: {missing:#?}\nnot there: {invented:#?}");
    assert_eq!(listed.len(), found.len(), "an item is listed twice");
}

struct Reader<'a> {
    library: &'a str,
    module: &'a str,
    /// The texts of variants on the wire, by their paths within the file.
    wires: &'a BTreeMap<String, String>,
    found: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn line(&mut self, line: String) {
        self.found.push(line);
    }

    fn item(&mut self, item: &Item) {
        let module = self.module;
        match item {
            Item::Mod(item) if is_public(&item.vis) => self.line(format!("pub mod {module}::{}", item.ident)),
            Item::Use(item) if is_public(&item.vis) => {
                let path = text(&item.tree);
                if !path.starts_with("self") {
                    self.line(format!("pub use {path}"));
                }
            }
            Item::Struct(item) if is_public(&item.vis) => {
                let path = format!("{module}::{}", item.ident);
                self.line(format!("{}pub struct {path}", marks(&item.attrs)));
                self.fields(&path, &item.fields);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let path = format!("{module}::{}", item.ident);
                self.line(format!("{}pub enum {path}", marks(&item.attrs)));
                for variant in &item.variants {
                    let wire = self.wires.get(&format!("{}::{}", item.ident, variant.ident));
                    let wire = wire.map_or_else(String::new, |wire| format!(" as {wire:?}"));
                    self.line(format!("{path}::{}{}{wire}", variant.ident, text(&variant.fields)));
                }
            }
            Item::Type(item) if is_public(&item.vis) => {
                self.line(format!("pub type {module}::{} = {}", item.ident, text(&item.ty)));
            }
            Item::Const(item) if is_public(&item.vis) => self.constant(module, &item.ident, &item.ty, &item.expr),
            Item::Static(item) if is_public(&item.vis) => {
                self.line(format!("pub static {module}::{}: {}", item.ident, text(&item.ty)));
            }
            Item::Impl(item) => self.implementation(item),
            Item::Macro(item) => self.open_enum(item),
            _ => {}
        }
    }

    fn fields(&mut self, path: &str, fields: &Fields) {
        for (index, field) in fields.iter().enumerate().filter(|(_, field)| is_public(&field.vis)) {
            let name = field.ident.as_ref().map_or_else(|| index.to_string(), ToString::to_string);
            let wire = renamed(&field.attrs).map_or_else(String::new, |wire| format!(" as {wire:?}"));
            self.line(format!("pub {path}::{name}: {}{wire}", text(&field.ty)));
        }
    }

    fn constant(&mut self, owner: &str, name: &syn::Ident, ty: &syn::Type, value: &syn::Expr) {
        let value = literal(value).map_or_else(String::new, |value| format!(" = {value}"));
        self.line(format!("pub const {owner}::{name}: {}{value}", text(ty)));
    }

    /// `trueform_runtime::open_enum!(Name);`, whose impls the runtime writes.
    fn open_enum(&mut self, item: &syn::ItemMacro) {
        assert_eq!(text(&item.mac.path), "trueform_runtime :: open_enum");
        let name = item.mac.tokens.clone().into_iter().next().expect("the enumeration is named");
        for of in ["FromStr", "fmt::Display", "Serialize", "Validate"] {
            self.line(format!("impl {of} for {}::{name}", self.module));
        }
        self.line(format!("impl<'de> Deserialize<'de> for {}::{name}", self.module));
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let on = text(&item.self_ty);
        let is_client = on == "Client" && self.module != self.library;
        let owner = if is_client { format!("{}::{on}", self.library) } else { format!("{}::{on}", self.module) };
        if let Some((of, _)) = &item.trait_ {
            return self.line(format!("impl{} {} for {owner}", text(&item.generics), text(of)));
        }
        for part in &item.items {
            match part {
                ImplItem::Const(item) if is_public(&item.vis) => {
                    self.constant(&owner, &item.ident, &item.ty, &item.expr);
                }
                ImplItem::Fn(item) if is_public(&item.vis) => {
                    let signature = &item.sig;
                    let feature = item.attrs.iter().find(|attribute| attribute.path().is_ident("cfg")).map(text);
                    let feature = feature.unwrap_or_default();
                    let asynchronous = if signature.asyncness.is_some() { "async " } else { "" };
                    let inputs = text(&signature.inputs).replace("mut self", "self").replace("&self", "& self");
                    let returns = text(&signature.output);
                    self.line(format!("{feature}pub {asynchronous}fn {owner}::{}({inputs}){returns}", signature.ident));
                }
                _ => {}
            }
        }
    }
}

/// What the variants of the enums of a file are on the wire: what `as_str` or `value` says of them, or the values of the
/// tag by which `deserialize` knows them.
fn wires(file: &syn::File) -> BTreeMap<String, String> {
    let mut wires = BTreeMap::new();
    for item in &file.items {
        let Item::Impl(item) = item else { continue };
        let of = text(&item.self_ty);
        for function in
            item.items.iter().filter_map(|item| if let ImplItem::Fn(item) = item { Some(item) } else { None })
        {
            for statement in &function.block.stmts {
                let syn::Stmt::Expr(syn::Expr::Match(all), _) = statement else { continue };
                for arm in &all.arms {
                    let said = match function.sig.ident.to_string().as_str() {
                        "as_str" | "value" => wire(&arm.body).map(|wire| (text(&arm.pat), wire)),
                        "deserialize" => tags(&arm.pat).zip(only(&arm.body)).map(|(tags, variant)| (variant, tags)),
                        _ => None,
                    };
                    if let Some((variant, wire)) = said {
                        wires.insert(variant.replace(' ', "").replacen("Self", &of, 1), wire);
                    }
                }
            }
        }
    }
    wires
}

/// A value as it is on the wire: a text as it stands, anything else as JSON.
fn wire(value: &syn::Expr) -> Option<String> {
    match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        syn::Expr::Lit(_) | syn::Expr::Unary(_) => Some(literal(value)?.trim_end_matches(".0").to_owned()),
        // `Value::from("text")`, `trueform_runtime::literal("[]")`
        syn::Expr::Call(call) => wire(call.args.first()?),
        syn::Expr::Path(path) if path.path.segments.last()?.ident == "Null" => Some("null".to_owned()),
        _ => None,
    }
}

/// `Some("cat" | "kitty")`
fn tags(pattern: &syn::Pat) -> Option<String> {
    let syn::Pat::TupleStruct(some) = pattern else { return None };
    let one = |pattern: &syn::Pat| match pattern {
        syn::Pat::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    };
    match some.elems.first()? {
        syn::Pat::Or(or) => Some(or.cases.iter().map(one).collect::<Option<Vec<_>>>()?.join(" | ")),
        single => one(single),
    }
}

/// `choice.only(Self::Cat)`
fn only(call: &syn::Expr) -> Option<String> {
    let syn::Expr::MethodCall(call) = call else { return None };
    call.args.first().map(text)
}

/// The name of a field on the wire, where serde is told another.
fn renamed(attributes: &[syn::Attribute]) -> Option<String> {
    let mut name = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let _ = attribute.parse_nested_meta(|meta| {
            if let Ok(value) = meta.value() {
                let value: syn::LitStr = value.parse()?;
                if meta.path.is_ident("rename") {
                    name = Some(value.value());
                }
            }
            Ok(())
        });
    }
    name
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

/// The derives and `#[non_exhaustive]`, which belong to the promise.
fn marks(attributes: &[syn::Attribute]) -> String {
    let kept =
        attributes.iter().filter(|mark| mark.path().is_ident("derive") || mark.path().is_ident("non_exhaustive"));
    kept.map(|mark| text(mark) + " ").collect()
}

fn literal(value: &syn::Expr) -> Option<String> {
    match value {
        syn::Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(format!("{:?}", text.value())),
            syn::Lit::Int(number) => Some(number.base10_digits().to_owned()),
            syn::Lit::Float(number) => Some(number.base10_digits().to_owned()),
            syn::Lit::Bool(value) => Some(value.value.to_string()),
            _ => None,
        },
        syn::Expr::Unary(negative) => Some(format!("-{}", literal(&negative.expr)?)),
        _ => None,
    }
}
