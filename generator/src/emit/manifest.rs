//! `Cargo.toml`.

use std::fmt::Write;

use crate::rust::{Feature, Manifest};

/// The text of `Cargo.toml`.
pub fn manifest(manifest: &Manifest) -> String {
    let mut text = String::new();
    for line in &manifest.header {
        let _ = writeln!(text, "# {line}");
    }
    let _ = write!(text, "\n[package]\nname = {:?}\n", manifest.name);
    for (key, value) in &manifest.package {
        let _ = writeln!(text, "{key} = {value}");
    }
    let features = features(&manifest.features);
    let runtime = &manifest.runtime;
    let version = manifest.runtime_version;
    let _ = write!(
        text,
        r#"
# Stated, so that the manifest is sound while the sources are being made.
[lib]
path = "src/lib.rs"

[features]
{features}
[dependencies]
serde = {{ version = "1", features = ["derive"] }}
trueform-runtime = {{ version = "{version}", path = {runtime}, default-features = false }}
"#,
    );
    for (key, value) in &manifest.dependencies {
        let _ = writeln!(text, "{key} = {value}");
    }
    if !manifest.dev_dependencies.is_empty() {
        text.push_str("\n[dev-dependencies]\n");
        for (key, value) in &manifest.dev_dependencies {
            let _ = writeln!(text, "{key} = {value}");
        }
    }
    for name in &manifest.examples {
        let needed = list(&default_names(&manifest.features));
        let _ = write!(text, "\n[[example]]\nname = {name}\nrequired-features = {needed}\n");
    }
    text.push_str("\n[package.metadata.trueform]\nowner = \"cargo xtask codegen\"\n");
    if manifest.standalone {
        text.push_str("\n[workspace]\n");
    }
    text
}

fn features(features: &[Feature]) -> String {
    let mut text = format!("default = {}\n", list(&default_names(features)));
    for Feature { name, docs, enables, .. } in features {
        let (first, rest) = docs.split_at(1);
        let _ = write!(text, "# {}{rest}\n{name} = {}\n", first.to_uppercase(), list(enables));
    }
    text
}

fn default_names(features: &[Feature]) -> Vec<&str> {
    features.iter().filter(|feature| feature.default).map(|feature| feature.name).collect()
}

fn list(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    format!("[{}]", names.join(", "))
}
