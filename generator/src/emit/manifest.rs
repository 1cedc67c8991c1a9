//! `Cargo.toml`.

use std::fmt::Write;

use crate::rust::Manifest;

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
    let runtime = &manifest.runtime;
    let version = manifest.runtime_version;
    let _ = write!(
        text,
        r#"
# Stated, so that the manifest is sound while the sources are being made.
[lib]
path = "src/lib.rs"

[features]
default = ["client"]
# The client; without it the crate is the models alone.
client = ["trueform-runtime/client"]
# A transport that plays a script, for tests.
testing = ["client", "trueform-runtime/testing"]

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
        let _ = write!(text, "\n[[example]]\nname = {name}\nrequired-features = [\"client\"]\n");
    }
    text.push_str("\n[package.metadata.trueform]\nowner = \"cargo xtask codegen\"\n");
    if manifest.standalone {
        text.push_str("\n[workspace]\n");
    }
    text
}
