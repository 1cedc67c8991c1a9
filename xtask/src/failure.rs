//! What stops a command, beside what is wrong within a document.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// It did what it should: 0.
    Done,
    /// The documents or the check failed, or the disk did; nothing was written: 1.
    Failed,
    /// It was called wrongly: 2.
    Usage,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Failed => Self::from(1),
            Exit::Usage => Self::from(2),
        }
    }
}

/// One reason for which a command stops, made by the functions below only.
#[derive(Debug)]
pub struct Failure {
    /// How the command ends.
    pub exit: Exit,
    /// The stable name of the reason.
    pub code: &'static str,
    /// The file or folder that it is about.
    pub file: PathBuf,
    /// What is the matter, in one sentence without a full stop.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

impl Failure {
    fn new(exit: Exit, code: &'static str, file: &Path, message: String) -> Self {
        Self { exit, code, file: file.to_path_buf(), message, help: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A file that was asked for on the command line does not exist.
    pub fn no_such_file(file: &Path) -> Self {
        Self::new(Exit::Usage, "no-such-file", file, "there is no such file".to_owned())
    }

    /// A folder stands where a file is expected.
    pub fn is_a_folder(file: &Path) -> Self {
        let message = "this is a folder, and a file is expected".to_owned();
        Self::new(Exit::Usage, "is-a-folder", file, message)
    }

    /// The system does not let us read.
    pub fn unreadable(file: &Path, error: &dyn Display) -> Self {
        Self::new(Exit::Failed, "unreadable", file, format!("cannot be read: {error}"))
    }

    /// A text is no UTF-8 from this byte on.
    pub fn not_utf8(file: &Path, offset: usize, line: usize) -> Self {
        let message = format!("is not UTF-8: the byte at offset {offset}, in line {line}, begins no character");
        Self::new(Exit::Failed, "not-utf-8", file, message).help("save the file as UTF-8")
    }

    /// The system does not let us write.
    pub fn unwritable(file: &Path, error: &dyn Display) -> Self {
        Self::new(Exit::Failed, "unwritable", file, format!("cannot be written: {error}"))
    }

    /// There is nothing to generate from.
    pub fn no_settings(folder: &Path) -> Self {
        let message = "holds no `.toml` file that says what to generate".to_owned();
        Self::new(Exit::Failed, "no-settings", folder, message)
            .help("add one, or generate a standalone crate with `--spec FILE --out DIR`")
    }

    /// The same, where not the command line but a setting names the file or folder.
    #[must_use]
    pub fn named_by(mut self, settings: &str, key: &str) -> Self {
        self.exit = Exit::Failed;
        self.message = format!("{}; it is the `{key}` of {settings}", self.message);
        self
    }

    /// Two settings generate into one folder.
    pub fn shared_folder(folder: &Path, first: &str, second: &str) -> Self {
        let message = format!("is the `out` of both {first} and {second}");
        Self::new(Exit::Failed, "shared-folder", folder, message)
    }

    /// The target holds something, and we did not make it.
    pub fn foreign_folder(folder: &Path) -> Self {
        let message = "is not empty, and was not made by this generator; nothing was written".to_owned();
        Self::new(Exit::Usage, "foreign-folder", folder, message).help("name an empty or a new folder")
    }

    /// The target is a file.
    pub fn not_a_folder(folder: &Path) -> Self {
        let message = "is not a folder".to_owned();
        Self::new(Exit::Usage, "not-a-folder", folder, message)
    }

    /// `--runtime` names something else.
    pub fn no_runtime(folder: &Path) -> Self {
        let message = "holds no `Cargo.toml` of the package `trueform-runtime`".to_owned();
        Self::new(Exit::Usage, "no-runtime", folder, message)
            .help("leave `--runtime` away: the sources of the runtime then come along")
    }

    /// `--explain` names a code that there is not.
    pub fn unknown_code(code: &str, near: Option<&str>) -> Self {
        let help = near.map_or_else(
            || "`cargo xtask codegen --explain` lists the codes".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Self::new(Exit::Usage, "unknown-code", Path::new(code), "there is no such code".to_owned()).help(help)
    }

    /// The manifest of our runtime cannot be made to stand alone.
    pub fn tied_manifest(file: &Path, message: String) -> Self {
        Self::new(Exit::Failed, "tied-manifest", file, message)
    }

    /// Another program could not be run.
    pub fn not_started(program: &Path, error: &dyn Display) -> Self {
        let message = format!("cannot be started: {error}");
        Self::new(Exit::Failed, "not-started", program, message)
    }

    /// There is nothing to generate in a folder.
    pub fn no_documents(folder: &Path) -> Self {
        let message = "holds no `.yaml`, `.yml` or `.json` file".to_owned();
        Self::new(Exit::Usage, "no-documents", folder, message)
    }

    /// What every generated crate depends on does not compile.
    pub fn not_compiled(manifest: &Path, complaint: &str) -> Self {
        let message = format!("what its crates depend on cannot be compiled: {complaint}");
        Self::new(Exit::Failed, "not-compiled", manifest, message)
    }

    /// The mock cannot listen there.
    pub fn cannot_listen(address: &str, error: &dyn Display) -> Self {
        let message = format!("cannot listen: {error}");
        Self::new(Exit::Failed, "cannot-listen", Path::new(address), message)
            .help("choose another port, or 0 for a free one")
    }
}
