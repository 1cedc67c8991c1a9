//! `cargo xtask facts`: what becomes of a change of each fact of a document.

mod measure;
mod table;

use std::path::Path;
use std::time::Instant;

use trueform::facts::{Facts, Verdict};
use trueform::source::{Source, Sources};
use trueform::{Options, Outcome};

use crate::arguments::FactsArguments;
use crate::console::Console;
use crate::failure::{Exit, Failure};
use crate::{paths, text};
use measure::Measured;

/// Runs the command.
pub fn run(arguments: &FactsArguments, console: &mut Console<'_>) -> Exit {
    let mut exit = Exit::Done;
    for file in &arguments.files {
        match measure(arguments, file, console) {
            Ok(one) => exit = exit.max(one),
            Err(failure) => {
                console.failure(&failure);
                exit = exit.max(failure.exit);
            }
        }
    }
    exit
}

fn measure(arguments: &FactsArguments, file: &Path, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let started = Instant::now();
    let sources = sources(arguments, file)?;
    let facts = match Facts::of(&sources) {
        Ok(facts) => facts,
        Err(report) => {
            console.report(&report, &sources);
            return Ok(Exit::Failed);
        }
    };
    let generate = |text: String| {
        let document = Source { name: sources.document.name.clone(), text };
        trueform::generate(&Sources { document, settings: sources.settings.clone() }, &options())
    };
    let before = generate(facts.text());
    if before.files.is_none() {
        return Ok(broken(&sources, &before, console));
    }
    let sample = arguments.sample.unwrap_or(usize::MAX);
    let measured =
        measure::all(&facts, sample, arguments.seed, arguments.jobs, |fact| facts.verdict(fact, &before, generate));
    table::print(arguments, &sources, &measured, started.elapsed(), console);
    Ok(if is_enough(arguments, &measured) { Exit::Done } else { Exit::Failed })
}

/// Those of a crate of this repository; nothing is written.
fn options() -> Options {
    Options { package: None, runtime: "../runtime".to_owned(), standalone: false, keep_going: false }
}

/// The document, and the settings that go with it: those of `--config`, or those beside it under the same name.
fn sources(arguments: &FactsArguments, file: &Path) -> Result<Sources, Failure> {
    let named = |path: &Path| text::read(path).map(|text| Source { name: paths::shown(path), text });
    let document = named(file)?;
    let beside = file.with_extension("toml");
    let settings = match &arguments.config {
        Some(config) => Some(named(config)?),
        None if beside != *file && beside.is_file() => Some(named(&beside)?),
        None => None,
    };
    Ok(Sources { document, settings })
}

/// A document of which nothing is generated has no facts to measure. What is wrong stands at its place in the text as it is.
fn broken(sources: &Sources, before: &Outcome, console: &mut Console<'_>) -> Exit {
    let outcome = trueform::generate(sources, &options());
    let report = if outcome.report.has_errors() { &outcome.report } else { &before.report };
    console.report(report, sources);
    console.remark(&format!("{}: nothing is generated, so there is nothing to measure", sources.document.name));
    Exit::Failed
}

fn is_enough(arguments: &FactsArguments, measured: &Measured<'_>) -> bool {
    let silent = measured.count(Verdict::Silent);
    let enough = arguments.at_least.is_none_or(|percent| measured.honoured() >= percent);
    silent == 0 && enough
}

#[cfg(test)]
mod tests;
