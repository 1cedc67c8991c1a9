//! What is not wrong, but should not be so.

use std::fmt;
use std::path::{Path, PathBuf};

use super::place::{FileRole, OnePath};

/// Something that works, and deserves a word to whoever set it up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// Others than its owner have rights on a file with secrets.
    OpenToOthers {
        /// What the file is for.
        role: FileRole,
        /// Where it is.
        path: PathBuf,
        /// The bits of its mode, as `chmod` takes them.
        mode: u32,
    },
}

impl Warning {
    /// Looks at the rights on a file. Systems other than Unix have other means, which are not looked at.
    #[cfg(unix)]
    pub(super) fn of_file(role: FileRole, path: &Path) -> Option<Self> {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o7777;
        (mode & 0o077 != 0).then(|| Self::OpenToOthers { role, path: path.to_owned(), mode })
    }

    #[cfg(not(unix))]
    pub(super) fn of_file(_: FileRole, _: &Path) -> Option<Self> {
        None
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenToOthers { role, path, mode } => write!(
                formatter,
                "{}: {role} is open to others than its owner (mode {mode:04o}); run `chmod 600 {}`",
                OnePath(path),
                OnePath(path)
            ),
        }
    }
}
