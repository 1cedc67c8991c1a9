//! The workspace of all crates: one lock file, and what they depend on is built once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use trueform::Files;

use crate::failure::Failure;
use crate::folder::{Folder, Territory};
use crate::paths;

/// All crates that were ever written are members, so that two runs at the same time leave each other alone.
const MANIFEST: &str = "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\nexclude = [\"target\"]\n";

/// A folder with a folder for each crate.
#[derive(Debug)]
pub(super) struct Workspace {
    folder: PathBuf,
    runtime: PathBuf,
}

impl Workspace {
    /// The workspace of the repository at `root`, whose lock file and runtime its crates use.
    pub(super) fn open(root: &Path) -> Result<Self, Failure> {
        let folder = root.join("target/corpus");
        fs::create_dir_all(&folder).map_err(|error| Failure::unwritable(&folder, &error))?;
        let locked = root.join("Cargo.lock");
        fs::copy(&locked, folder.join("Cargo.lock")).map_err(|error| Failure::unreadable(&locked, &error))?;
        let workspace = Self { folder, runtime: root.join("runtime") };
        let manifest = workspace.manifest();
        fs::write(&manifest, MANIFEST).map_err(|error| Failure::unwritable(&manifest, &error))?;
        Ok(workspace)
    }

    /// How the manifest of a crate names the runtime.
    pub(super) fn runtime(&self, package: &str) -> String {
        paths::relative(&self.folder.join(package), &self.runtime)
    }

    /// Writes what has changed of a crate.
    pub(super) fn put(&self, package: &str, files: &Files) -> Result<(), Failure> {
        let folder = Folder::standalone(self.folder.join(package), Territory::Linked)?;
        folder.apply(&folder.compare(files)?)
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.folder.join("Cargo.toml")
    }

    /// A call of `cargo check` that prints JSON lines.
    pub(super) fn cargo_check(&self, packages: &[&str], jobs: usize) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(["check", "--lib", "--keep-going", "--quiet", "--message-format", "json"]);
        command.args(["--jobs", &jobs.to_string()]);
        for package in packages {
            command.args(["--package", package]);
        }
        command.arg("--target-dir").arg(self.folder.join("target")).current_dir(&self.folder);
        // Nothing is compiled twice, and what the user's flags allow or deny is not what is asked.
        command.env("CARGO_INCREMENTAL", "0").env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        command
    }
}
