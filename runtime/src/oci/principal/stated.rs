//! What an environment variable states: a value, or the path of a file that holds it.

use std::path::Path;

use zeroize::Zeroizing;

use crate::auth::{CredentialsError, Secret};
use crate::oci::file::{self, Seen, Stamp};
use crate::oci::place::{FileRole, NamedFile};

/// A value, or where it is.
pub(super) struct Stated {
    variable: &'static str,
    held: Held,
}

enum Held {
    Value(Secret),
    File(NamedFile),
}

impl Stated {
    /// What is an absolute path is one, as with the vendor's own clients.
    pub(super) fn new(variable: &'static str, role: FileRole, text: Secret) -> Self {
        let path = Path::new(text.reveal());
        let held =
            if path.is_absolute() { Held::File(NamedFile::new(role, path.to_owned())) } else { Held::Value(text) };
        Self { variable, held }
    }

    pub(super) fn variable(&self) -> &'static str {
        self.variable
    }

    /// The value as it is now, and what was seen of the file.
    pub(super) fn read(&self) -> Result<(Zeroizing<Vec<u8>>, Option<Seen>), CredentialsError> {
        match &self.held {
            Held::Value(text) => Ok((Zeroizing::new(text.reveal().as_bytes().to_vec()), None)),
            Held::File(file) => {
                let content = file::read(file).map_err(|error| {
                    let path = file.path.display();
                    let message = format!("{} names {path}, which cannot be read", self.variable);
                    CredentialsError::new(message).with_source(error)
                })?;
                Ok((content.bytes, Some(content.seen)))
            }
        }
    }

    /// Whether nothing has changed since it was seen, as far as can be told without reading.
    pub(super) fn is_as(&self, seen: Option<&Seen>) -> bool {
        match (&self.held, seen) {
            (Held::Value(_), None) => true,
            (Held::File(file), Some(seen)) => Stamp::at(&file.path).is_some_and(|stamp| stamp == seen.stamp),
            _ => false,
        }
    }

    /// The path, or that there is none.
    pub(super) fn shown(&self) -> &dyn std::fmt::Debug {
        match &self.held {
            Held::Value(text) => text,
            Held::File(file) => &file.path,
        }
    }
}
