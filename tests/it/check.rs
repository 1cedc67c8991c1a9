//! What the tests share: running the generator over a text.

use trueform::diagnostic::render::Style;
use trueform::source::{Source, Sources};
use trueform::{Options, Outcome, diagnostic, generate};

/// The root of the repository.
pub(crate) fn root() -> &'static std::path::Path {
    std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// A document, and the settings where a test has any, under the names that diagnostics call them by.
pub(crate) fn sources(document: &str, settings: Option<&str>) -> Sources {
    let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    Sources {
        document: source("document.yaml", document),
        settings: settings.map(|text| source("settings.toml", text)),
    }
}

/// Generates the crate `sample` from a document.
pub(crate) fn run(sources: &Sources) -> Outcome {
    let options = Options { package: Some("sample".to_owned()), runtime: "runtime".to_owned(), standalone: false };
    generate(sources, &options)
}

/// What the generator says of a document, as a person reads it.
pub(crate) fn said(sources: &Sources) -> String {
    diagnostic::render::text(&run(sources).report, sources, Style::default())
}
