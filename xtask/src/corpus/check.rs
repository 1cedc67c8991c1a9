//! All crates through the compiler.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use trueform::source::{Source, Sources};
use trueform::{Options, generate};

use super::message::{Level, Message};
use super::row::{Checked, End, Row};
use super::workspace::Workspace;
use crate::failure::Failure;
use crate::parallel;

/// The crate of a document without anything in it. What all crates depend on is built with it, so that no other one is charged
/// with that.
const EMPTY: (&str, &str) = ("empty", "{openapi: 3.0.3, info: {title: Empty, version: '1'}, paths: {}}");

/// From so many lines on, a crate is compiled alone: the compiler takes some kilobytes for each line.
const LARGE: usize = 150_000;

/// Compiles the crates of all rows that have one.
pub(super) fn all(rows: &mut [Row], workspace: &Workspace, asked: Option<usize>) -> Result<(), Failure> {
    let mut crates: Vec<(usize, String)> = rows
        .iter()
        .filter(|row| matches!(row.end, End::Generated))
        .map(|row| (row.lines, row.package.clone()))
        .collect();
    // Those of one size take the same time, so that none waits for another; what is small is known soon.
    crates.sort();
    build_dependencies(workspace)?;
    let bar = parallel::bar(crates.len(), "crates");
    let mut checked = BTreeMap::new();
    for batch in batches(&crates, parallel::jobs(asked)) {
        checked.extend(check(workspace, &batch)?);
        bar.inc(batch.len() as u64);
    }
    bar.finish_and_clear();
    for row in rows {
        if let Some(one) = checked.remove(&row.package) {
            row.end = End::Checked(one);
        }
    }
    Ok(())
}

/// So many neighbours at a time, large ones alone.
fn batches(crates: &[(usize, String)], jobs: usize) -> Vec<Vec<&str>> {
    let (others, large) = crates.split_at(crates.partition_point(|(lines, _)| *lines < LARGE));
    others
        .chunks(jobs)
        .chain(large.chunks(1))
        .map(|batch| batch.iter().map(|(_, package)| package.as_str()).collect())
        .collect()
}

/// Without the network, and where that does not do, with it.
fn build_dependencies(workspace: &Workspace) -> Result<(), Failure> {
    let (package, text) = EMPTY;
    let document = Source { name: package.to_owned(), text: text.to_owned() };
    let options = Options {
        package: Some(package.to_owned()),
        runtime: workspace.runtime(package),
        standalone: false,
        keep_going: false,
    };
    let outcome = generate(&Sources { document, settings: None }, &options);
    workspace.put(package, &outcome.files.expect("an empty document is sound"))?;
    let jobs = parallel::jobs(None);
    let attempt = |offline: bool| {
        let mut command = workspace.cargo_check(&[package], jobs);
        command.args(offline.then_some("--offline"));
        let program = command.get_program().to_owned();
        command.output().map_err(|error| Failure::not_started(program.as_ref(), &error))
    };
    let mut output = attempt(true)?;
    if !output.status.success() {
        output = attempt(false)?;
    }
    if output.status.success() {
        return Ok(());
    }
    Err(Failure::not_compiled(&workspace.manifest(), String::from_utf8_lossy(&output.stderr).trim()))
}

/// Compiles some crates at the same time.
fn check(workspace: &Workspace, packages: &[&str]) -> Result<BTreeMap<String, Checked>, Failure> {
    let mut command = workspace.cargo_check(packages, packages.len());
    command.arg("--offline");
    let mut checked: BTreeMap<String, (Checked, bool)> = BTreeMap::new();
    let complaint = listen(command, |message, since| match message {
        Message::Said { package, level, line } => {
            let (one, _) = checked.entry(package).or_default();
            let list = if level == Level::Error { &mut one.errors } else { &mut one.warnings };
            list.push(line);
            one.took = Some(since);
        }
        Message::Done { package, fresh } => {
            let (one, done) = checked.entry(package).or_default();
            (one.took, *done) = ((!fresh).then_some(since), true);
        }
    })?;
    let judged = packages.iter().map(|package| {
        let (mut one, done) = checked.remove(*package).unwrap_or_default();
        if !done && one.errors.is_empty() {
            one.errors.push(format!("cargo: {complaint}"));
        }
        ((*package).to_owned(), one)
    });
    Ok(judged.collect())
}

/// Runs cargo, hands over each message with the time since the start, and gives what stands on standard error.
fn listen(mut command: Command, mut hear: impl FnMut(Message, Duration)) -> Result<String, Failure> {
    let program = command.get_program().to_owned();
    let not_started = |error| Failure::not_started(program.as_ref(), &error);
    let started = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(not_started)?;
    let (out, mut err) = (child.stdout.take(), child.stderr.take());
    let complaint = thread::scope(|scope| {
        let complaint = scope.spawn(move || {
            let mut text = Vec::new();
            // What cannot be read is not there.
            let _ = err.as_mut().map(|err| err.read_to_end(&mut text));
            String::from_utf8_lossy(&text).trim().to_owned()
        });
        for line in out.into_iter().flat_map(|out| BufReader::new(out).lines()).map_while(Result::ok) {
            if let Some(message) = Message::read(&line) {
                hear(message, started.elapsed());
            }
        }
        complaint.join().unwrap_or_default()
    });
    child.wait().map_err(not_started)?;
    Ok(complaint)
}

#[cfg(test)]
mod tests {
    use super::{LARGE, batches};

    #[test]
    fn large_crates_are_compiled_alone() {
        let crates = [(1, "a"), (9, "b"), (LARGE - 1, "c"), (LARGE, "d"), (2 * LARGE, "e")];
        let crates = crates.map(|(lines, package)| (lines, package.to_owned()));
        assert_eq!(batches(&crates, 2), [vec!["a", "b"], vec!["c"], vec!["d"], vec!["e"]]);
    }
}
