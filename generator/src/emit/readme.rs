//! `README.md`.

use std::fmt::Write;

use crate::rust::Readme;

/// The text of `README.md`.
pub fn readme(readme: &Readme) -> String {
    let mut text = format!("# {}\n\n{}\n", readme.package, readme.purpose);
    if !readme.about.0.is_empty() {
        let _ = write!(text, "\n{}\n", readme.about.0.join("\n"));
    }
    if !readme.example.is_empty() {
        let _ = write!(text, "\n```rust\n{}\n```\n", readme.example.join("\n"));
    }
    if !readme.operations.is_empty() {
        text.push_str("\n## Operations\n\n| method | endpoint | what it does |\n|---|---|---|\n");
        for [method, endpoint, summary] in &readme.operations {
            let _ = writeln!(text, "| {} | {} | {} |", cell(method), cell(endpoint), cell(summary));
        }
    }
    let _ = write!(text, "\n## Features\n\n{}\n", readme.features.join("\n"));
    text.push_str("\nThis crate is written by a machine; `api.txt` lists its public items.\n");
    text
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
