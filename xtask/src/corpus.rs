//! `cargo xtask corpus`: every document of a folder is generated and, with `--check`, compiled.

mod check;
mod documents;
mod generation;
mod message;
mod row;
mod table;
mod workspace;

use std::path::Path;

use crate::arguments::CorpusArguments;
use crate::console::Console;
use crate::failure::{Exit, Failure};
use crate::parallel;
use workspace::Workspace;

/// Runs the command in the repository at `root`.
pub fn run(arguments: &CorpusArguments, root: &Path, console: &mut Console<'_>) -> Exit {
    try_run(arguments, root, console).unwrap_or_else(|failure| {
        console.failure(&failure);
        failure.exit
    })
}

fn try_run(arguments: &CorpusArguments, root: &Path, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let found = documents::find(&arguments.places)?;
    let workspace = if arguments.check { Some(Workspace::open(root)?) } else { None };
    let mut rows = parallel::each(&found.documents, "documents", arguments.jobs, |document| {
        generation::generate(document, workspace.as_ref(), arguments.keep_going)
    });
    if let Some(workspace) = &workspace {
        check::all(&mut rows, workspace, arguments.jobs)?;
    }
    Ok(table::print(arguments, &rows, found.others, workspace.as_ref(), console))
}

#[cfg(test)]
mod tests;
