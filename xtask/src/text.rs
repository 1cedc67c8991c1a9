//! Reading of texts.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::failure::Failure;

/// The text of a file.
pub fn read(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::no_such_file(path),
        _ if path.is_dir() => Failure::is_a_folder(path),
        _ => Failure::unreadable(path, &error),
    })?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let before = &error.as_bytes()[..offset];
            let line = before.split(|byte| *byte == b'\n').count();
            Err(Failure::not_utf8(path, offset, line))
        }
    }
}
