//! What the Rust of a generated crate is made of: a closed vocabulary of attributes, macros and paths.

use std::collections::BTreeMap;

use quote::ToTokens;
use syn::visit::{self, Visit};

const MACROS: &[&str] = &["format", "matches", "vec", "write"];

/// Invocations that are known as a whole.
const WHOLE_MACROS: &[&str] = &[
    "env ! (\"CARGO_PKG_NAME\")",
    "env ! (\"CARGO_PKG_VERSION\")",
    "println ! (\"{}: {reply:?}\" , reply . status ())",
    "println ! (\"{done:?}\")",
    "println ! (\"{}\" , snapshot ?. state ())",
    "assert_eq ! (error . status () . map (| status | status . as_u16 ()) , Some (404))",
    "assert_eq ! (transport . requests () . len () , 1)",
    "assert_eq ! (done . elapsed () . as_secs () / 60 , 16)",
];

const ATTRIBUTES: &[&str] = &[
    "allow",
    "cfg",
    "cfg_attr",
    "default",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "forbid",
    "must_use",
    "non_exhaustive",
    "serde",
    "warn",
];

/// The modules of `std` that are named.
const STD: &[&str] = &[
    "borrow",
    "cmp",
    "collections",
    "convert",
    "error",
    "fmt",
    "future",
    "ops",
    "str",
    "string",
    "sync",
    "time",
    "vec",
    "option",
    "result",
];

/// Everything in a file that no file of ours has.
pub(crate) fn offences(file: &syn::File) -> Vec<String> {
    let mut seeker = Seeker::default();
    seeker.visit_file(file);
    seeker.offences
}

/// How many items there are of each kind: what a name or a text of the document can never add to.
pub(crate) fn items(file: &syn::File) -> BTreeMap<&'static str, usize> {
    let mut seeker = Seeker::default();
    seeker.visit_file(file);
    seeker.items
}

/// The docs of each item that has any, as rustdoc reads them.
pub(crate) fn docs(file: &syn::File) -> Vec<String> {
    let mut seeker = Seeker::default();
    seeker.visit_file(file);
    seeker.docs.push(text(&file.attrs));
    seeker.docs.retain(|docs| !docs.is_empty());
    seeker.docs
}

#[derive(Default)]
struct Seeker {
    offences: Vec<String>,
    items: BTreeMap<&'static str, usize>,
    docs: Vec<String>,
}

impl Seeker {
    fn attributes(&mut self, attributes: &[syn::Attribute]) {
        self.docs.push(text(attributes));
        for attribute in attributes {
            let name = attribute.path().to_token_stream().to_string();
            if !ATTRIBUTES.contains(&name.as_str()) {
                self.offences.push(format!("the attribute `{name}`"));
            }
            let is_text = |meta: &syn::Meta| {
                matches!(meta, syn::Meta::NameValue(pair)
                    if matches!(pair.value, syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(_), .. })))
            };
            if name == "doc" && !is_text(&attribute.meta) {
                self.offences.push(format!("docs that are no text: {}", attribute.to_token_stream()));
            }
        }
    }

    fn count(&mut self, kind: &'static str) {
        *self.items.entry(kind).or_default() += 1;
    }
}

/// The lines of the docs of an item, without the space that stands before each.
fn text(attributes: &[syn::Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes {
        if let syn::Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &pair.value
        {
            let text = text.value();
            lines.push(text.strip_prefix(' ').unwrap_or(&text).to_owned());
        }
    }
    lines.join("\n")
}

/// `trueform_runtime::open_enum!(Name)`, with nothing but the name and the words that the runtime knows.
fn is_open_enum(invoked: &syn::Macro) -> bool {
    let given = invoked.tokens.to_string();
    let name = given.strip_suffix(", others may come").unwrap_or(&given).trim();
    invoked.path.to_token_stream().to_string() == "trueform_runtime :: open_enum"
        && syn::parse_str::<syn::Ident>(name).is_ok()
}

impl<'ast> Visit<'ast> for Seeker {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        use syn::Item;
        let (kind, attributes) = match item {
            Item::Const(item) => ("const", &item.attrs),
            Item::Enum(item) => ("enum", &item.attrs),
            Item::Fn(item) => ("fn", &item.attrs),
            Item::Impl(item) => ("impl", &item.attrs),
            // What is invoked is looked at below.
            Item::Macro(item) => ("macro", &item.attrs),
            Item::Mod(item) => ("mod", &item.attrs),
            Item::Static(item) => ("static", &item.attrs),
            Item::Struct(item) => ("struct", &item.attrs),
            Item::Type(item) => ("type", &item.attrs),
            Item::Use(item) => ("use", &item.attrs),
            other => {
                self.offences.push(format!("an item of another kind: {}", other.to_token_stream()));
                return;
            }
        };
        if let Item::Mod(module) = item
            && module.content.is_some()
        {
            self.offences.push(format!("the module `{}` within a file", module.ident));
        }
        self.count(kind);
        self.attributes(attributes);
        visit::visit_item(self, item);
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.count("method");
        self.attributes(&function.attrs);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_impl_item_const(&mut self, constant: &'ast syn::ImplItemConst) {
        self.count("associated const");
        self.attributes(&constant.attrs);
        visit::visit_impl_item_const(self, constant);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        self.attributes(&field.attrs);
        visit::visit_field(self, field);
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.attributes(&variant.attrs);
        visit::visit_variant(self, variant);
    }

    fn visit_macro(&mut self, invoked: &'ast syn::Macro) {
        let text = invoked.to_token_stream().to_string();
        let name = invoked.path.to_token_stream().to_string();
        if !MACROS.contains(&name.as_str()) && !WHOLE_MACROS.contains(&text.as_str()) && !is_open_enum(invoked) {
            self.offences.push(format!("the macro `{text}`"));
        }
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        if signature.abi.is_some() || !matches!(signature.safety, syn::Safety::Default) {
            self.offences.push(format!("the function `{}` is of another kind", signature.ident));
        }
        visit::visit_signature(self, signature);
    }

    fn visit_expr_unsafe(&mut self, _: &'ast syn::ExprUnsafe) {
        self.offences.push("an unsafe block".to_owned());
    }

    fn visit_use_tree(&mut self, tree: &'ast syn::UseTree) {
        if let syn::UseTree::Path(path) = tree
            && let syn::UseTree::Path(inner) = &*path.tree
        {
            self.names(&[path.ident.to_string(), inner.ident.to_string()]);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.names(&names);
        visit::visit_path(self, path);
    }
}

impl Seeker {
    fn names(&mut self, names: &[String]) {
        if let [first, second, ..] = names
            && first == "std"
            && !STD.contains(&second.as_str())
        {
            self.offences.push(format!("the path `{}`", names.join("::")));
        }
    }
}
