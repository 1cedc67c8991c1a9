//! The folder of a crate: what in it differs from what was generated, and how it is brought up to date.

pub(crate) mod territory;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use similar::TextDiff;
use trueform::Files;

use crate::failure::Failure;
pub(crate) use territory::Territory;

/// The folder of a crate.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    territory: Territory,
}

/// What stands at a path.
#[derive(Debug)]
enum Found {
    File(Vec<u8>),
    /// A link, or anything else that is neither a file nor a folder. It is never followed.
    Other,
}

/// What must change for a folder to hold what was generated.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// The new text and, where there was a file, the old bytes.
    write: BTreeMap<String, (String, Option<Vec<u8>>)>,
    /// The old bytes of files; nothing of links.
    delete: BTreeMap<String, Option<Vec<u8>>>,
    /// How many files are as they should be.
    pub(crate) unchanged: usize,
}

impl Folder {
    /// The folder of a crate of this repository, which the settings of a package of this name lay claim to. What the
    /// crate is made of, its settings and its document, may lie there too.
    pub(crate) fn member(path: PathBuf, name: Option<&str>, inputs: &[PathBuf]) -> Result<Self, Failure> {
        Self::claim(path, Territory::Member, inputs, |manifest| {
            territory::is_marked(manifest)
                || name.is_some_and(|name| territory::package_name(manifest).as_deref() == Some(name))
        })
    }

    /// The folder of a standalone crate.
    pub(crate) fn standalone(path: PathBuf, territory: Territory) -> Result<Self, Failure> {
        Self::claim(path, territory, &[], territory::is_marked)
    }

    /// Refuses a folder that holds something which we did not make.
    fn claim(
        path: PathBuf,
        territory: Territory,
        inputs: &[PathBuf],
        ours: impl Fn(&str) -> bool,
    ) -> Result<Self, Failure> {
        let mut entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self { path, territory });
            }
            Err(_) if path.exists() && !path.is_dir() => return Err(Failure::not_a_folder(&path)),
            Err(error) => return Err(Failure::unreadable(&path, &error)),
        };
        if entries.any(|entry| !entry.is_ok_and(|entry| inputs.contains(&entry.path()))) {
            let manifest = fs::read_to_string(path.join("Cargo.toml"));
            if !manifest.is_ok_and(|manifest| ours(&manifest)) {
                return Err(Failure::foreign_folder(&path));
            }
        }
        Ok(Self { path, territory })
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What must change for the folder to hold these files.
    ///
    /// # Panics
    ///
    /// Where a file does not belong to the machine: the generator and [`Territory`] would not agree.
    pub(crate) fn compare(&self, files: &Files) -> Result<Changes, Failure> {
        let mut found = BTreeMap::new();
        for name in Territory::FILES.iter().chain(self.territory.folders()) {
            self.look(name, &mut found)?;
        }
        let mut changes = Changes::default();
        for (path, text) in files {
            assert!(self.territory.holds(path), "{path} was generated, and does not belong to the machine");
            let old = match found.remove(path) {
                Some(Found::File(bytes)) if bytes == text.as_bytes() => {
                    changes.unchanged += 1;
                    continue;
                }
                Some(Found::File(bytes)) => Some(bytes),
                Some(Found::Other) | None => None,
            };
            changes.write.insert(path.clone(), (text.clone(), old));
        }
        for (path, found) in found {
            let old = match found {
                Found::File(bytes) => Some(bytes),
                Found::Other => None,
            };
            changes.delete.insert(path, old);
        }
        Ok(changes)
    }

    /// Collects what stands at and below a path.
    fn look(&self, path: &str, found: &mut BTreeMap<String, Found>) -> Result<(), Failure> {
        let place = self.path.join(path);
        let unreadable = |error| Failure::unreadable(&place, &error);
        let kind = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(());
            }
            Err(error) => return Err(unreadable(error)),
        };
        if kind.is_file() {
            let bytes = fs::read(&place).map_err(unreadable)?;
            found.insert(path.to_owned(), Found::File(bytes));
        } else if kind.is_dir() {
            for entry in fs::read_dir(&place).map_err(unreadable)? {
                let name = entry.map_err(unreadable)?.file_name();
                let Some(name) = name.to_str() else {
                    let error = "a name in it is not UTF-8; delete that file";
                    return Err(Failure::unreadable(&place, &error));
                };
                self.look(&format!("{path}/{name}"), found)?;
            }
        } else {
            found.insert(path.to_owned(), Found::Other);
        }
        Ok(())
    }

    /// Makes the changes. All new texts are on the disk before the first old one goes; each file is replaced in one step.
    pub(crate) fn apply(&self, changes: &Changes) -> Result<(), Failure> {
        if changes.is_empty() {
            return Ok(());
        }
        let unwritable = |error| Failure::unwritable(&self.path, &error);
        fs::create_dir_all(&self.path).map_err(unwritable)?;
        let staging = tempfile::Builder::new().prefix(".trueform-").tempdir_in(&self.path).map_err(unwritable)?;
        let mut staged = Vec::new();
        for (path, (text, _)) in &changes.write {
            let place = self.path.join(path);
            let file = stage(staging.path(), &place, text).map_err(|error| Failure::unwritable(&place, &error))?;
            staged.push((place, file));
        }
        for path in changes.delete.keys() {
            let place = self.path.join(path);
            fs::remove_file(&place).map_err(|error| Failure::unwritable(&place, &error))?;
        }
        self.remove_empty_folders(changes)?;
        for (place, file) in staged {
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent).map_err(|error| Failure::unwritable(parent, &error))?;
            }
            if place.is_dir() {
                fs::remove_dir(&place).map_err(|error| Failure::unwritable(&place, &error))?;
            }
            file.persist(&place).map_err(|error| Failure::unwritable(&place, &error.error))?;
        }
        Ok(())
    }

    /// Removes the folders that the deletions left empty, the innermost first.
    fn remove_empty_folders(&self, changes: &Changes) -> Result<(), Failure> {
        let mut folders = BTreeSet::new();
        for path in changes.delete.keys() {
            folders.extend(path.match_indices('/').map(|(end, _)| &path[..end]));
        }
        for folder in folders.into_iter().rev() {
            let place = self.path.join(folder);
            match fs::remove_dir(&place) {
                Ok(()) => {}
                Err(error) if matches!(error.kind(), ErrorKind::DirectoryNotEmpty | ErrorKind::NotFound) => {}
                Err(error) => return Err(Failure::unwritable(&place, &error)),
            }
        }
        Ok(())
    }
}

