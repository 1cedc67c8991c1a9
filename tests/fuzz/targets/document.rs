//! Any text as a document, and where a line `%%` parts it, as a document with settings: files or located errors come of it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use trueform::source::{Source, Sources};
use trueform::{Files, Options, diagnostic, generate};

/// What parts a document from its settings.
const PARTING: &str = "\n%%\n";

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (document, settings) = match text.split_once(PARTING) {
        Some((document, settings)) => (document, Some(settings)),
        None => (text, None),
    };
    let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    let sources = Sources { document: source("d.yaml", document), settings: settings.map(|text| source("s.toml", text)) };
    let options = Options { package: None, runtime: "runtime".to_owned(), standalone: settings.is_none() };
    let outcome = generate(&sources, &options);

    assert_eq!(outcome.files.is_none(), outcome.report.has_errors(), "files or errors");
    let said = diagnostic::render::text(&outcome.report, &sources, diagnostic::render::Style::default());
    assert!(said.chars().all(|character| character == '\n' || !character.is_control()), "a terminal is told: {said:?}");
    for line in diagnostic::render::json(&outcome.report, &sources).lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("a diagnostic is JSON");
    }
    if let Some(files) = outcome.files {
        are_sound(&files);
    }
});

fn are_sound(files: &Files) {
    for (path, text) in files {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_./-".contains(&byte);
        assert!(path.bytes().all(is_plain) || ["Cargo.toml", "README.md"].contains(&path.as_str()), "{path:?}");
        assert!(path.split('/').all(|part| !part.is_empty() && part.trim_matches('.') != "" && part.len() < 256), "{path:?}");
        if path.ends_with(".rs")
            && let Err(error) = syn::parse_file(text)
        {
            panic!("{path}: {error}\n{text}");
        }
    }
    toml::de::DeTable::parse(&files["Cargo.toml"]).expect("the manifest is TOML");
}
