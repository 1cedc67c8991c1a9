//! The package: manifest, readme, and the conventions of the service.

use super::Context;
use super::documentation::Paragraphs;
use super::operation::endpoint;
use crate::api::Api;
use crate::rust::body::{ServerFacts, ServiceFacts};
use crate::rust::{Documentation, Manifest, Readme};
use crate::settings::Settings;

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
}

/// The comment that says whose the files are. It names no file: the same document gives the same bytes wherever it lies.
pub(super) fn owner(_: &Options) -> String {
    "Written by `cargo xtask codegen`. What is changed here is lost with the next run.".to_owned()
}

/// The name of the package: from the command line, the settings, or the document's title.
pub(super) fn name(api: &Api, settings: &Settings, options: &Options) -> String {
    options.package.clone().or_else(|| settings.package_name.clone()).unwrap_or_else(|| {
        let words: Vec<String> = api
            .title
            .split(|character: char| !character.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_ascii_lowercase)
            .collect();
        match words.join("-") {
            name if name.starts_with(|first: char| first.is_ascii_alphabetic()) => name,
            name => format!("api-{name}").trim_end_matches('-').to_owned(),
        }
    })
}

/// The conventions of the service, and the servers.
pub(super) fn service(api: &Api, settings: &Settings) -> ServiceFacts {
    let servers = api.servers.iter().take(1).map(|server| ServerFacts {
        url: server.url.clone(),
        variables: server
            .variables
            .iter()
            .map(|variable| (variable.wire.clone(), variable.default.clone(), variable.values.clone()))
            .collect(),
    });
    ServiceFacts { servers: servers.collect(), ..settings.service.clone() }
}

impl Context<'_> {
    pub(super) fn manifest(&self, name: String, settings: &Settings, options: &Options) -> Manifest {
        let mut package = vec![
            ("version".to_owned(), "\"0.1.0\"".to_owned()),
            ("edition".to_owned(), "\"2024\"".to_owned()),
            ("rust-version".to_owned(), "\"1.88\"".to_owned()),
            ("description".to_owned(), format!("{:?}", self.purpose())),
            ("readme".to_owned(), "\"README.md\"".to_owned()),
        ];
        for (key, value) in &settings.package {
            match package.iter_mut().find(|(known, _)| known == key) {
                Some(known) => known.1.clone_from(value),
                None => package.push((key.clone(), value.clone())),
            }
        }
        Manifest {
            header: vec![self.owner.clone()],
            name,
            package,
            runtime_version: RUNTIME_VERSION,
            runtime: options.runtime.clone(),
            dev_dependencies: settings.dev_dependencies.clone(),
            standalone: options.standalone,
        }
    }

    fn purpose(&self) -> String {
        let title: String = self.api.title.chars().filter(|character| !character.is_control()).collect();
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
            operations: operations.collect(),
        }
    }
}
