//! Where something stands.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::one_line::OneLine;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileRole {
    /// The configuration file.
    Configuration,
    /// The private key.
    PrivateKey,
    /// The token of a session.
    SessionToken,
}

impl fmt::Display for FileRole {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Configuration => "the configuration file",
            Self::PrivateKey => "the private key",
            Self::SessionToken => "the session token",
        })
    }
}

/// A line of a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The configuration file.
    pub path: PathBuf,
    /// The line, counted from one.
    pub line: usize,
    /// The profile that was read; the line may be one that it inherits.
    pub profile: String,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: profile {}", OnePath(&self.path), self.line, OneLine(&self.profile))
    }
}

/// A path for a message, in one line.
pub(super) struct OnePath<'path>(pub(super) &'path Path);

impl fmt::Display for OnePath<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        OneLine(&self.0.to_string_lossy()).fmt(formatter)
    }
}

/// A file, and the line of the configuration that names it, if one does.
#[derive(Clone, Debug)]
pub(super) struct NamedFile {
    pub(super) role: FileRole,
    pub(super) path: PathBuf,
    pub(super) place: Option<Box<Place>>,
}

impl NamedFile {
    /// A file that a program names by itself.
    pub(super) fn new(role: FileRole, path: PathBuf) -> Self {
        Self { role, path, place: None }
    }
}
