//! Reading files that hold secrets.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::{Duration, SystemTime};

use ring::digest;
use zeroize::Zeroizing;

use super::error::ConfigurationError;
use super::place::NamedFile;

/// No key, token or configuration is longer, in bytes. What is at the path may be a device without an end.
const LIMIT: usize = 1024 * 1024;

/// A file that was written less long ago than this may be written again without a difference in its times.
const SETTLED: Duration = Duration::from_secs(2);

/// What can be told of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    #[cfg(unix)]
    inode: (u64, u64, i64, i64),
}

impl Stamp {
    /// The stamp of what is at a path now.
    pub(super) fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|metadata| Self::of(&metadata))
    }

    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            #[cfg(unix)]
            inode: (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// Whether the file was left alone for so long before `now` that the stamp tells it from all later ones.
    fn is_settled(&self, now: SystemTime) -> bool {
        let age = self.modified.and_then(|modified| now.duration_since(modified).ok());
        age.is_some_and(|age| age > SETTLED)
    }
}

/// A file as it was read.
pub(super) struct Content {
    pub(super) bytes: Zeroizing<Vec<u8>>,
    pub(super) seen: Seen,
}

/// What is remembered of a file that was read.
#[derive(Clone)]
pub(super) struct Seen {
    pub(super) stamp: Stamp,
    /// Whether the stamp alone tells that the file has not changed.
    pub(super) settled: bool,
    pub(super) hash: digest::Digest,
}

impl Seen {
    pub(super) fn is_same_text(&self, other: &Self) -> bool {
        self.hash.as_ref() == other.hash.as_ref()
    }
}

/// Reads a file whole. No buffer that held a part of it is left behind.
pub(super) fn read(file: &NamedFile) -> Result<Content, ConfigurationError> {
    let NamedFile { role, path, place } = file.clone();
    read_bytes(&path).map_err(|source| match source.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => ConfigurationError::FileMissing { role, path, place },
        _ => ConfigurationError::Unreadable { role, path, place, source },
    })
}

fn read_bytes(path: &Path) -> io::Result<Content> {
    let file = File::open(path)?;
    let stamp = Stamp::of(&file.metadata()?);
    let settled = stamp.is_settled(SystemTime::now());
    // One more byte, so that the end is seen without growing.
    let expected = usize::try_from(stamp.length).unwrap_or(LIMIT).min(LIMIT) + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(expected));
    let mut chunk = Zeroizing::new([0; 4096]);
    loop {
        let length = match (&file).read(&mut *chunk) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if bytes.len() + length > LIMIT {
            return Err(io::Error::new(ErrorKind::FileTooLarge, format!("it is longer than {LIMIT} bytes")));
        }
        if bytes.len() + length > bytes.capacity() {
            let mut roomier = Zeroizing::new(Vec::with_capacity(2 * (bytes.len() + length)));
            roomier.extend_from_slice(&bytes);
            // The old one is zeroed when it is dropped; growing by itself would only free it.
            bytes = roomier;
        }
        bytes.extend_from_slice(&chunk[..length]);
    }
    let hash = digest::digest(&digest::SHA256, &bytes);
    Ok(Content { bytes, seen: Seen { stamp, settled, hash } })
}
