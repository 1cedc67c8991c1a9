//! The list of public items, one line each, for reviewers.

use std::fmt::{Display, Write};

use crate::rust::{
    Constant, Crate, Fields, File, Function, Impl, ImplItem, Item, OpenEnum, Receiver, Serde, Static, Struct, Type,
    Value, Visibility,
};

/// The text of `api.txt`.
pub fn surface(planned: &Crate) -> String {
    let library = planned.manifest.name.replace('-', "_");
    let mut text = String::new();
    for line in &planned.manifest.header {
        let _ = writeln!(text, "# {line}");
    }
    let mut files: Vec<&File> = planned.files.iter().collect();
    files.sort_by(|one, other| (&one.module, &one.path).cmp(&(&other.module, &other.path)));
    for file in files {
        let module = file.module.iter().fold(library.clone(), |path, name| format!("{path}::{name}"));
        for item in &file.items {
            let mut lines = Lines { library: &library, module: &module, text: &mut text };
            lines.item(item);
        }
    }
    text
}

struct Lines<'t> {
    library: &'t str,
    module: &'t str,
    text: &'t mut String,
}

impl Lines<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn item(&mut self, item: &Item) {
        let module = self.module;
        match item {
            Item::Module(item) if item.visibility == Visibility::Public => {
                self.line(&format!("pub mod {module}::{}", item.name));
            }
            Item::Module(_) => {}
            // What a file re-exports from within the crate is listed under its public path.
            Item::Reexport(item) if item.path.starts_with("self") => {}
            Item::Reexport(item) => {
                let path = if item.path.is_empty() { String::new() } else { format!("{}::", item.path) };
                for name in &item.names {
                    self.line(&format!("pub use {path}{name}"));
                }
            }
            Item::Struct(item) => self.structure(item),
            Item::Enum(item) => {
                let derives = item.derives.join(", ");
                self.line(&format!("#[derive({derives})] #[non_exhaustive] pub enum {module}::{}", item.name));
                for variant in &item.variants {
                    let holds = variant.holds.as_ref().map_or_else(String::new, |ty| format!("({ty})"));
                    let wire = variant.wire.as_ref().map_or_else(String::new, |wire| format!(" as {wire:?}"));
                    self.line(&format!("{module}::{}::{}{holds}{wire}", item.name, variant.name));
                }
            }
            Item::Alias(item) => self.line(&format!("pub type {module}::{} = {}", item.name, item.ty)),
            Item::Constant(item) => self.constant(module, item),
            Item::Static(item) => self.fixed(item),
            Item::Impl(item) => self.implementation(item),
            Item::OpenEnum(item) => {
                for (lifetime, of) in OpenEnum::IMPLS {
                    self.implements(lifetime, &of, &format!("{module}::{}", item.name));
                }
            }
        }
    }

    fn structure(&mut self, item: &Struct) {
        let path = format!("{}::{}", self.module, item.name);
        let derives = item.derives.join(", ");
        let non_exhaustive = if item.non_exhaustive { "#[non_exhaustive] " } else { "" };
        self.line(&format!("#[derive({derives})] {non_exhaustive}pub struct {path}"));
        match &item.fields {
            Fields::Named(fields) => {
                for field in fields.iter().filter(|field| field.visibility == Visibility::Public) {
                    let wire = field.serde.iter().find_map(|serde| match serde {
                        Serde::Rename(wire) => Some(format!(" as {wire:?}")),
                        _ => None,
                    });
                    self.line(&format!("pub {path}::{}: {}{}", field.name, field.ty, wire.unwrap_or_default()));
                }
            }
            Fields::Tuple(Visibility::Public, ty) => self.line(&format!("pub {path}::0: {ty}")),
            Fields::Tuple(..) => {}
        }
    }

    fn constant(&mut self, owner: &str, item: &Constant) {
        if item.visibility == Some(Visibility::Public) {
            let value = constant_value(&item.value).map_or_else(String::new, |value| format!(" = {value}"));
            self.line(&format!("pub const {owner}::{}: {}{value}", item.name, item.ty));
        }
    }

    fn fixed(&mut self, item: &Static) {
        if item.visibility == Visibility::Public {
            self.line(&format!("pub static {}::{}: {}", self.module, item.name, item.ty));
        }
    }

    fn implements(&mut self, lifetime: Option<&str>, of: &dyn Display, owner: &str) {
        let lifetime = lifetime.map_or_else(String::new, |lifetime| format!("<'{lifetime}>"));
        self.line(&format!("impl{lifetime} {of} for {owner}"));
    }

    fn implementation(&mut self, item: &Impl) {
        let owner = match &item.on {
            Type::Path { import: Some(_), .. } => item.on.absolute(self.library),
            other => format!("{}::{other}", self.module),
        };
        if let Some(of) = &item.of {
            return self.implements(item.lifetime, of, &owner);
        }
        for part in &item.items {
            match part {
                ImplItem::Constant(constant) => self.constant(&owner, constant),
                ImplItem::Function(function) if function.visibility == Some(Visibility::Public) => {
                    self.line(&signature(&owner, function));
                }
                ImplItem::Function(_) | ImplItem::Type(..) => {}
            }
        }
    }
}

fn signature(owner: &str, function: &Function) -> String {
    let receiver = match function.receiver {
        Receiver::None => None,
        Receiver::Ref => Some("&self".to_owned()),
        Receiver::Mut => Some("&mut self".to_owned()),
        // Whether a function changes its own copy of `self` is its own business.
        Receiver::Value | Receiver::MutValue => Some("self".to_owned()),
    };
    let parameters = function.parameters.iter().map(|(name, ty)| format!("{name}: {ty}"));
    let arguments: Vec<String> = receiver.into_iter().chain(parameters).collect();
    let feature = function.feature.map_or_else(String::new, |feature| format!("#[cfg(feature = {feature:?})] "));
    let asynchronous = if function.is_async { "async " } else { "" };
    let returns = function.returns.as_ref().map_or_else(String::new, |ty| format!(" -> {ty}"));
    format!("{feature}pub {asynchronous}fn {owner}::{}({}){returns}", function.name, arguments.join(", "))
}

/// The values that a user of the crate may rely on.
fn constant_value(value: &Value) -> Option<String> {
    match value {
        Value::Boolean(value) => Some(value.to_string()),
        Value::Integer(value) => Some(value.to_string()),
        Value::Float(value) => Some(format!("{value:?}")),
        Value::Text(text) => Some(format!("{text:?}")),
        _ => None,
    }
}
