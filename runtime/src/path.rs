//! Where in a value serde was when it gave up.

use serde_path_to_error::{Path, Segment};

use crate::validate::push_token;

/// The JSON pointer of a path.
pub(crate) fn pointer_of(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => push_token(&mut pointer, &index.to_string()),
            Segment::Map { key } => push_token(&mut pointer, key),
            // The variant of an enum is no part of the document; what serde lost sight of ends the path.
            Segment::Enum { .. } => {}
            Segment::Unknown => break,
        }
    }
    pointer
}
