//! Where this repository lies.

use std::path::{Path, PathBuf};

/// The root of the repository that this program was built from.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}
