//! The command line.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::arguments::{CodegenArguments, CorpusArguments, FactsArguments, MockArguments};
use crate::codegen;
use crate::console::Console;
use crate::failure::Exit;
use crate::{corpus, facts, workspace};

/// The commands of this repository.
///
/// Exit codes: 0 done; 1 the documents or the check failed, and nothing was written; 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Codegen(CodegenArguments),
    Corpus(CorpusArguments),
    Facts(FactsArguments),
    Mock(MockArguments),
}

/// Runs the command that the arguments of this process name.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    match CommandLine::parse_from(&arguments).command {
        Command::Codegen(codegen) => {
            let mut console = Console::standard(codegen.message_format).verbose(codegen.verbose);
            codegen::run(&codegen, &workspace::root(), &mut console).into()
        }
        Command::Corpus(corpus) => {
            fast(&arguments, || corpus::run(&corpus, &workspace::root(), &mut Console::standard(corpus.format)))
        }
        Command::Facts(facts) => fast(&arguments, || facts::run(&facts, &mut Console::standard(facts.format))),
        Command::Mock(mock) => serve(&mock, &arguments),
    }
}

#[cfg(feature = "mock")]
fn serve(mock: &MockArguments, _: &[OsString]) -> ExitCode {
    crate::mock::serve(mock)
}

/// This program was built without the HTTP server.
#[cfg(not(feature = "mock"))]
fn serve(_: &MockArguments, arguments: &[OsString]) -> ExitCode {
    rebuilt(&["--features", "mock"], arguments)
}

/// Runs a command that generates some hundred times, which asks for a program that was built to be fast.
fn fast(arguments: &[OsString], run: impl FnOnce() -> Exit) -> ExitCode {
    #[cfg(debug_assertions)]
    {
        drop(run);
        rebuilt(&["--release"], arguments)
    }
    #[cfg(not(debug_assertions))]
    {
        let _ = arguments;
        run().into()
    }
}

/// Builds this program in another way, and runs that one in the stead of this.
#[cfg(any(debug_assertions, not(feature = "mock")))]
fn rebuilt(with: &[&str], arguments: &[OsString]) -> ExitCode {
    use std::path::Path;
    use std::process::Command;

    use crate::console::MessageFormat;
    use crate::failure::Failure;

    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(&cargo)
        .args(["run", "--quiet", "--package", "xtask"])
        .args(with)
        .arg("--manifest-path")
        .arg(workspace::root().join("Cargo.toml"))
        .arg("--")
        .args(arguments.iter().skip(1))
        .status();
    match status {
        // Ended by a signal, for example Ctrl-C: there is no code to pass on.
        Ok(status) => {
            status.code().map_or(ExitCode::FAILURE, |code| u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from))
        }
        Err(error) => {
            let failure = Failure::not_started(Path::new(&cargo), &error);
            Console::standard(MessageFormat::Text).failure(&failure);
            failure.exit.into()
        }
    }
}