/// Writes a text beside its place, with the permissions that the file there has, or that a new file would have.
fn stage(staging: &Path, place: &Path, text: &str) -> std::io::Result<tempfile::TempPath> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(staging)?;
    file.write_all(text.as_bytes())?;
    match fs::symlink_metadata(place) {
        Ok(old) if old.is_file() => fs::set_permissions(file.path(), old.permissions())?,
        _ => {}
    }
    // Closed: a system lets a process hold a few hundred files open, and a crate may have thousands.
    Ok(file.into_temp_path())
}

impl Changes {
    /// Whether all is as it should be.
    pub(crate) fn is_empty(&self) -> bool {
        self.write.is_empty() && self.delete.is_empty()
    }

    /// How many files are to be, or were, written and deleted.
    pub(crate) fn count(&self, written: &str, deleted: &str) -> String {
        let files = self.write.len();
        let plural = if files == 1 { "" } else { "s" };
        match self.delete.len() {
            0 => format!("{files} file{plural} {written}"),
            stale => format!("{files} file{plural} {written}, {stale} {deleted}"),
        }
    }

    /// What is wrong with each file that must change.
    pub(crate) fn complaints(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let write = self.write.iter().map(|(path, (_, old))| match old {
            Some(_) => (path.as_str(), "is not what would be generated"),
            None => (path.as_str(), "is missing"),
        });
        let delete = self.delete.keys();
        write.chain(delete.map(|path| (path.as_str(), "is not generated any more")))
    }

    /// The changes as a unified difference, in the order of the paths, which are shown below `shown`.
    pub(crate) fn difference(&self, shown: &str) -> String {
        let nothing = "/dev/null";
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut files = BTreeMap::new();
        for (path, (new, old)) in &self.write {
            let path = format!("{shown}/{path}");
            let from = old.as_ref().map_or(nothing.to_owned(), |_| path.clone());
            let old = old.as_deref().map(text).unwrap_or_default();
            files.insert(path.clone(), (from, old, path, new.clone()));
        }
        for (path, old) in &self.delete {
            let path = format!("{shown}/{path}");
            let old = old.as_deref().map(text).unwrap_or_default();
            files.insert(path.clone(), (path, old, nothing.to_owned(), String::new()));
        }
        files
            .into_values()
            .map(|(from, old, to, new)| {
                let difference = TextDiff::from_lines(&old, &new);
                difference.unified_diff().context_radius(3).header(&from, &to).to_string()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
