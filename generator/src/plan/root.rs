//! The files of the crate, and the modules that hold them together.

use std::collections::BTreeSet;

use super::Context;
use super::documentation::{Paragraphs, code};
use super::feature;
use super::home::ModelFile;
use super::operation::endpoint;
use crate::api::{Operation, Shape, Type};
use crate::diagnostic::Report;
use crate::rust::{Documentation, File, Ident, Import, Item, Module, Reexport, Visibility};

/// The feature that the client is behind.
const CLIENT: Option<&str> = Some("client");

impl Context<'_> {
    /// Every source file, sorted by path.
    pub(super) fn files(&self, report: &mut Report) -> Vec<File> {
        let mut files = Vec::new();
        let mut models = Vec::new();
        for file in &self.names.files {
            models.push(self.model_file(file, report));
        }
        let mut operations = Vec::new();
        for (index, names) in self.names.operations.iter().enumerate() {
            let (items, imports) = self.operation(index, report);
            let operation = &self.api.operations[index];
            let docs = Documentation::line(format!("{}.", endpoint(operation)));
            let path = format!("src/operations/{}.rs", names.module);
            operations.push((names.module.clone(), self.file(&path, &["operations"], docs, items, imports)));
        }
        operations.sort_by(|one, other| one.0.cmp(&other.0));
        let docs = Documentation::line("The schemas of the document.");
        files.push(self.folder("src/models.rs", &["models"], docs, &models));
        let docs = Documentation::line("The operations of the document: a request, its reply and its errors each.");
        files.push(self.folder("src/operations.rs", &["operations"], docs, &operations));
        files.extend(models.into_iter().chain(operations).map(|(_, file)| file));
        let (items, imports) = self.client();
        let docs = Documentation::line("The client.");
        files.push(self.file("src/client.rs", &[], docs, items, imports));
        if !self.api.schemes.is_empty() {
            let (items, imports) = self.security();
            let docs = Documentation::line("The ways to authorise calls, as the document declares them.");
            files.push(self.file("src/security.rs", &["security"], docs, items, imports));
        }
        files.push(self.root());
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    }

    fn model_file(&self, file: &ModelFile, report: &mut Report) -> (Ident, File) {
        let mut items = Vec::new();
        for id in &file.types {
            items.extend(match &self.api.types[*id].shape {
                Shape::Object(object) => self.object(*id, object, report),
                Shape::Enumeration(enumeration) => self.enumeration(*id, enumeration, report),
                Shape::Choice(choice) if choice.together => self.any_of(*id, choice, report),
                Shape::Choice(choice) => self.choice(*id, choice, report),
                _ => self.alias(*id, report),
            });
        }
        let docs = Documentation::line(match file.types.first() {
            Some(first) => super::origin(&self.api.types[*first]),
            None => "Nothing.".to_owned(),
        });
        let path = format!("src/models/{}.rs", file.module);
        (file.module.clone(), self.file(&path, &["models"], docs, items, Vec::new()))
    }

    fn file(
        &self,
        path: &str,
        module: &[&'static str],
        docs: Documentation,
        items: Vec<Item>,
        imports: Vec<Import>,
    ) -> File {
        let mut imports: BTreeSet<Import> = imports.into_iter().collect();
        for item in &items {
            item.imports(&mut |import| {
                imports.insert(import.clone());
            });
        }
        // What the file itself defines needs no import.
        let defined: BTreeSet<&str> = items.iter().filter_map(Item::name).collect();
        imports.retain(|import| !import.module.starts_with("crate") || !defined.contains(import.name.as_str()));
        File {
            path: path.to_owned(),
            module: module.iter().map(|name| Ident::fixed(name)).collect(),
            header: vec![self.owner.clone()],
            docs,
            attributes: Vec::new(),
            imports,
            items,
        }
    }

    /// A file that declares the modules of a folder, and lifts what they define.
    fn folder(&self, path: &str, module: &[&'static str], docs: Documentation, members: &[(Ident, File)]) -> File {
        let modules = members.iter().map(|(name, _)| {
            Item::Module(Module {
                docs: Documentation::default(),
                visibility: Visibility::Private,
                feature: None,
                name: name.clone(),
            })
        });
        let reexports = members.iter().filter_map(|(name, file)| {
            let mut names: Vec<String> = file
                .items
                .iter()
                .filter(|item| !matches!(item, Item::Static(item) if item.visibility != Visibility::Public))
                .filter_map(|item| item.name().map(str::to_owned))
                .collect();
            names.sort();
            (!names.is_empty()).then(|| {
                Item::Reexport(Reexport {
                    docs: Documentation::default(),
                    feature: None,
                    path: format!("self::{name}"),
                    names,
                })
            })
        });
        let items = modules.chain(reexports).collect();
        self.file(path, module, docs, items, Vec::new())
    }

    fn root(&self) -> File {
        let module = |name, visibility, feature| {
            Item::Module(Module { docs: Documentation::default(), visibility, feature, name: Ident::fixed(name) })
        };
        let mut items = vec![
            module("client", Visibility::Private, CLIENT),
            module("models", Visibility::Public, None),
            module("operations", Visibility::Public, CLIENT),
        ];
        if !self.api.schemes.is_empty() {
            items.push(module("security", Visibility::Public, CLIENT));
        }
        items.push(Item::Reexport(Reexport {
            docs: Documentation::default(),
            feature: CLIENT,
            path: "self::client".to_owned(),
            names: vec!["Client".to_owned(), "ClientBuilder".to_owned()],
        }));
        items.push(Item::Reexport(Reexport {
            docs: Documentation::line("What the types of this crate are made of: credentials, transports, errors."),
            feature: None,
            path: String::new(),
            names: vec!["trueform_runtime as runtime".to_owned()],
        }));
        let mut root = self.file("src/lib.rs", &[], self.root_docs(), items, Vec::new());
        root.attributes = vec!["forbid(unsafe_code)", "warn(missing_docs)"];
        if self.deprecates() {
            root.attributes
                .push("allow(deprecated, reason = \"what the document deprecates is still written and read\")");
        }
        if self.is_multilingual() {
            root.attributes.push(
                "allow(confusable_idents, mixed_script_confusables, reason = \"the document's own words name its items\")",
            );
        }
        root
    }

    /// Whether the document's names use letters beyond ASCII, of which some look like others.
    fn is_multilingual(&self) -> bool {
        let in_type = |ty: &Type| {
            let declared = matches!(&ty.name, crate::api::Name::Declared(wire) if !wire.is_ascii());
            declared
                || match &ty.shape {
                    Shape::Object(object) => object.fields.iter().any(|field| !field.wire.is_ascii()),
                    Shape::Enumeration(enumeration) => {
                        let mut values = enumeration.values.iter();
                        values.any(|value| !value.name.as_ref().unwrap_or(&value.wire).is_ascii())
                    }
                    Shape::Choice(choice) => {
                        choice.alternatives.iter().any(|alternative| !alternative.label.is_ascii())
                    }
                    _ => false,
                }
        };
        let in_operation = |operation: &Operation| {
            !operation.id.is_ascii() || operation.parameters.iter().any(|parameter| !parameter.wire.is_ascii())
        };
        self.api.types.iter().any(|(_, ty)| in_type(ty))
            || self.api.operations.iter().any(in_operation)
            || self.api.schemes.iter().any(|scheme| !scheme.name.is_ascii())
    }

    /// Whether the document deprecates anything, so that the crate names deprecated items of its own.
    fn deprecates(&self) -> bool {
        let headers =
            |operation: &Operation| operation.replies.iter().flat_map(|reply| &reply.headers).any(|it| it.deprecated);
        let in_operation = |operation: &Operation| {
            operation.deprecated || operation.parameters.iter().any(|it| it.deprecated) || headers(operation)
        };
        let in_type = |ty: &Type| match &ty.shape {
            Shape::Object(object) => ty.deprecated || object.fields.iter().any(|field| field.deprecated),
            _ => ty.deprecated,
        };
        self.api.types.iter().any(|(_, ty)| in_type(ty)) || self.api.operations.iter().any(in_operation)
    }

    fn root_docs(&self) -> Documentation {
        let mut docs = Paragraphs::default();
        docs.line(format!("{}, version {}.", self.prose.phrase(&self.api.title), code(&self.api.version)));
        let words = self.words(&self.api.docs, "").finish();
        docs.push(Documentation(words.0.into_iter().skip_while(String::is_empty).collect()));
        for (label, value) in &self.api.about {
            docs.push(self.prose.lines(&format!("{label}: {value}")));
        }
        if !self.api.tags.is_empty() {
            docs.line("# Tags");
            docs.lines(self.api.tags.iter().map(|tag| {
                let words = self.prose.phrase(&self.words(&tag.docs, "").finish().0.join(" "));
                format!("- {}: {words}", code(&tag.name)).trim_end_matches([' ', ':']).to_owned()
            }));
        }
        let first = self.api.operations.first().zip(self.names.operations.first());
        if let Some((operation, names)) = first {
            docs.line("# Example");
            docs.line(format!("{}, to begin with:", endpoint(operation)));
            docs.push(self.opening(operation, names));
        }
        if self.features.iter().any(|feature| feature.name == "oci") {
            docs.line("# Credentials");
            docs.lines([
                "Requests are signed as Oracle Cloud Infrastructure wants them. Keys and tokens come from its configuration file,",
                "for example:",
            ]);
            docs.push(self.credentials());
        }
        if let Some((operation, names)) = first {
            docs.line("# Testing");
            docs.lines([
                "With the feature `testing`, `runtime::testing` has what tests need in place of a network and of time. It plays",
                "replies and faults, and tells what was asked:",
            ]);
            docs.push(self.testing(operation, names));
        }
        let mut operations = self.api.operations.iter().zip(&self.names.operations);
        if let Some(example) = operations.find_map(|(operation, names)| self.testing_waits(operation, names)) {
            docs.line("Work with a life of its own is waited for without any time passing:");
            docs.push(example);
        }
        docs.line("# Features");
        docs.lines(feature::words(&self.features));
        docs.finish()
    }
}
