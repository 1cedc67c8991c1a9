//! `cargo xtask codegen --explain CODE`: what a code means, at length.

use std::fmt::Write as _;

use trueform::diagnostic::explanation::{self, Explanation};

use crate::console::Console;
use crate::failure::{Exit, Failure};

/// Prints the explanation of a code, or without one, every code with what it means in one sentence.
pub(crate) fn run(code: Option<&str>, console: &mut Console<'_>) -> Exit {
    let Some(code) = code else {
        console.answer(&list());
        return Exit::Done;
    };
    // As it is printed: `warning[unknown-keyword]`.
    let bare = code.split_once('[').map_or(code, |(_, rest)| rest.trim_end_matches(']'));
    match explanation::find(bare, all()) {
        Ok(explanation) => {
            console.answer(&page(&explanation));
            Exit::Done
        }
        Err(near) => {
            let failure = Failure::unknown_code(bare, near);
            console.failure(&failure);
            failure.exit
        }
    }
}

/// The explanations of what is said of documents, and of what stops a command.
fn all() -> impl Iterator<Item = Explanation> + Clone {
    explanation::explanations().chain(explanation::read(include_str!("explain/commands.md")))
}

fn list() -> String {
    let width = all().map(|explanation| explanation.code.len()).max().unwrap_or_default();
    let mut list = String::new();
    for explanation in all() {
        let _ = writeln!(list, "{:width$}  {}", explanation.code, explanation.summary);
    }
    list
}

/// An explanation as plain text: what stands in fences is indented.
fn page(explanation: &Explanation) -> String {
    let mut page = format!("{}\n\n", explanation.code);
    let mut fenced = false;
    for line in explanation.text.lines() {
        if let Some(info) = line.strip_prefix("```") {
            fenced = !fenced;
            match info.split(' ').nth(1) {
                Some("mended") => page.push_str("Mended:\n\n"),
                Some(_) => page.push_str("For example:\n\n"),
                None => {}
            }
        } else if fenced && !line.is_empty() {
            let _ = writeln!(page, "    {line}");
        } else {
            let _ = writeln!(page, "{line}");
        }
    }
    page
}

#[cfg(test)]
mod tests;
