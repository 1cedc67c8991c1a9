//! The package: manifest, readme, and the conventions of the service.

use super::Context;
use super::documentation::Paragraphs;
use super::feature;
use super::operation::endpoint;
use super::security;
use crate::api::Api;
use crate::character::{toml_string, turns_around};
use crate::rust::facts::{ServerFacts, ServiceFacts};
use crate::rust::{Documentation, Ident, Manifest, Readme};
use crate::settings::{Setting, Settings, is_package_name};

/// The version of the runtime that generated code is written for.
const RUNTIME_VERSION: &str = "0.1.0";

/// How the crate is wanted, beside what documents and settings say.
#[derive(Clone, Debug)]
pub struct Options {
    /// The name of the package, where it is not the settings' or the document's business.
    pub package: Option<String>,
    /// Where the runtime lies, as a path from the crate, with `/`.
    pub runtime: String,
    /// Whether the crate is a workspace of its own.
    pub standalone: bool,
    /// Whether errors of the document leave something out of the crate, instead of stopping the run; as `keep_going` of the settings.
    pub keep_going: bool,
}

/// The comment that says whose the files are. It names no file: the same document gives the same bytes wherever it lies.
pub(super) fn owner() -> String {
    "Written by `cargo xtask codegen`. What is changed here is lost with the next run.".to_owned()
}

/// The name of the package: from the command line, the settings, or the document's title.
pub(super) fn name(api: &Api, settings: &Settings, options: &Options) -> String {
    let stated = || settings.package.name.as_ref().map(|name| name.text.clone());
    options.package.clone().or_else(stated).unwrap_or_else(|| of_title(&api.title))
}

/// The words of a title as a name, as many of them as there is room for.
fn of_title(title: &str) -> String {
    let mut name = String::new();
    for word in title.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let longer =
            if name.is_empty() { word.to_ascii_lowercase() } else { format!("{name}-{}", word.to_ascii_lowercase()) };
        if longer.len() > 60 {
            break;
        }
        name = longer;
    }
    if is_package_name(&name) { name } else { format!("api-{name}").trim_end_matches('-').to_owned() }
}

/// The conventions of the service, and the servers.
pub(super) fn service(api: &Api, settings: &Settings, schemes: &[Ident]) -> ServiceFacts {
    let servers = api.servers.iter().take(1).map(|server| ServerFacts {
        url: server.url.clone(),
        variables: server
            .variables
            .iter()
            .map(|variable| (variable.wire.clone(), variable.default.clone(), variable.values.clone()))
            .collect(),
    });
    let text = |setting: &Option<Setting>| setting.as_ref().map(|setting| setting.text.clone());
    let stated = &settings.service;
    ServiceFacts {
        servers: servers.collect(),
        request_id: text(&stated.request_id),
        idempotency_key: text(&stated.idempotency_key),
        error_code: text(&stated.error_code),
        error_message: text(&stated.error_message),
        headers: stated.headers.iter().map(|(name, value)| (name.clone(), value.text.clone())).collect(),
        retryable: stated.retryable.iter().map(|one| (one.status, one.codes.clone())).collect(),
        help: text(&stated.help),
        security: security::whole(api, schemes),
    }
}

impl Context<'_> {
    pub(super) fn manifest(&self, name: String, settings: &Settings, options: &Options) -> Manifest {
        let stated = &settings.package;
        let text = |key: &str, setting: &Option<Setting>, fallback: Option<&str>| {
            let text = setting.as_ref().map(|setting| setting.text.as_str()).or(fallback)?;
            Some((key.to_owned(), toml_string(text)))
        };
        let list = |key: &str, texts: &[String]| {
            let texts: Vec<String> = texts.iter().map(|text| toml_string(text)).collect();
            (!texts.is_empty()).then(|| (key.to_owned(), format!("[{}]", texts.join(", "))))
        };
        let package = [
            text("version", &stated.version, Some("0.1.0")),
            text("edition", &stated.edition, Some("2024")),
            text("rust-version", &stated.rust_version, Some("1.88")),
            text("description", &stated.description, Some(&self.purpose())),
            text("license", &stated.license, None),
            text("repository", &stated.repository, None),
            text("homepage", &stated.homepage, None),
            text("documentation", &stated.documentation, None),
            Some(("readme".to_owned(), toml_string("README.md"))),
            list("authors", &stated.authors),
            list("keywords", &stated.keywords),
            list("categories", &stated.categories),
            stated.publish.map(|publish| ("publish".to_owned(), publish.to_string())),
        ];
        let package = package.into_iter().flatten().collect();
        Manifest {
            header: vec![self.owner.clone()],
            name,
            package,
            features: self.features.clone(),
            runtime_version: RUNTIME_VERSION,
            runtime: toml_string(&options.runtime),
            dev_dependencies: settings.dev_dependencies.clone(),
            dependencies: settings.dependencies.clone(),
            examples: settings.examples.iter().map(|name| toml_string(name)).collect(),
            standalone: options.standalone,
        }
    }

    fn purpose(&self) -> String {
        let title: String =
            self.api.title.chars().filter(|character| !character.is_control() && !turns_around(*character)).collect();
        format!("A client of {}", title.trim())
    }

    pub(super) fn readme(&self, manifest: &Manifest) -> Readme {
        let first = self.api.operations.first().zip(self.names.operations.first());
        let example = first.map(|(operation, names)| self.opening(operation, names)).unwrap_or_default();
        let hidden = |line: &String| line.starts_with("```") || line.starts_with("# ");
        let operations = self.api.operations.iter().zip(&self.names.operations).map(|(operation, names)| {
            let summary = operation.docs.summary.as_deref().or(operation.docs.description.as_deref());
            let summary = summary.map(|text| self.prose.phrase(text)).unwrap_or_default();
            [format!("`{}`", names.method.bare()), endpoint(operation), summary]
        });
        let mut about = Paragraphs::default();
        about.push(self.api.docs.description.as_deref().map(|text| self.prose.lines(text)).unwrap_or_default());
        Readme {
            package: manifest.name.clone(),
            purpose: format!(
                "A client of {}, version {}.",
                self.prose.phrase(&self.api.title),
                super::documentation::code(&self.api.version)
            ),
            about: about.finish(),
            example: Documentation(example.0.into_iter().filter(|line| !hidden(line)).collect()).0,
            features: feature::words(&self.features),
            operations: operations.collect(),
        }
    }
}
