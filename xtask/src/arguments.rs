//! The arguments of each command.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use trueform::settings::{PACKAGE_NAMES, is_package_name};

use crate::console::MessageFormat;
use crate::fault::Fault;

/// Generate the crates of `spec/*.toml`, or the one of `--config`, or with `--spec` a standalone crate from any document.
///
/// Writes only what changed, and deletes what is stale. In the folder of a crate, `src/`, `Cargo.toml`, `README.md` and
/// `api.txt` belong to this command, and in a standalone crate `runtime/` too; it never touches anything else.
///
/// Exit codes: 0 done, with `--keep-going` also where errors left something out; 1 the documents or the check failed, and nothing
/// was written; 2 wrong usage.
#[derive(Clone, Debug, Default, Args)]
pub struct CodegenArguments {
    /// Write nothing; exit with 1 and print the difference where a crate is not what would be generated
    #[arg(long)]
    pub check: bool,
    /// Generate a standalone crate from this document
    #[arg(long, value_name = "FILE", requires = "out")]
    pub spec: Option<PathBuf>,
    /// The folder of the standalone crate: a new, an empty, or an earlier generated one
    #[arg(long, value_name = "DIR", requires = "spec")]
    pub out: Option<PathBuf>,
    /// The name of the standalone crate; without it, the settings' name, else one made of the title
    #[arg(long, requires = "spec", value_parser = package_name)]
    pub name: Option<String>,
    /// Without `--spec`, generate the crate of these settings alone, as if they stood in `spec/`: their `document` and
    /// `out` are relative to them. With it, settings for the standalone crate; their `document` and `out` are not used
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Link the runtime in this folder instead of copying its sources to DIR/runtime; a relative path is written
    /// relative to DIR, an absolute path as it is
    #[arg(long, value_name = "PATH", requires = "spec")]
    pub runtime: Option<PathBuf>,
    /// Explain a code such as `dangling-reference`, and do nothing else; without CODE, list all codes
    #[arg(long, value_name = "CODE", num_args = 0..=1, exclusive = true)]
    pub explain: Option<Option<String>>,
    /// Show every diagnostic in full, however many are alike
    #[arg(long)]
    pub verbose: bool,
    /// How diagnostics are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub message_format: MessageFormat,
    /// `warnings`: a fact of a document that is not honoured is an error
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    pub deny: Option<String>,
    /// Where a document has errors, print them, leave out what they make useless, and generate the rest: a schema takes any
    /// value, an optional parameter or body is left out, or else its operation, and the docs say so. `keep_going = true` in
    /// the settings does the same. What `--deny` makes an error stops the run all the same
    #[arg(long)]
    pub keep_going: bool,
}

fn package_name(text: &str) -> Result<String, String> {
    if is_package_name(text) { Ok(text.to_owned()) } else { Err(format!("a package is named with {PACKAGE_NAMES}")) }
}

/// Change every fact of a document, one at a time, and say what becomes of each change.
///
/// A change is *honoured* (other code is generated; for what is said to people alone, other documentation), *documented* (other
/// documentation alone), *reported* (a diagnostic says that it is not honoured), *rejected* (the changed document has an error)
/// or *silent*. Facts that are silent are listed. The share of those honoured leaves out what was rejected.
///
/// Settings that stand beside a document under the same name (`pets.toml` for `pets.yaml`) are used.
///
/// Exit codes: 0 done; 1 a fact is dropped in silence, too few are honoured, or a document has errors; 2 wrong usage.
#[derive(Clone, Debug, Args)]
pub struct FactsArguments {
    /// The documents
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Change only so many facts of each document, spread over it
    #[arg(long, value_name = "N")]
    pub sample: Option<usize>,
    /// Which sample: another number takes other facts
    #[arg(long, value_name = "N", default_value_t, requires = "sample")]
    pub seed: u64,
    /// How many documents are generated at the same time; without it, one for each processor
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// Fail where fewer facts than this percentage are honoured
    #[arg(long, value_name = "PERCENT")]
    pub at_least: Option<f64>,
    /// List the facts with this verdict too
    #[arg(long, value_enum, value_name = "VERDICT", value_delimiter = ',')]
    pub list: Vec<VerdictName>,
    /// Settings for all the documents, in place of those beside them
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How facts are written: a table, or one JSON object a line on standard output
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub format: MessageFormat,
}

/// A verdict, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum VerdictName {
    /// Other code is generated
    Honoured,
    /// Only other documentation is generated
    Documented,
    /// A diagnostic says that it is not honoured
    Reported,
    /// The changed document has an error
    Rejected,
    /// Nothing knows of it
    Silent,
}

/// Generate every OpenAPI document of a folder and, with `--check`, compile what was generated.
///
/// Prints a row for each document, and why those failed that did. A document fails where the generator panics, where its crate
/// does not compile, or where the compiler warns. A document with errors, each at its place, passes, and its row says
/// `refused`. What is no OpenAPI document is passed over and counted. Settings are not used.
///
/// With `--check`, the crates are written to `target/corpus`, a workspace of its own. What has not changed since the last
/// run is not compiled again.
///
/// Exit codes: 0 all passed; 1 a document failed; 2 wrong usage.
#[derive(Clone, Debug, Args)]
pub struct CorpusArguments {
    /// Folders of documents, with all folders in them; or documents. A document is a `.yaml`, `.yml` or `.json` file
    #[arg(required = true, value_name = "DIR")]
    pub places: Vec<PathBuf>,
    /// Compile each crate; a warning of the compiler counts as a failure
    #[arg(long)]
    pub check: bool,
    /// Generate what can be of documents with errors; these are no longer `refused`
    #[arg(long)]
    pub keep_going: bool,
    /// How many documents are generated, and crates compiled, at the same time; without it, one for each processor. Large
    /// crates are compiled alone
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
    /// How rows are written: a table, or one JSON object a line on standard output
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub format: MessageFormat,
}

/// Serve the API of a document on loopback, until Ctrl-C.
///
/// Requests are checked against the document, and work requests live: each GET takes one a step further. It lists their ids
/// when it starts, among them `ocid1.workrequest.demo.succeeds`. Calls need credentials, which it does not verify.
///
/// It misbehaves on demand: with `--fault NAME` in every reply, of any document; without, where the id of a work request ends in
/// the name of a fault, for example `ocid1.workrequest.demo.cut-body`.
#[derive(Clone, Debug, Args)]
pub struct MockArguments {
    /// The document; without it, `spec/cdexhub.yaml`
    #[arg(long, value_name = "FILE")]
    pub spec: Option<PathBuf>,
    /// Where to listen: an address of this machine's loopback; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080", value_parser = loopback)]
    pub address: SocketAddr,
    /// Accept calls without credentials
    #[arg(long)]
    pub anonymous: bool,
    /// What goes wrong with every request
    #[arg(long, value_name = "NAME", value_enum)]
    pub fault: Option<Fault>,
}

fn loopback(text: &str) -> Result<SocketAddr, String> {
    let text = text.replace("localhost", "127.0.0.1");
    let address: SocketAddr =
        text.parse().map_err(|_| "expected an address and a port, for example 127.0.0.1:8080".to_owned())?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err("not an address of the loopback interface; try 127.0.0.1".to_owned())
    }
}
